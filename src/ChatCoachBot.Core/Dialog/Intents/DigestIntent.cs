namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>The week's digest, now; "digest on" brings it every week again.</summary>
public sealed class DigestIntent : SpokenIntent
{
    public override string Word => "digest";

    public override string Purpose => "how your last week went";

    public override bool NeedsAllCards => true;

    public override bool NeedsAttempts => true;

    public override bool Accepts(string rest) => rest.Length == 0 || IsOn(rest);

    public override void Respond(Turn turn, string rest)
    {
        if (IsOn(rest))
        {
            turn.Learner.WantsNoDigest = false;
            turn.Say(Texts.DigestOn);
        }
        else if (turn.Path is null)
        {
            Asking.AskForPathAgain(turn);
        }
        else
        {
            WeeklyDigest.Send(turn);
        }
    }

    private static bool IsOn(string rest) => OnOff.AfterOn(rest) is "";
}
