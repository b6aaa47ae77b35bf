namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class ResumeIntent : SpokenIntent
{
    public override string Word => "resume";

    public override string Purpose => "prompts again, after a pause or a stop";

    public override void Respond(Turn turn, string rest)
    {
        turn.Learner.Streak = turn.Learner.Streak.Wake(turn.Schedule, turn.Now);
        PromptsHereIntent.TakeOverEnded(turn);
        turn.Schedule.Resume(turn.Now);
        turn.Say(Texts.Resumed(turn.Schedule, turn.Now), Replies.Buttons.Today);
    }
}
