using System.Globalization;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What is said of a learner's progress, and in the weekly digest.</summary>
public static partial class Texts
{
    public const string ProgressTitle = "Your progress";
    public const string ProgressNotYet = "There is nothing to show yet. Choose a path in the chat, and come back after your first exercise.";
    public const string GoOnInChat = "Go on practising in the chat";
    public const string FreezesLabel = "Days off in reserve";
    public const string RetentionLabel = "Remembered";
    public const string DueLabel = "To review";
    public const string MasteryByTopic = "Passed and still fresh, by topic";
    public const string LeavesOut = "Often missing from your answers:";
    public const string ChartTitle = "Your last eight weeks";
    public const string ChartAnswers = "Answers";
    public const string ChartRemembered = "Remembered";
    public const string ChartWeek = "Week from";
    public const string ChartLegend = "Answers in each week; below its Monday, how much you remembered";
    public const string ChartGone = "This chart is not here any more. Say “progress” to the coach to see how it goes today.";

    public const string DigestHeading = "Your last week";
    public const string DaysPractisedLabel = "Practised on";
    public const string AnswersLabel = "Answers";
    public const string DueThisWeekLabel = "To review this week";
    public const string DigestHowOff = "Say “no digest” to stop these.";
    public const string DigestHowOn = "Say “digest on” to get this every week.";
    public const string DigestOn = "All right: each week I’ll tell you how the last one went. Say “no digest” to stop that.";
    public const string DigestOff = "All right, no weekly digest. Say “digest on” if you want it again.";
    public const string DigestEmpty = "There is nothing to sum up from last week. A few minutes today are a good start to this one.";

    public static string StreakDays(int days, int longest) => longest > days ? $"{Days(days)} (your longest: {Count(longest, "day")})" : Days(days);

    public static string StreakInShort(int days, int freezes) => freezes == 0 ? Days(days) : $"{Days(days)} ({Count(freezes, "day")} off in reserve)";

    public static string Freezes(int freezes) => freezes switch
    {
        0 => "none yet: each week you practise earns one",
        1 => "one: a day you miss will not end your streak",
        _ => "two: days you miss will not end your streak",
    };

    public static string Retention(Recall recall) => recall.Reviews < Recall.Enough
        ? "not known yet: a few more reviews will tell"
        : $"{Percent(recall.Share!.Value)} of {Count(recall.Reviews, "review")} in the last 30 days";

    public static string Due(DueOutlook due, Schedule schedule, DateTimeOffset now) => due switch
    {
        { Today: > 0, Tomorrow: > 0 } => $"{Count(due.Today, "thing")} today, {due.Tomorrow.ToString(CultureInfo.InvariantCulture)} tomorrow",
        { Today: > 0 } => $"{Count(due.Today, "thing")} today",
        { Tomorrow: > 0 } => $"nothing today, {Count(due.Tomorrow, "thing")} tomorrow",
        { Next: { } next } => $"nothing until {OnDay(next, schedule, now)["on ".Length..]}",
        _ => "nothing yet",
    };

    public static string DueThisWeek(int due) => due == 0 ? "nothing" : Count(due, "thing");

    public static string AnswersPassed(int answers, int passed) => $"{answers.ToString(CultureInfo.InvariantCulture)}, {passed.ToString(CultureInfo.InvariantCulture)} of them passed";

    public static string LeavesOutMost(string missed) => $"Worth a thought this week: {missed}";

    public static string Week(DateOnly monday) => monday.ToString("d MMM", CultureInfo.InvariantCulture);

    public static string WeekFigure(PracticeWeek week) =>
        Count(week.Answers, "answer") + (week.Retention is { } retention ? $", {Percent(retention)} remembered" : "");

    /// <summary>Where the chart itself follows behind the message.</summary>
    public static string ChartBelow(Chart chart) => $"{chart.Title}: see below.";

    public static string ChartWords(Chart chart) => $"{chart.Title}, by the week’s Monday: {string.Join("; ", chart.Weeks.Select(week => $"{Week(week.Monday)}: {WeekFigure(week)}"))}.";
}
