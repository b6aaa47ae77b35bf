namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>The way to the team page, for those who look after the coach. Help does not name it: nearly everybody else reads that.</summary>
public sealed class TeamIntent : SpokenIntent
{
    public override string Word => "team";

    public override string? Usage => null;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.IsAdmin)
        {
            SignInLink.Say(turn, "/team", Texts.TeamLink, Texts.TeamLinkHow);
        }
        else
        {
            turn.Say(Texts.TeamNotYours);
        }
    }
}
