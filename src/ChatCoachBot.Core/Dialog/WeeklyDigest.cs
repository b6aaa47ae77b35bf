using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>A learner's last week in a few lines, before the first prompt of a new one.</summary>
public static class WeeklyDigest
{
    /// <summary>Whether this week's is still to come: then it needs what was answered.</summary>
    public static bool IsDue(Conversation conversation, DateTimeOffset now) =>
        conversation is { IsChannel: false, Learner.WantsNoDigest: false }
        && !(conversation.Learner.DigestWeek >= Weeks.MondayOf(LocalClock.DateAt(now, conversation.Schedule.TimeZone)));

    /// <summary>Once a week, and only when there was something to sum up.</summary>
    internal static void SendDue(Turn turn)
    {
        if (!IsDue(turn.Conversation, turn.Now))
        {
            return;
        }

        turn.Learner.DigestWeek = Weeks.MondayOf(turn.LocalDate);
        if (LastWeek(turn).Count > 0)
        {
            turn.Send(Reply(turn, LastWeek(turn)), null);
        }
    }

    /// <summary>When asked for.</summary>
    internal static void Send(Turn turn)
    {
        if (LastWeek(turn) is { Count: > 0 } attempts)
        {
            turn.Say(Reply(turn, attempts));
        }
        else
        {
            turn.Say(Texts.DigestEmpty, Buttons.Next, Buttons.Progress);
        }
    }

    private static List<PastAttempt> LastWeek(Turn turn)
    {
        var monday = Weeks.MondayOf(turn.LocalDate);
        return [.. turn.Past.Where(attempt => attempt.LocalDate >= monday.AddDays(-7) && attempt.LocalDate < monday)];
    }

    private static Reply Reply(Turn turn, List<PastAttempt> attempts)
    {
        var path = turn.Path!;
        List<Block> blocks =
        [
            new Heading(Texts.DigestHeading),
            new Facts(
            [
                new Fact(Texts.DaysPractisedLabel, Texts.Count(attempts.DistinctBy(attempt => attempt.LocalDate).Count(), "day")),
                new Fact(Texts.AnswersLabel, Texts.AnswersPassed(attempts.Count, attempts.Count(attempt => attempt.Verdict == Verdict.Pass))),
                new Fact(Texts.StreakLabel, Texts.Days(turn.Learner.Streak.Current(turn.Schedule, turn.Now))),
                new Fact(Texts.DueThisWeekLabel, Texts.DueThisWeek(DueOutlook.Of(path, turn.Cards, turn.Schedule.TimeZone, turn.Now).ThisWeek)),
            ]),
        ];
        if (WeakPoints.Of(path, turn.Past) is [var weak, ..])
        {
            blocks.Add(new Paragraph(Texts.LeavesOutMost(weak)));
        }

        blocks.Add(new Caption(turn.Learner.WantsNoDigest ? Texts.DigestHowOn : Texts.DigestHowOff));
        return new Reply(blocks);
    }
}
