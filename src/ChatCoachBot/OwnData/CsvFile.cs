using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ChatCoachBot.OwnData;

/// <summary>A learner's answers as a table (RFC 4180), one line each, for spreadsheets.</summary>
internal static class CsvFile
{
    /// <summary>Without it Excel takes UTF-8 for the code page of its country.</summary>
    private const string ByteOrderMark = "\uFEFF";

    private static readonly string[] Columns =
    [
        "Date", "Time (UTC)", "Exercise", "Question", "Answer", "Score", "Verdict", "Points met", "Hints", "Model answer seen", "Rating", "Remembered", "Disputed", "Reviewer’s word",
    ];

    // Whether a lone line feed gets its quotes depends on what else is set, so everything gets them.
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = static _ => true };

    public static async Task WriteAsync(OwnDataSource source, Guid learner, PipeWriter output, CancellationToken cancellationToken)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using var csv = new CsvWriter(text, Configuration);
        await text.WriteAsync(ByteOrderMark);
        WriteRow(csv, Columns);
        await foreach (var attempt in source.AttemptsAsync(learner, cancellationToken))
        {
            WriteRow(csv, Cells(attempt));
            if (text.GetStringBuilder().Length >= Chunks.Size)
            {
                await SendAsync(csv, text, output, cancellationToken);
            }
        }

        await SendAsync(csv, text, output, cancellationToken);
    }

    private static string[] Cells(AttemptEntry attempt) =>
    [
        attempt.LocalDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        attempt.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        attempt.Exercise,
        attempt.Title ?? "",
        attempt.Answer,
        attempt.Score.ToString("0.###", CultureInfo.InvariantCulture),
        Word(attempt.Verdict),
        string.Join(' ', attempt.PointsMet),
        attempt.Hints.ToString(CultureInfo.InvariantCulture),
        YesOrNo(attempt.ModelAnswerSeen),
        Word(attempt.Rating),
        YesOrNo(attempt.Recalled),
        Word(attempt.Dispute?.State),
        attempt.Dispute?.Word ?? "",
    ];

    private static string Word<T>(T value) => value?.ToString()?.ToLowerInvariant() ?? "";

    private static string YesOrNo(bool? value) => value switch { true => "yes", false => "no", null => "" };

    private static void WriteRow(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(FormulaGuard.Of(cell));
        }

        csv.NextRecord();
    }

    private static async Task SendAsync(CsvWriter csv, StringWriter text, PipeWriter output, CancellationToken cancellationToken)
    {
        await csv.FlushAsync();
        Encoding.UTF8.GetBytes(text.ToString(), output);
        text.GetStringBuilder().Clear();
        await output.SendAsync(cancellationToken);
    }
}
