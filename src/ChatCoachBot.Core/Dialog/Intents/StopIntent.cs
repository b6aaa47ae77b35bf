using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class StopIntent : SpokenIntent
{
    public override string Word => "stop";

    public override string Purpose => "no more prompts; your progress is kept";

    public override void Respond(Turn turn, string rest)
    {
        turn.Schedule.Stop();
        turn.Say(Texts.Stopped, Buttons.Start);
    }
}
