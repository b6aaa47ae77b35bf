using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What is said about and in channels that practise together.</summary>
public static partial class Texts
{
    public const string ChannelHeading = "Today’s exercise for everybody here";
    public const string ChannelNotYours = "In this workspace only the channel’s creator and the workspace’s admins decide on channel practice. Please ask one of them.";
    public const string RoundGone = "I can’t find the exercise that you answered. Please answer the latest one in this channel.";
    public const string RoundOver = "Only you can see this. The exercise is closed, so your answer no longer counts for the channel.";
    public const string RoundOverKept = "The exercise is closed, so this answer no longer counts for the channel.";
    public const string RoundTryAgain = "You may answer again there.";
    public const string OnlyYouSee = "Only you can see this.";
    public const string OnlyYouSeeTryAgain = "Only you can see this. You may answer again.";
    public const string RoundAnswerHeading = "Your answer in the channel";
    public const string OneOfYourOwn = "Would you like an exercise of your own each day?";
    public const string RoundClosedHeading = "This exercise is closed";

    /// <summary>For a platform that shows a bot only what mentions it.</summary>
    public const string MentionMe = "If you answer in a reply, mention me, so that I see it.";

    public static string HowToAnswerInChannel(ChannelRound round, Schedule schedule) =>
        $"Answer here or in a reply, until {Day(round.ClosesAt, schedule, round.OpenedAt)} ({schedule.TimeZone}). Only you see your grade.";

    /// <param name="call">What people say before a word to the coach in a channel.</param>
    public static string ChannelWhere(string call) => $"Say that in the channel you want to practise in, for example “{call}channel on {UsualWish}”.";

    public static string ChannelOff(string call) => $"All right, no more exercises in this channel. Say “{call}channel on” to begin again.";

    public static string ChannelEnded(string call) => $"I could not post here any more, so I stopped. Add me to this channel again, then say “{call}channel on” to begin again.";

    public static string ChannelOn(Schedule schedule, LearningPath path, DateTimeOffset now, string call) =>
        $"An exercise from {path.Title} comes to the channel at {Time(schedule)} {OnDays(schedule.Days)} ({schedule.TimeZone}).{Next(schedule, now)} Say “{call}channel off” there to end it.";

    public static string ChannelAnnouncement(Schedule schedule, LearningPath path, DateTimeOffset now) =>
        $"Hello, I’m ChatCoach. At {Time(schedule)} {OnDays(schedule.Days)} ({schedule.TimeZone}) I’ll post an exercise from {path.Title} here. Answer it if you like; only you will see your grade.{Next(schedule, now)}";

    /// <param name="when">The times that were wished for; null when there were none to be understood.</param>
    public static string ChannelHow(Library library, string call, string? when = null) =>
        $"Tell me when, and which path: “{call}channel on {when ?? UsualWish} {(library.Paths.Count > 0 ? library.Paths[0].Info.Id : "PATH")}”. The paths are {string.Join(", ", library.Paths.Select(path => path.Info.Id))}.";

    private const string UsualWish = "09:30 weekdays";

    /// <summary>Fewer answers than this would tell of one person.</summary>
    internal const int FewestToTell = 3;

    public static string Answered(int people, int passed) => people switch
    {
        0 => "Nobody answered this time.",
        < FewestToTell => $"{Count(people, "person", "people")} answered. Thank you!",
        _ when passed == people => $"{Count(people, "person", "people")} answered, and all passed. Well done!",
        _ => $"{Count(people, "person", "people")} answered; {(passed == 0 ? "none" : passed.ToString(CultureInfo.InvariantCulture))} passed.",
    };

    public static string MissedMost(string missed) => $"What was missed most: {missed}";
}
