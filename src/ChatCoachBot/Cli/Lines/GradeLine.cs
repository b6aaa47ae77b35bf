using System.Text.Json;

namespace ChatCoachBot.Cli.Lines;

/// <summary>One line for <c>grade</c>: an answer and what to grade it by.</summary>
/// <param name="Id">As it came, text or number; null when there is none.</param>
/// <param name="Error">Why the line cannot be graded, in one sentence; null when it can.</param>
/// <param name="Basis">What to grade by, in a form that is equal for equal ones.</param>
internal sealed record GradeLine(JsonElement? Id, string? Error, string Answer = "", GradeBasis? Basis = null)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    public static GradeLine Read(InputLine line)
    {
        if (line.IsTooLong)
        {
            return new GradeLine(null, "The line is longer than 1 MB.");
        }

        try
        {
            // A file may begin with the mark that some editors put there.
            var text = line.Bytes.AsSpan().StartsWith(Utf8Mark) ? line.Bytes.AsMemory(Utf8Mark.Length) : line.Bytes;
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? Read(document.RootElement)
                : new GradeLine(null, "The line is no JSON object: write one {…} on each line.");
        }
        catch (JsonException)
        {
            return new GradeLine(null, "The line is no JSON: write one {…} on each line, in UTF-8.");
        }
        catch (InvalidOperationException)
        {
            // Half of a character, written as \ud800.
            return new GradeLine(null, "The line has a text that is no valid Unicode.");
        }
    }

    private static GradeLine Read(JsonElement line)
    {
        JsonElement? id = line.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.String or JsonValueKind.Number ? given.Clone() : null;
        try
        {
            if (!line.TryGetProperty("answer", out var answer) || answer.ValueKind is not JsonValueKind.String)
            {
                return new GradeLine(id, "The line needs an \"answer\", which is a text.");
            }

            return GradeBasis.TryRead(line, out var basis, out var error) ? new GradeLine(id, null, answer.GetString()!, basis) : new GradeLine(id, error);
        }
        catch (InvalidOperationException)
        {
            return new GradeLine(id, "The line has a text that is no valid Unicode.");
        }
    }
}
