namespace ChatCoachBot.Core.Scheduling;

/// <summary>When one conversation gets its daily prompt. <see cref="NextDue"/> is kept up to date by every change, so that what is due is found by an index.</summary>
public sealed class Schedule
{
    /// <summary>A prompt that is later than this is skipped.</summary>
    public static readonly TimeSpan CatchUp = TimeSpan.FromHours(4);

    /// <summary>Two prompts are at least this far apart, also for a learner who flies west.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(12);

    /// <summary>From a first day, this many days hold every weekday and any date that a zone left out.</summary>
    private const int DaysToLook = 15;

    /// <summary>A pause until then or later has no end: behind it the calendar is too short to look ahead.</summary>
    private static readonly DateOnly EndOfDays = DateOnly.MaxValue.AddDays(-DaysToLook);

    public Guid ConversationId { get; init; }

    /// <summary>The local time of the prompt; null until the learner chose one.</summary>
    public TimeOnly? Time { get; private set; }

    public Weekdays Days { get; private set; } = Weekdays.Workdays;

    /// <summary>An IANA zone id.</summary>
    public string TimeZone { get; private set; } = TimeZones.Utc;

    /// <summary>The first local date on which prompts come again; null when not paused.</summary>
    public DateOnly? PausedUntil { get; private set; }

    public bool Stopped { get; private set; }

    /// <summary>Why the platform takes nothing for this conversation any more, in its words: the person has left, say. Null while all is well.</summary>
    public string? EndedBecause { get; private set; }

    public DateTimeOffset? NextDue { get; private set; }

    /// <summary>What is due is not tried again before this, because deciding it failed; when it was due stays what it was.</summary>
    public DateTimeOffset? PutOffUntil { get; private set; }

    public DateTimeOffset? LastPromptAt { get; private set; }

    public DateOnly? LastPromptOn { get; private set; }

    public void Remind(TimeOnly time, Weekdays days, DateTimeOffset now)
    {
        (Time, Days, Stopped, PausedUntil, EndedBecause) = (time, days, false, null, null);
        Plan(now);
    }

    public void Move(string timeZone, DateTimeOffset now)
    {
        TimeZone = timeZone;
        Plan(now);
    }

    public void Pause(DateOnly until, DateTimeOffset now)
    {
        PausedUntil = until;
        Plan(now);
    }

    public void Resume(DateTimeOffset now)
    {
        (PausedUntil, Stopped, EndedBecause) = (null, false, null);
        Plan(now);
    }

    public void Stop()
    {
        (Stopped, NextDue, PutOffUntil) = (true, null, null);
    }

    /// <summary>Ends it until the learner or the platform is back; it is not the learner who stopped it.</summary>
    public void End(string reason) => (EndedBecause, NextDue, PutOffUntil) = (reason, null, null);

    /// <summary>Goes on after <see cref="End"/>, as it was before.</summary>
    public void Revive(DateTimeOffset now)
    {
        EndedBecause = null;
        Plan(now);
    }

    /// <summary>Takes the place of the schedule by which the learner's prompts came in another conversation.</summary>
    public void TakeOver(Schedule other, DateTimeOffset now)
    {
        TakeDaysOf(other);
        (Time, Stopped, LastPromptAt, LastPromptOn) = (other.Time, other.Stopped, other.LastPromptAt, other.LastPromptOn);
        Plan(now);
    }

    /// <summary>Takes over which days are the learner's, and no prompts.</summary>
    public void TakeDaysOf(Schedule other) => (Days, TimeZone, PausedUntil) = (other.Days, other.TimeZone, other.PausedUntil);

    /// <summary>
    /// Takes what is due: the local date to prompt for, or null when it comes too late to be sent. Either way the next one is planned.
    /// Call it only when <see cref="NextDue"/> has come.
    /// </summary>
    public DateOnly? Claim(DateTimeOffset now)
    {
        var due = NextDue ?? throw new InvalidOperationException("Nothing is due.");
        DateOnly? date = null;
        if (now - due < CatchUp)
        {
            date = LocalClock.DateAt(due, TimeZone);
            (LastPromptOn, LastPromptAt) = (date, now);
        }

        Plan(now);
        return date;
    }

    private void Plan(DateTimeOffset now) => (NextDue, PutOffUntil) = (Next(now), null);

    private DateTimeOffset? Next(DateTimeOffset now)
    {
        if (Stopped || EndedBecause is not null || Time is not { } time || PausedUntil >= EndOfDays)
        {
            return null;
        }

        var today = LocalClock.DateAt(now, TimeZone);
        var first = PausedUntil is { } until && until > today ? until : today;
        for (var date = first; date < first.AddDays(DaysToLook); date = date.AddDays(1))
        {
            if (Days.Includes(date.DayOfWeek)
                && date != LastPromptOn
                && LocalClock.MomentOf(date, time, TimeZone) is { } due
                && due > now
                && !(due < LastPromptAt + Rest))
            {
                return due;
            }
        }

        return null;
    }
}
