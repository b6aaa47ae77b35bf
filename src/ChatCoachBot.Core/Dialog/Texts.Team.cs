namespace ChatCoachBot.Core.Dialog;

/// <summary>What is said about the team's pages, and about what a learner lets others see.</summary>
public static partial class Texts
{
    // Signing in
    public const string SignInHeading = "Your way in";
    public const string SignInButton = "Open the page";
    public const string SignInOnce = "This link works once, in one browser. It is used when you press the button.";
    public const string SignInGone = "This link has been used or has expired. Ask me for a new one: say “team”.";
    public const string SignInFirst = "This page opens with a link of your own. Ask me for one: say “team”.";
    public const string SignInInChat = "I’ve sent you the link in our own conversation, since it opens the page for whoever has it.";
    public const string NoticeHeading = "That did not work";
    public const string PageGrownOld = "This page is out of date. Reload it and try again.";
    public const string NoPublicUrl = "The page can’t be reached from here yet: whoever runs the coach must set PublicUrl to the address where it can be reached from outside.";

    // What others see
    public const string TeamLink = "Open the team page";
    public const string TeamLinkHow = "Here is the team page. The link is for you alone: it works once, within 15 minutes.";
    public const string TeamNotYours = "The team page is for those who look after the coach; you choose what it shows of you with “share on” and “leaderboard on” and a name.";
    public const string ShareHow = "The team page shows nothing of you alone. Say “share on” and a name to let it show your days of practice, longest streak and retention, never your answers.";
    public const string ShareName = "Under which name? Say “share on” and the name, for example “share on Ada”.";
    public const string ShareOff = "The team page no longer shows your own figures.";
    public const string NameHow = "A name has 1 to 40 characters on one line, with a letter or a number in it, for example “leaderboard on Ada”.";
    public const string LeaderboardHeading = "Leaderboard";
    public const string LeaderboardWhat = "Days practised in the last 30, of those who want to be seen";
    public const string LeaderboardHow = "Say “leaderboard on” and a name to be on it, for example “leaderboard on Ada”. It shows your days of practice, never how well you did.";
    public const string LeaderboardLeave = "Say “leaderboard off” to leave it.";
    public const string LeaderboardOff = "You are not on the leaderboard any more.";
    public const string LeaderboardEmpty = "Nobody is on the leaderboard yet. " + LeaderboardHow;

    // The team page
    public const string TeamTitle = "Team";
    public const string TeamPromise = "Nobody’s answers or scores are here. A person’s own figures are shown only if they share them.";
    public const string TeamParticipation = "Who practises";
    public const string TeamLearners = "Learners";
    public const string TeamWeek = "Active in the last 7 days";
    public const string TeamMonth = "Active in the last 30 days";
    public const string TeamWeeks = "Week by week";
    public const string TeamAnswers = "Answers in the last 30 days";
    public const string TeamRetention = "Reviews remembered, by topic";
    public const string TeamHardest = "Hardest exercises, by answers that passed";
    public const string TeamDisputes = "Disputed grades";
    public const string TeamSharing = "Those who share their progress";
    public const string TeamHealth = "Delivery";
    public const string TeamNothing = "Nothing to show yet.";

    public static string TeamEnough(int people, int days) =>
        $"From the last {Count(days / 7, "week")}, where {Count(people, "person", "people")} or more answered";

    public static string TeamWeeksWhat(int people) =>
        $"From each Monday, how many practised of those who had joined by the end of the week; where fewer than {Count(people, "person", "people")} did, the number is not shown";

    public static string TeamTooFew(int people) => $"fewer than {people.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static string TeamDisputed(int all, int open, int accepted) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{all} disputed, {open} still open, {accepted} found right");

    public static string TeamPerson(int days, int longest, Practice.Recall recall) =>
        $"{Count(days, "day")} of the last 30, longest streak {Count(longest, "day")}{(recall is { Reviews: >= Practice.Recall.Enough, Share: { } share } ? $", {Percent(share)} remembered" : "")}";

    public static string Shares(string name) => $"The team page now shows your days of practice, longest streak and retention as “{name}”, never your answers. Say “share off” to end it.";

    public static string OnLeaderboard(string name) => $"You are on the leaderboard as “{name}”. It shows on how many days you practised, never how well you did. Say “leaderboard off” to leave it.";
}
