using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Welcomes a new learner, and one who comes back after `stop`.</summary>
public sealed class StartIntent : SpokenIntent
{
    public override string Word => "start";

    public override IReadOnlyList<string> AlsoSaid => ["hello", "hi", "hey"];

    public override string Purpose => "begin, or begin again";

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Step is Step.New or Step.Invited or Step.Declined)
        {
            turn.Say(Texts.Greeting);
        }

        if (turn.Path is null)
        {
            Welcome.AskForPath(turn);
        }
        else if (turn.Schedule.Time is null && turn.Conversation.Step != Step.Practising)
        {
            Welcome.AskForTime(turn);
        }
        else
        {
            turn.Schedule.Resume(turn.Now);
            turn.Say(turn.Schedule.Time is null ? Texts.AlreadyStarted : $"{Texts.AlreadyStarted} {Texts.Reminded(turn.Schedule, turn.Now)}", Buttons.Today, Buttons.Help);
        }
    }
}
