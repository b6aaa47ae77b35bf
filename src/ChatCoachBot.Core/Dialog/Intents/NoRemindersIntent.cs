namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Declines the daily prompt at the welcome; later it is `stop` in other words.</summary>
public sealed class NoRemindersIntent : SpokenIntent
{
    public override string Word => "no reminders";

    public override IReadOnlyList<string> AlsoSaid => ["no reminder", "remind never", "remind off"];

    public override string? Usage => null;

    public override bool NeedsAllCards => true;

    public override void Respond(Turn turn, string rest)
    {
        turn.Schedule.Stop();
        turn.Say(Texts.NoRemindersSet);
        Welcome.Finish(turn);
    }
}
