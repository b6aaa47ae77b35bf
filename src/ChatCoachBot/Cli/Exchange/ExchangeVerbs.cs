using System.CommandLine;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>The verbs <c>import</c> and <c>export</c>.</summary>
internal static class ExchangeVerbs
{
    public static Command Import() => new("import", "Make content of another program’s files.")
    {
        ImportExercise(),
        ImportToPath("gift", "Short answers and multiple choice in Moodle’s GIFT, as exercises of a path.", withTopic: true),
        ImportToPath("csv", "A table of term, definition, example and category, as a new path.", withTopic: false),
    };

    public static Command Export() => new("export", "Write content in the form of another program, on standard output, or your own data.")
    {
        Export("h5p", "An exercise in free text as the content.json of an H5P.Essay.", "name", "<path>/<exercise>.", ExportCommand.H5pAsync),
        Export("gift", "The gaps and choices of a path in Moodle’s GIFT.", "path", "The path’s id.", ExportCommand.GiftAsync),
        Export("csv", "The glossary of a path as a table of term, definition, example and category.", "path", "The path’s id.", ExportCommand.CsvAsync),
    };

    private static Command ImportExercise()
    {
        var (file, folder, topic) = (File(), Folder(), Topic());
        var name = new Argument<string>("name") { Description = "<path>/<exercise>, as the new exercise is to be called." };
        var verb = new Command("h5p", "The content.json of an H5P.Essay, as an exercise in free text.") { file, name, topic, folder };
        verb.SetAction((parsed, cancellationToken) => CommandLine.RunOptions(parsed, () => ImportCommand.H5pAsync(
            parsed.GetValue(folder), parsed.GetRequiredValue(file), parsed.GetRequiredValue(name), parsed.GetValue(topic), cancellationToken)));
        return verb;
    }

    private static Command ImportToPath(string format, string description, bool withTopic)
    {
        var (file, folder, topic) = (File(), Folder(), Topic());
        var path = new Argument<string>("path") { Description = "The path’s id." };
        var verb = new Command(format, description) { file, path, folder };
        if (withTopic)
        {
            verb.Add(topic);
        }

        verb.SetAction((parsed, cancellationToken) => CommandLine.RunOptions(parsed, () => withTopic
            ? ImportCommand.GiftAsync(parsed.GetValue(folder), parsed.GetRequiredValue(file), parsed.GetRequiredValue(path), parsed.GetValue(topic), cancellationToken)
            : ImportCommand.CsvAsync(parsed.GetValue(folder), parsed.GetRequiredValue(file), parsed.GetRequiredValue(path), cancellationToken)));
        return verb;
    }

    private static Command Export(string format, string description, string argument, string meaning, Func<string?, string, CancellationToken, Task<int>> run)
    {
        var folder = Folder();
        var what = new Argument<string>(argument) { Description = meaning };
        var verb = new Command(format, description) { what, folder };
        verb.SetAction((parsed, cancellationToken) => CommandLine.RunOptions(parsed, () => run(parsed.GetValue(folder), parsed.GetRequiredValue(what), cancellationToken)));
        return verb;
    }

    private static Argument<string> File() => new("file") { Description = "The file to read." };

    private static Option<string?> Folder() => new("--content") { Description = "The content folder; the configured one when left out." };

    private static Option<string?> Topic() => new("--topic") { Description = "The topic of what is made; the path’s first when left out." };
}
