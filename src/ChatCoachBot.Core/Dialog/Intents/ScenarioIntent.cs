using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Asks one of the path's recommended scenarios.</summary>
public sealed class ScenarioIntent : SpokenIntent
{
    public override string Word => "scenario";

    public override string Purpose => "a situation to handle in writing";

    public override bool NeedsAllCards => true;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Path is not { } path)
        {
            Asking.AskForPathAgain(turn);
            return;
        }

        Asking.PassOver(turn);
        var scenarios = path.Syllabus.Where(item => item.Exercise.Kind == ExerciseKind.Scenario || path.Info.Scenarios.Contains(item.Exercise.Id));
        if (Picker.Next(scenarios, turn.Cards, butNot: turn.Conversation.Current?.Key) is { } scenario)
        {
            turn.Conversation.Quiz = null;
            Asking.Ask(turn, scenario, Texts.ScenarioHeading);
        }
        else
        {
            turn.Say(Texts.NoScenario, Replies.Buttons.Next);
        }
    }
}
