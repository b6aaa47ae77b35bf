using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Asks one of the path's recommended scenarios, or the one that is named.</summary>
public sealed class ScenarioIntent : SpokenIntent
{
    public override string Word => "scenario";

    public override string Purpose => "a situation to handle in writing";

    public override bool NeedsAllCards => true;

    /// <summary>By its id, or by path and id, which is what a button says.</summary>
    public override bool Accepts(string rest, Library library) => rest.Length == 0 || Find(library, own: null, rest) is not null;

    public override void Respond(Turn turn, string rest)
    {
        if (Find(turn.Library, turn.Path, rest) is { } named)
        {
            // Who begins with a scenario of a path has chosen the path.
            turn.Learner.PathId ??= named.PathId;
            Asking.PassOver(turn);
            Ask(turn, named);
            return;
        }

        if (turn.Path is not { } path)
        {
            Asking.AskForPathAgain(turn);
            return;
        }

        Asking.PassOver(turn);
        var scenarios = path.Syllabus.Where(item => item.Exercise.Kind == ExerciseKind.Scenario || path.Info.Scenarios.Contains(item.Exercise.Id));
        if (turn.Picker.Next(scenarios, butNot: turn.Conversation.Current?.Key) is { } scenario)
        {
            Ask(turn, scenario);
        }
        else
        {
            turn.Say(Texts.NoScenario, Replies.Buttons.Next);
        }
    }

    private static void Ask(Turn turn, PublishedExercise scenario)
    {
        QuizRound.Leave(turn);
        Asking.Ask(turn, scenario, Texts.ScenarioHeading);
    }

    private static PublishedExercise? Find(Library library, PublishedPath? own, string id) =>
        library.Paths
            .OrderByDescending(path => path == own)
            .Select(path => path.Exercise($"{path.Info.Id}/{id}") ?? path.Exercise(id))
            .FirstOrDefault(found => found is not null);
}
