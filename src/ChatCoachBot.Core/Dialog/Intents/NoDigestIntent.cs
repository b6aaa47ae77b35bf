namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class NoDigestIntent : SpokenIntent
{
    public override string Word => "no digest";

    public override IReadOnlyList<string> AlsoSaid => ["no digests", "digest off"];

    public override string? Usage => null;

    public override void Respond(Turn turn, string rest)
    {
        turn.Learner.WantsNoDigest = true;
        turn.Say(Texts.DigestOff);
    }
}
