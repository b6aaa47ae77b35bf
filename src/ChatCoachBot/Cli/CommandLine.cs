using System.CommandLine;
using ChatCoachBot.Cli.Authoring;
using ChatCoachBot.Cli.Exchange;
using ChatCoachBot.Core.Content;
using Microsoft.Extensions.Options;

namespace ChatCoachBot.Cli;

/// <summary>The program's verbs. Anything before or after them is a setting, such as <c>--urls</c>.</summary>
internal static class CommandLine
{
    public const int Failed = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartupException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            // Somebody ended it before it was ready.
            return Failed;
        }
        catch (OptionsValidationException problem)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', problem.Failures));
            return Failed;
        }
        catch (InvalidOperationException problem) when (problem.Source == "Microsoft.Extensions.Configuration.Binder")
        {
            await Console.Error.WriteLineAsync($"A setting has a value of the wrong kind. {problem.Message}");
            return Failed;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("A coach for engineers who work in English: one term or scenario a day, answered in your own words and graded at once.");
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) => RunSettings(parsed, settings => ServeCommand.RunAsync(settings, cancellationToken)));
        root.Add(Verb("serve", "Run the coach with its web chat (what happens without a verb).", ServeCommand.RunAsync));
        root.Add(Verb("chat", "Practise here in the terminal, on the same database.", ChatCommand.RunAsync));
        root.Add(Content());
        root.Add(ExchangeVerbs.Import());
        root.Add(Export());
        root.Add(Grade());
        root.Add(Rubric());
        root.Add(new Command("slack", "Set up Slack.") { Verb("check", "Try the configured tokens and secrets, and say what is missing.", SlackCheckCommand.RunAsync) });
        root.Add(Teams());
        root.Add(Inbox());
        root.Add(DatabaseVerb(
            "backup", "Copy the database to a file, while the host runs or not.", "file", "The file to write; it must not exist yet.", BackUpCommand.RunAsync, ofAnyVersion: true));
        return root;
    }

    private static Command Export()
    {
        var export = ExchangeVerbs.Export();
        export.Add(DatabaseVerb("me", "Write your own data from this terminal as files: your answers, your progress, the glossary for Anki.", "folder", "The folder to write in.", ExportMeCommand.RunAsync));
        return export;
    }

    private static Command Teams()
    {
        var appId = new Option<string>("--app-id") { Description = "The id of the bot’s app registration.", Required = true };
        var site = new Option<string?>("--site") { Description = "Where your company says what the app does, with https://; its /privacy and /terms are named too." };
        var file = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "chatcoach-teams.zip" };
        var package = new Command("package", "Pack the app that is uploaded to Teams.") { appId, site, file };
        package.SetAction((parsed, cancellationToken) => RunOptions(
            parsed, () => TeamsPackageCommand.RunAsync(parsed.GetRequiredValue(appId), parsed.GetValue(site), parsed.GetRequiredValue(file), cancellationToken)));
        return new Command("teams", "Set up Teams.") { Verb("check", "Try the configured settings by getting a token, and say what is wrong.", TeamsCheckCommand.RunAsync), package };
    }

    private static Command Inbox()
    {
        const string which = "The number of the message, or “all”.";
        return new Command("inbox", "Look after messages that failed at every try and were set aside.")
        {
            Verb("list", "Show them, without their texts.", (settings, cancellationToken) => DatabaseCommand.RunAsync(settings, InboxCommand.ListAsync, cancellationToken)),
            DatabaseVerb("retry", "Try one again, or all.", "message", which, InboxCommand.RetryAsync),
            DatabaseVerb("drop", "Give one up, or all.", "message", which, InboxCommand.DropAsync),
        };
    }

    /// <summary>A verb that takes one argument and works on the database.</summary>
    private static Command DatabaseVerb(
        string name, string description, string argument, string meaning, Func<IServiceProvider, string, CancellationToken, Task<int>> run, bool ofAnyVersion = false)
    {
        var value = new Argument<string>(argument) { Description = meaning };
        var verb = new Command(name, description) { value };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var given = parsed.GetRequiredValue(value);
            if (string.IsNullOrWhiteSpace(given) || given.StartsWith('-'))
            {
                await Console.Error.WriteLineAsync($"Write the {argument} right behind “{name}”, and settings behind it.");
                return Failed;
            }

            return await RunSettings(parsed, settings => DatabaseCommand.RunAsync(settings, (services, cancel) => run(services, given, cancel), cancellationToken, ofAnyVersion));
        });
        return verb;
    }

    private static Command Verb(string name, string description, Func<string[], CancellationToken, Task<int>> run)
    {
        var verb = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction((parsed, cancellationToken) => RunSettings(parsed, settings => run(settings, cancellationToken)));
        return verb;
    }

    private static Command Content()
    {
        var folder = new Argument<string[]>("folder") { Description = "The content folders, in order; the configured ones when left out.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Write one JSON document, for editors and scripts, in place of lines and a table." };
        var check = new Command("check", "Check all content, run every sample, and name each fault by file and line.") { folder, json };
        check.SetAction((parsed, cancellationToken) =>
            RunOptions(parsed, () => ContentCheckCommand.RunAsync(parsed.GetValue(folder) ?? [], parsed.GetValue(json), cancellationToken), parsed.GetValue(folder)));
        return new Command("content", "Work on the content of paths.") { check, NewContent() };
    }

    private static Command NewContent()
    {
        var folder = new Option<string?>("--content") { Description = "The content folder to write in; the configured one when left out." };
        var pathId = new Argument<string>("id") { Description = "The id of the new path, as in release-engineer." };
        var path = new Command("path", "Make a path with a term and an exercise, to start from.") { pathId, folder };
        path.SetAction((parsed, cancellationToken) =>
            RunOptions(parsed, () => ContentNewCommand.PathAsync(parsed.GetValue(folder), parsed.GetRequiredValue(pathId), cancellationToken)));

        var name = new Argument<string>("name") { Description = "<path>/<exercise>, as in release-engineer/explain-rollback." };
        var kind = new Option<ExerciseKind>("--kind") { Description = "What kind of exercise.", DefaultValueFactory = _ => ExerciseKind.Explain };
        var exercise = new Command("exercise", "Make an exercise of a path, to start from.") { name, kind, folder };
        exercise.SetAction((parsed, cancellationToken) => RunOptions(
            parsed, () => ContentNewCommand.ExerciseAsync(parsed.GetValue(folder), parsed.GetRequiredValue(name), parsed.GetValue(kind), cancellationToken)));
        return new Command("new", "Make the files that an author starts from.") { path, exercise };
    }

    private static Command Grade()
    {
        var folder = new Option<string?>("--content") { Description = "The content folder that exercises are looked up in; the configured one when left out." };
        var grade = new Command("grade", "Grade answers: JSON Lines in, one grade or error a line out, in the same order.") { folder };
        grade.SetAction((parsed, cancellationToken) => RunOptions(parsed, () => GradeCommand.RunAsync(parsed.GetValue(folder), cancellationToken)));
        return grade;
    }

    private static Command Rubric()
    {
        var question = new Option<string?>("--question") { Description = "What the model answer answers: the question's own words earn nothing." };
        var keyPoints = new Option<bool>("--key-points") { Description = "Each line that comes in is a key point of its own." };
        var draft = new Command("draft", "Make a rubric to start from: a model answer in, YAML out.") { question, keyPoints };
        draft.SetAction((parsed, cancellationToken) =>
            RunOptions(parsed, () => RubricDraftCommand.RunAsync(parsed.GetValue(question), parsed.GetValue(keyPoints), cancellationToken)));
        return new Command("rubric", "Work on rubrics.") { draft };
    }

    /// <summary>A verb that takes no settings takes nothing but its own options.</summary>
    /// <param name="list">What a list of arguments has taken in, which may be an option that there is not.</param>
    public static async Task<int> RunOptions(ParseResult parsed, Func<Task<int>> run, IReadOnlyList<string>? list = null)
    {
        if (parsed.UnmatchedTokens.Concat((list ?? []).Where(word => word.StartsWith('-'))).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"I don’t know “{unknown}” here. Say --help behind the verb to see what it takes.");
            return Failed;
        }

        return await run();
    }

    /// <summary>What is no verb must look like a setting: a mistyped verb is not to start the host.</summary>
    private static async Task<int> RunSettings(ParseResult parsed, Func<string[], Task<int>> run)
    {
        var settings = parsed.UnmatchedTokens.ToArray();
        for (var i = 0; i < settings.Length; i++)
        {
            if (!settings[i].StartsWith('-'))
            {
                await Console.Error.WriteLineAsync($"I don’t know “{settings[i]}”. Say --help to see the verbs; settings are written as --Name value or --Name=value.");
                return Failed;
            }

            // A setting without "=" takes the next word as its value.
            i += settings[i].Contains('=', StringComparison.Ordinal) ? 0 : 1;
        }

        return await run(settings);
    }
}
