namespace ChatCoachBot.Core.Practice.Fsrs;

/// <summary>
/// When something is to be asked again, by FSRS-6 (github.com/open-spaced-repetition). A card, a rating and a moment give the card
/// after it; nothing is stored and nothing is left to chance. It does what ts-fsrs 5.4.2 does without fuzz.
/// </summary>
public sealed class FsrsScheduler
{
    /// <summary>Stored with each card, so that a later version knows what made it.</summary>
    public const string Version = "FSRS-6";

    private readonly FsrsOptions _options;
    private readonly FsrsModel _model;
    private readonly double _intervalPerStability;

    public FsrsScheduler(FsrsOptions options)
    {
        _options = options;
        _model = new FsrsModel(options.Weights);
        _intervalPerStability = _model.IntervalPerStability(options.DesiredRetention);
    }

    /// <summary>The chance that something is recalled at a moment, 0..1, after the full days since its review; 0 for what was never reviewed.</summary>
    public double Retrievability(FsrsCard card, DateTimeOffset at) =>
        card.Phase == FsrsPhase.New ? 0 : _model.Retrievability(Math.Max(0, (at - card.LastReview).Days), card.Stability);

    /// <summary>After how many whole days the chance to recall something has come down to the desired retention.</summary>
    public int Interval(double stability) =>
        (int)Math.Clamp(Math.Round(stability * _intervalPerStability, MidpointRounding.AwayFromZero), 1, _options.LongestInterval);

    /// <summary>The card after a review.</summary>
    /// <param name="at">When; a clock that was set back counts as no time gone.</param>
    public FsrsCard Review(FsrsCard card, Rating rating, DateTimeOffset at)
    {
        if (!Enum.IsDefined(rating))
        {
            throw new ArgumentOutOfRangeException(nameof(rating), rating, "There are four ratings.");
        }

        var days = card.Phase == FsrsPhase.New ? 0 : DaysBetween(card.LastReview, at);
        var isLapse = card.Phase == FsrsPhase.Review && rating == Rating.Again;
        var reviewed = card with
        {
            Stability = Stability(card, rating, days),
            Difficulty = card.Phase == FsrsPhase.New ? _model.FirstDifficulty(rating) : _model.NextDifficulty(card.Difficulty, rating),
            LastReview = at,
            Reviews = card.Reviews + 1,
            Lapses = card.Lapses + (isLapse ? 1 : 0),
        };
        return _options.HasSteps && NextStep(card, rating) is var (step, wait)
            ? reviewed with { Phase = StepsOf(card.Phase), Step = step, Due = at + wait }
            : reviewed with { Phase = FsrsPhase.Review, Step = 0, Due = at.AddDays(Interval(card, rating, days)) };
    }

    private double Stability(FsrsCard card, Rating rating, int days)
    {
        if (card.Phase == FsrsPhase.New)
        {
            return _model.FirstStability(rating);
        }

        if (days == 0 && _options.HasSteps)
        {
            return _model.SameDayStability(card.Stability, rating);
        }

        var retrievability = _model.Retrievability(days, card.Stability);
        return rating == Rating.Again
            ? _model.ForgottenStability(card.Difficulty, card.Stability, retrievability, _options.HasSteps)
            : _model.RecalledStability(card.Difficulty, card.Stability, retrievability, rating);
    }

    /// <returns>The step that comes next, and after how long; null when the card is done with steps.</returns>
    private (int Step, TimeSpan Wait)? NextStep(FsrsCard card, Rating rating)
    {
        var steps = card.Phase is FsrsPhase.New or FsrsPhase.Learning ? _options.LearningSteps : _options.RelearningSteps;
        if (card.Step >= steps.Count || (card.Phase == FsrsPhase.Review && rating != Rating.Again))
        {
            return null;
        }

        return rating switch
        {
            Rating.Again => (0, steps[0]),
            Rating.Hard => (card.Step, WholeMinutes(steps.Count == 1 ? steps[0] * 1.5 : (steps[0] + steps[1]) / 2)),
            Rating.Good when card.Step + 1 < steps.Count => (card.Step + 1, steps[card.Step + 1]),
            _ => null,
        };
    }

    /// <summary>In whole days. In a review a better rating brings a thing back later than a worse one would have; while it is being learnt each stands alone.</summary>
    private int Interval(FsrsCard card, Rating rating, int days)
    {
        if (_options.HasSteps && (card.Phase != FsrsPhase.Review || rating == Rating.Again))
        {
            return Rounded(card, rating, days);
        }

        var worst = _options.HasSteps ? Rating.Hard : Rating.Again;
        var interval = Math.Min(Rounded(card, worst, days), Rounded(card, worst + 1, days));
        for (var better = worst + 1; better <= rating; better++)
        {
            interval = Math.Max(interval + 1, Rounded(card, better, days));
        }

        return interval;
    }

    private int Rounded(FsrsCard card, Rating rating, int days) => Interval(Stability(card, rating, days));

    private static FsrsPhase StepsOf(FsrsPhase phase) => phase is FsrsPhase.New or FsrsPhase.Learning ? FsrsPhase.Learning : FsrsPhase.Relearning;

    private static TimeSpan WholeMinutes(TimeSpan wait) => TimeSpan.FromMinutes(Math.Round(wait.TotalMinutes, MidpointRounding.AwayFromZero));

    /// <summary>Days of the calendar in UTC, and never less than none.</summary>
    private static int DaysBetween(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, (to.UtcDateTime.Date - from.UtcDateTime.Date).Days);
}
