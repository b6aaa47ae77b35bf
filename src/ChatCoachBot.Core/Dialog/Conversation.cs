using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>Where a learner and the coach talk, and how far they have got. All of a dialog's memory is here.</summary>
public sealed class Conversation
{
    public Guid Id { get; init; }

    public required string Platform { get; init; }

    /// <summary>The platform's name of the workspace or tenant it is in; empty where there is only one.</summary>
    public string Workspace { get; init; } = "";

    /// <summary>The platform's own name for it.</summary>
    public required string Address { get; init; }

    /// <summary>A channel practises together: its learner stands for all of its members, and nobody talks with the coach in it.</summary>
    public bool IsChannel { get; init; }

    /// <summary>Whether the platform was asked for the person's time zone, where it knows one.</summary>
    public bool ZoneAsked { get; set; }

    public required Learner Learner { get; init; }

    /// <summary>When prompts come. Linked conversations share it, and the prompts come in the one it names.</summary>
    public required Schedule Schedule { get; init; }

    public Step Step { get; set; }

    /// <summary>What was asked last, open or answered; null before the first exercise.</summary>
    public CurrentExercise? Current { get; set; }

    public Quiz? Quiz { get; set; }

    /// <summary>The day's exercise, so that `today` and the daily prompt speak of the same one.</summary>
    public string? TodayKey { get; private set; }

    /// <summary>The learner's local date that <see cref="TodayKey"/> is for.</summary>
    public DateOnly? TodayOn { get; private set; }

    /// <summary>Whether the learner is done with the day's exercise.</summary>
    public bool TodayDone { get; private set; }

    /// <summary>How many other things were due when it was chosen, until they are offered as a round.</summary>
    public int TodayDue { get; private set; }

    public void SetToday(PublishedExercise exercise, DateOnly date, int due) => (TodayKey, TodayOn, TodayDone, TodayDue) = (exercise.Key, date, false, due);

    /// <summary>In another place of the same learner the day's exercise was chosen before, or is done: it is the same day.</summary>
    public void ShareToday(Conversation other, DateOnly date)
    {
        if (other.TodayOn != date || other.TodayKey is null)
        {
            return;
        }

        if (TodayOn != date)
        {
            (TodayKey, TodayOn, TodayDone, TodayDue) = (other.TodayKey, date, other.TodayDone, other.TodayDue);
        }
        else if (TodayKey == other.TodayKey)
        {
            TodayDone |= other.TodayDone;
        }
    }

    public void FinishToday() => TodayDone = true;

    public void BeginDue() => TodayDue = 0;
}

/// <summary>How far the welcome has got. The values are stored: they must not change.</summary>
public enum Step
{
    New = 0,
    ChoosingPath = 1,
    ChoosingTime = 2,
    Practising = 3,

    /// <summary>Somebody else thought that the coach could be of use; nothing was asked for yet.</summary>
    Invited = 4,

    /// <summary>Said no to that, and is not asked again.</summary>
    Declined = 5,
}
