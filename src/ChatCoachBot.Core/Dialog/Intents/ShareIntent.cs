namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Whether the team page may show the learner's own figures.</summary>
public sealed class ShareIntent : SpokenIntent
{
    public override string Word => "share";

    public override string Usage => "share on";

    public override string Purpose => "lets the team page show your streak, days and retention, never your answers; “share off” ends it";

    public override bool TakesArgument => true;

    /// <summary>"Share the load" is an answer.</summary>
    public override bool Accepts(string rest) => rest.Length == 0 || OnOff.IsOff(rest) || OnOff.AfterOn(rest) is not null;

    public override void Respond(Turn turn, string rest)
    {
        var learner = turn.Learner;
        if (OnOff.IsOff(rest))
        {
            learner.SharesProgress = false;
            turn.Say(Texts.ShareOff);
        }
        else if (OnOff.AfterOn(rest) is not { } said)
        {
            turn.Say(learner is { SharesProgress: true, Name: { } shown } ? Texts.Shares(shown) : Texts.ShareHow);
        }
        else if ((said.Length == 0 ? learner.Name : null) is not null || ChosenName.TryParse(said, out _))
        {
            learner.Name = ChosenName.TryParse(said, out var chosen) ? chosen : learner.Name;
            learner.SharesProgress = true;
            turn.Say(Texts.Shares(learner.Name!));
        }
        else
        {
            turn.Say(said.Length == 0 ? Texts.ShareName : Texts.NameHow);
        }
    }
}
