using System.Data.Common;
using ChatCoachBot.Storage;

namespace ChatCoachBot.Cli;

/// <summary>What the verbs share that look after a database which is there already, beside a running host or without one.</summary>
internal static class DatabaseCommand
{
    public static async Task<int> RunAsync(string[] settings, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddCoach(builder.Configuration);
        using var host = builder.Build();
        var database = host.Services.GetRequiredService<Database>();
        try
        {
            await database.RequireAsync(cancellationToken);
            await using (await database.StartAloneAsync(cancellationToken))
            {
                await database.UpgradeAsync(cancellationToken);
            }

            return await work(host.Services, cancellationToken);
        }
        catch (DbException fault)
        {
            throw database.Explain(fault);
        }
    }
}
