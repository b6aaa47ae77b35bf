using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Gives the hint of the first thing still missing, each hint once.</summary>
public sealed class HintIntent : SpokenIntent
{
    public override string Word => "hint";

    public override string Purpose => "a nudge for the exercise in hand";

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is not { IsOpen: true } current || turn.Exercise is not { } asked)
        {
            turn.Say(Texts.NothingOpen, Buttons.Next, Buttons.Today);
            return;
        }

        var next = Hints(asked.Exercise).FirstOrDefault(hint => !current.HintsGiven.Contains(hint.Id) && !current.PointsMet.Contains(hint.Id));
        if (next.Text is null)
        {
            turn.Say(Texts.NoMoreHints, Buttons.ModelAnswer, Buttons.Skip);
            return;
        }

        current.HintsGiven = [.. current.HintsGiven, next.Id];
        current.TouchedAt = turn.Now;
        turn.Say(next.Text, [.. Buttons.Options(asked.Exercise), Buttons.Hint, Buttons.Skip, Buttons.ModelAnswer]);
    }

    private static IEnumerable<(string Id, string Text)> Hints(Exercise exercise) =>
    [
        .. (exercise.Rubric?.Points ?? []).OrderByDescending(point => point.Required).Select(point => (point.Id, Texts.Hint(point.Hint))),
        .. exercise.Gaps.Select((gap, index) => (
            $"gap-{Texts.OptionNumber(index)}",
            gap.Hint is { } hint ? Texts.Hint(hint) : Texts.FirstLetterHint(index, gap.Any[0]))),
        // One wrong option may go; two would give the answer away.
        .. exercise.Options.Select((option, index) => (option, index)).Where(item => !item.option.Correct).Take(1)
            .Select(item => ($"not-{Texts.OptionNumber(item.index)}", Texts.NotThisOption(item.index, item.option.Why))),
    ];
}
