using System.Threading.Channels;
using Npgsql;

namespace ChatCoachBot.Storage.PostgreSql;

/// <summary>
/// Carries rings between the hosts on one database (https://www.postgresql.org/docs/current/sql-notify.html). Each ring is told once to
/// all others, on a connection of its own: it waits for no transaction, and no transaction waits for it.
/// </summary>
internal sealed partial class ClusterBell(Bell bell, PostgreSqlDatabase database, HostId host, TimeProvider time, ILogger<ClusterBell> log) : BackgroundService
{
    private const string Name = "coach";
    private const int MostWaiting = 10_000;
    private const int LongestTopic = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var outgoing = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
        bell.Rung += topic => outgoing.Writer.TryWrite(topic);
        await Task.WhenAll(
            AgainAndAgainAsync(cancel => TellAsync(outgoing.Reader, cancel), stoppingToken),
            AgainAndAgainAsync(ListenAsync, stoppingToken));
    }

    private async Task AgainAndAgainAsync(Func<CancellationToken, Task> carry, CancellationToken stoppingToken)
    {
        var faults = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var start = time.GetTimestamp();
            try
            {
                await carry(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The loops look by themselves meanwhile; things only take a little longer.
                LogFault(log, FaultText.Of(fault));
                faults = time.GetElapsedTime(start) > Backoff.Longest ? 1 : faults + 1;
                await Task.Delay(Backoff.After(faults), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TellAsync(ChannelReader<string> outgoing, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, payload) FROM unnest($2) AS payload", connection);
        var payloads = new NpgsqlParameter<string[]>();
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Name });
        command.Parameters.Add(payloads);
        while (await outgoing.WaitToReadAsync(cancellationToken))
        {
            var topics = new HashSet<string>(StringComparer.Ordinal);
            while (outgoing.TryRead(out var topic))
            {
                if (topic.Length <= LongestTopic)
                {
                    topics.Add($"{host} {topic}");
                }
            }

            payloads.TypedValue = [.. topics];
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        // A connection that is only listened to shows its death by silence alone: it is asked now and then.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { KeepAlive = 10 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, told) =>
        {
            if (told.Payload.Split(' ', 2) is [var from, var topic] && from != host.ToString())
            {
                bell.RingHere(topic);
            }
        };
        await using (var command = new NpgsqlCommand($"LISTEN {Name}", connection))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The hosts beside this one cannot be told of what happens here; trying again: {Fault}")]
    private static partial void LogFault(ILogger log, string fault);
}
