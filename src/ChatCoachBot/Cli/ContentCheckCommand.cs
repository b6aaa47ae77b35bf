using System.Globalization;
using System.Text.Json;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;
using Spectre.Console;

namespace ChatCoachBot.Cli;

/// <summary>Checks content without touching the database: faults one a line, in the form that editors make clickable, then a table of what there is.</summary>
internal static class ContentCheckCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> folders, bool asJson, CancellationToken cancellationToken)
    {
        var files = await ContentSource.FindConfigured(folders).ReadAsync(cancellationToken);
        var progress = new ContentProgressLine("Checking content", Console.IsErrorRedirected ? TextWriter.Null : Console.Error, TimeProvider.System);
        var report = ContentCheck.Run(files, progress);
        progress.End();
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, CliJson.Plain.ContentReport));
        }
        else
        {
            Print(report);
        }

        return report.HasErrors ? CommandLine.Failed : 0;
    }

    private static void Print(ContentReport report)
    {
        foreach (var fault in report.Faults)
        {
            // Not through the console library: it would break the line at the terminal's width.
            Console.WriteLine(fault);
        }

        AnsiConsole.Write(Summary(report));
        var errors = report.Faults.Count(fault => fault.Severity is Severity.Error);
        var warnings = report.Faults.Count - errors;
        Console.WriteLine($"{Count(errors, "error")}, {Count(warnings, "warning")}");
    }

    private static Table Summary(ContentReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        foreach (var heading in (string[])["Exercises", "Terms", "Points", "Samples"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var path in report.Paths)
        {
            AddRow(table, path.Exercises, "", path.Terms.ToString(CultureInfo.InvariantCulture));
            foreach (var part in path.ByTopic.Concat(path.ByKind))
            {
                AddRow(table, part, "  ", "");
            }
        }

        return table;
    }

    private static void AddRow(Table table, ExerciseCount count, string indent, string terms) =>
        table.AddRow(new Text(indent + count.Name), Cell(count.Exercises), new Text(terms), Cell(count.Points), Cell(count.Samples));

    private static Text Cell(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static string Count(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
