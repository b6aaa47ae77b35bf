using System.Data.Common;
using System.Globalization;
using System.Text;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatCoachBot.Inbox;

/// <summary>Stores many messages with one statement, which both kinds of database read alike. Tracking them one by one would cost ten times as much.</summary>
internal static class InboxInsert
{
    private static readonly string[] Columns =
    [
        nameof(InboxMessage.Platform), nameof(InboxMessage.EventId), nameof(InboxMessage.Workspace), nameof(InboxMessage.Address), nameof(InboxMessage.Sender),
        nameof(InboxMessage.Kind), nameof(InboxMessage.Text), nameof(InboxMessage.TimeZone), nameof(InboxMessage.ReceivedAt), nameof(InboxMessage.Failures),
    ];

    /// <returns>For each message whether it is new: false where the event was here before, or comes twice in the list.</returns>
    public static async Task<bool[]> RunAsync(CoachDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Write(command, messages);
        var added = new HashSet<(string Platform, string EventId)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                added.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        return [.. messages.Select(message => added.Remove((message.Platform, message.EventId)))];
    }

    private static string Write(DbCommand command, IReadOnlyList<InboxMessage> messages)
    {
        var sql = new StringBuilder($"INSERT INTO \"Inbox\" (\"{string.Join("\", \"", Columns)}\") VALUES ");
        for (var row = 0; row < messages.Count; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            foreach (var (column, value) in Values(messages[row]).Index())
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"p{(row * Columns.Length) + column}";
                parameter.Value = value ?? DBNull.Value;
                command.Parameters.Add(parameter);
                sql.Append(CultureInfo.InvariantCulture, $"{(column == 0 ? "" : ", ")}@{parameter.ParameterName}");
            }

            sql.Append(')');
        }

        return sql.Append(" ON CONFLICT (\"Platform\", \"EventId\") DO NOTHING RETURNING \"Platform\", \"EventId\"").ToString();
    }

    private static object?[] Values(InboxMessage message) =>
    [
        message.Platform, message.EventId, message.Workspace, message.Address, message.Sender,
        (int)message.Kind, message.Text, message.TimeZone, message.ReceivedAt.UtcTicks, message.Failures,
    ];
}
