using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Chooses a path, by its id, its title or its number in the list.</summary>
public sealed class SwitchIntent : SpokenIntent
{
    public override string Word => "switch";

    public override string Usage => "switch PATH";

    public override string Purpose => "take another path";

    public override bool TakesArgument => true;

    public override bool NeedsAllCards => true;

    public override bool Accepts(string rest) => !rest.Contains(' ', StringComparison.Ordinal);

    /// <summary>"Switch traffic back first" answers many an exercise: several words are meant only when they name a path.</summary>
    public override bool Accepts(string rest, Library library) => Accepts(rest) || PathIndex.Find(library, rest) is not null;

    public override void Respond(Turn turn, string rest)
    {
        if (PathIndex.Find(turn.Library, rest) is not { } path)
        {
            turn.Say(PathsReply.For(turn.Library, rest.Length == 0 ? Texts.ChoosePath : Texts.UnknownPath(rest)));
            return;
        }

        turn.Learner.PathId = path.Info.Id;
        turn.Conversation.Quiz = null;
        turn.Conversation.Current = null;
        turn.Say(Texts.Chosen(path.Info));
        if (turn.Conversation.Step is Step.New or Step.ChoosingPath or Step.Invited or Step.Declined && turn.Schedule.Time is null)
        {
            Welcome.AskForTime(turn);
        }
        else
        {
            turn.Conversation.Step = Step.Practising;
            Asking.Today(turn, Texts.TodayHeading);
        }
    }
}
