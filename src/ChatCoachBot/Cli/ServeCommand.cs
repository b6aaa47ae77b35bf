using System.Net.Sockets;
using ChatCoachBot.Content;
using ChatCoachBot.Daily;
using ChatCoachBot.Management;
using ChatCoachBot.Slack;
using ChatCoachBot.Storage;
using ChatCoachBot.Teams;
using ChatCoachBot.Web;
using Microsoft.AspNetCore.Connections;

namespace ChatCoachBot.Cli;

/// <summary>Runs the host until it is stopped.</summary>
internal static class ServeCommand
{
    /// <summary>How long a host that is stopped may take to end what is in hand.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = Build(settings, out var hasPage);
        app.Services.GetRequiredService<Database>().Occupy();
        await CoachStart.RunAsync(app.Services, importsChanges: true, cancellationToken);
        try
        {
            await StartAsync(app, cancellationToken);
            if (app.Services.GetService<TeamsOptions>() is { } teams)
            {
                Listening.RequireLoopback(teams, app);
            }
        }
        catch (StartupException)
        {
            // What had started already ends in order.
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        Console.WriteLine($"ChatCoach is ready: {(hasPage ? "open" : "listening on")} {string.Join(" or ", Listening.Addresses(app))}  (Ctrl+C ends it)");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static WebApplication Build(string[] settings, out bool hasPage)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        builder.Services.AddCoach(builder.Configuration).AddContentWatch().AddManagement();
        var roles = RoleOptions.RolesOf(builder.Configuration);
        var hasWebChat = builder.Configuration.GetValue($"{WebOptions.Section}:{nameof(WebOptions.Enabled)}", defaultValue: true);
        hasPage = hasWebChat && roles.HasFlag(Roles.Receive);
        var slack = SlackOptions.Of(builder.Configuration);
        if (slack.IsOn)
        {
            builder.Services.AddSlack(slack);
        }

        var teams = TeamsOptions.Of(builder.Configuration);
        if (teams.IsOn)
        {
            Listening.RequireLoopback(teams, builder.Configuration);
            builder.Services.AddTeams(teams);
        }

        if (roles.HasFlag(Roles.Work))
        {
            builder.Services.AddWorking().AddDaily(builder.Configuration);
            if (hasWebChat)
            {
                builder.Services.AddWebChannel();
            }

            if (slack.IsOn)
            {
                builder.Services.AddSlackChannel(slack);
            }

            if (teams.IsOn)
            {
                builder.Services.AddTeamsChannel();
            }
        }

        if (roles.HasFlag(Roles.Receive))
        {
            builder.Services.AddReceiving();
            if (slack.IsOn)
            {
                builder.Services.AddSlackReceiving(slack);
            }

            if (teams.IsOn)
            {
                builder.Services.AddTeamsReceiving();
            }
        }

        if (hasPage)
        {
            builder.Services.AddWebChat();
        }
        else if (teams.IsOn && roles.HasFlag(Roles.Receive))
        {
            builder.Services.AddChartPictures();
        }

        var management = builder.Configuration.GetSection(ManagementOptions.Section).Get<ManagementOptions>() ?? new ManagementOptions();
        builder.WebHost.UseUrls([.. Listening.Urls(builder.Configuration), management.Url]);
        var app = builder.Build();
        app.UseManagement(management);
        if (hasPage)
        {
            app.UseWebChat();
        }
        else if (teams.IsOn && roles.HasFlag(Roles.Receive))
        {
            app.UseChartPictures();
        }

        if (slack.IsOn && roles.HasFlag(Roles.Receive))
        {
            app.UseSlack(slack);
        }

        if (teams.IsOn && roles.HasFlag(Roles.Receive))
        {
            app.UseTeams();
        }

        return app;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new StartupException(
                $"{problem.Message.TrimEnd('.')}. Stop the program that uses that port, or choose another with --urls or {ManagementOptions.Section}:Url.", problem);
        }
        catch (Exception problem) when (problem is SocketException or IOException or FormatException or ArgumentException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            throw new StartupException($"I cannot listen where I was told to: {problem.Message} Check --urls and {ManagementOptions.Section}:Url.", problem);
        }
    }
}
