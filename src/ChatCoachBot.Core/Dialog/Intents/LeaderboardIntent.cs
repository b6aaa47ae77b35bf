using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Who practised on how many days, of those who want to be seen. It never tells how well.</summary>
public sealed class LeaderboardIntent : SpokenIntent
{
    public override string Word => "leaderboard";

    public override string Purpose => "who practised on how many days; “leaderboard on” and a name puts you on it, “leaderboard off” takes you off";

    public override bool TakesArgument => true;

    public override bool NeedsLeaderboard => true;

    public override bool Accepts(string rest) => rest.Length == 0 || OnOff.IsOff(rest) || OnOff.AfterOn(rest) is not null;

    public override void Respond(Turn turn, string rest)
    {
        var learner = turn.Learner;
        if (rest.Length == 0)
        {
            turn.Say(Show(turn.Leaderboard, learner.OnLeaderboard));
        }
        else if (OnOff.IsOff(rest))
        {
            learner.OnLeaderboard = false;
            turn.Say(Texts.LeaderboardOff);
        }
        else if (OnOff.AfterOn(rest) is { } said && ChosenName.TryParse(said.Length == 0 ? learner.Name ?? "" : said, out var name))
        {
            (learner.Name, learner.OnLeaderboard) = (name, true);
            turn.Say(Texts.OnLeaderboard(name));
        }
        else
        {
            turn.Say(OnOff.AfterOn(rest) is { Length: > 0 } ? Texts.NameHow : Texts.LeaderboardHow);
        }
    }

    private static Reply Show(IReadOnlyList<LeaderboardEntry> entries, bool isOn) => entries.Count == 0
        ? Reply.Saying(Texts.LeaderboardEmpty)
        : Reply.Of(
            new Heading(Texts.LeaderboardHeading),
            new Caption(Texts.LeaderboardWhat),
            new Bars([.. entries.Select(entry => new Bar(entry.Name, (double)entry.Days / LeaderboardEntry.Window, Texts.Count(entry.Days, "day")))]),
            new Caption(isOn ? Texts.LeaderboardLeave : Texts.LeaderboardHow));
}
