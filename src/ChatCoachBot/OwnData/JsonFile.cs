using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChatCoachBot.OwnData;

/// <summary>All that is kept about a learner, for programs.</summary>
internal static class JsonFile
{
    /// <summary>What the file is. A reader that knows this number may meet properties that it does not know, and no other changes.</summary>
    public const int Format = 1;

    public static async Task WriteAsync(OwnDataSource source, Guid learner, PipeWriter output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, OwnDataJson.Layout);
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("exportedAt", source.Now);
        if (await source.LearnerAsync(learner, cancellationToken) is { } found)
        {
            json.WritePropertyName("learner");
            JsonSerializer.Serialize(json, found, OwnDataJson.Plain.LearnerEntry);
        }

        WriteList(json, "platforms", await source.IdentitiesAsync(learner, cancellationToken), OwnDataJson.Plain.IdentityEntry);
        WriteList(json, "conversations", await source.ConversationsAsync(learner, cancellationToken), OwnDataJson.Plain.ConversationEntry);
        WriteList(json, "channelAnswers", await source.ChannelAnswersAsync(learner, cancellationToken), OwnDataJson.Plain.ChannelAnswerEntry);
        WriteList(json, "cards", await source.CardsAsync(learner, cancellationToken), OwnDataJson.Plain.CardEntry);
        json.WriteStartArray("attempts");
        var sent = 0L;
        await foreach (var attempt in source.AttemptsAsync(learner, cancellationToken))
        {
            JsonSerializer.Serialize(json, attempt, OwnDataJson.Plain.AttemptEntry);
            if (json.BytesCommitted + json.BytesPending - sent >= Chunks.Size)
            {
                json.Flush();
                await output.SendAsync(cancellationToken);
                sent = json.BytesCommitted;
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await output.SendAsync(cancellationToken);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> entries, JsonTypeInfo<T> type)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            JsonSerializer.Serialize(json, entry, type);
        }

        json.WriteEndArray();
    }
}
