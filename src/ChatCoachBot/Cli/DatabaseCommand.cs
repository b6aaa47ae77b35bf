using System.Data.Common;
using ChatCoachBot.Storage;

namespace ChatCoachBot.Cli;

/// <summary>What the verbs share that look after a database which is there already, beside a running host or without one.</summary>
internal static class DatabaseCommand
{
    /// <param name="ofAnyVersion">Whether the work is the same on an older or a newer database.</param>
    public static async Task<int> RunAsync(
        string[] settings, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken, bool ofAnyVersion = false)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddCoach(builder.Configuration);
        using var host = builder.Build();
        var database = host.Services.GetRequiredService<Database>();
        try
        {
            await database.RequireAsync(cancellationToken);
            if (!ofAnyVersion)
            {
                await database.RequireVersionAsync(cancellationToken);
            }

            return await work(host.Services, cancellationToken);
        }
        catch (DbException fault)
        {
            throw database.Explain(fault);
        }
    }
}
