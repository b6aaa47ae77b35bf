namespace ChatCoachBot.Core.Practice.Fsrs;

/// <summary>
/// The formulas of FSRS-6: how a memory fades, and what a review makes of it (Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for
/// Optimizing Spaced Repetition Scheduling", KDD 2022, and github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm).
/// </summary>
internal sealed class FsrsModel
{
    private const double LeastStability = 0.001;
    private const double MostStability = 36_500;
    private const double LeastDifficulty = 1;
    private const double MostDifficulty = 10;

    /// <summary>What stability is measured at: after so many days the chance is nine in ten.</summary>
    private const double Reference = 0.9;

    private readonly double[] _w;
    private readonly double _decay;
    private readonly double _factor;
    private readonly double _easiestStart;
    private readonly double _sameDayLapse;

    public FsrsModel(IReadOnlyList<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Count, 21);
        _w = [.. weights];
        _decay = -_w[20];
        _factor = Math.Pow(Reference, 1 / _decay) - 1;
        _easiestStart = UnboundedDifficulty(Rating.Easy);
        _sameDayLapse = Math.Exp(_w[17] * _w[18]);
    }

    /// <summary>The chance to recall something after days, 0..1.</summary>
    public double Retrievability(double days, double stability) => Math.Pow(1 + (_factor * days / stability), _decay);

    /// <summary>After how many days the chance has fallen to a retention, as a share of the stability.</summary>
    public double IntervalPerStability(double retention) => (Math.Pow(retention, 1 / _decay) - 1) / _factor;

    public double FirstStability(Rating rating) => Math.Max(_w[(int)rating - 1], 0.1);

    public double FirstDifficulty(Rating rating) => Bounded(UnboundedDifficulty(rating));

    /// <summary>Each review moves it, the less the harder it is already, and always a little towards the easiest start.</summary>
    public double NextDifficulty(double difficulty, Rating rating)
    {
        var change = -_w[6] * ((int)rating - 3);
        var damped = difficulty + (change * (MostDifficulty - difficulty) / 9);
        return Bounded((_w[7] * _easiestStart) + ((1 - _w[7]) * damped));
    }

    /// <param name="retrievability">The chance at the moment of the review.</param>
    public double RecalledStability(double difficulty, double stability, double retrievability, Rating rating)
    {
        var hard = rating == Rating.Hard ? _w[15] : 1;
        var easy = rating == Rating.Easy ? _w[16] : 1;
        var growth = Math.Exp(_w[8]) * (11 - difficulty) * Math.Pow(stability, -_w[9]) * (Math.Exp((1 - retrievability) * _w[10]) - 1) * hard * easy;
        return Math.Clamp(stability * (1 + growth), LeastStability, MostStability);
    }

    /// <param name="hasSteps">Whether reviews on one day are counted apart: then a lapse takes no less than such a review would.</param>
    public double ForgottenStability(double difficulty, double stability, double retrievability, bool hasSteps)
    {
        var forgotten = _w[11] * Math.Pow(difficulty, -_w[12]) * (Math.Pow(stability + 1, _w[13]) - 1) * Math.Exp((1 - retrievability) * _w[14]);
        var atMost = hasSteps ? stability / _sameDayLapse : stability;
        return Math.Clamp(Math.Min(forgotten, atMost), LeastStability, MostStability);
    }

    /// <summary>After another review on the same day. What was recalled loses nothing by it, and what was hard gains nothing.</summary>
    public double SameDayStability(double stability, Rating rating)
    {
        if (rating == Rating.Hard)
        {
            return stability;
        }

        var change = Math.Pow(stability, -_w[19]) * Math.Exp(_w[17] * ((int)rating - 3 + _w[18]));
        return Math.Clamp(stability * (rating == Rating.Again ? change : Math.Max(change, 1)), LeastStability, MostStability);
    }

    private double UnboundedDifficulty(Rating rating) => _w[4] - Math.Exp(((int)rating - 1) * _w[5]) + 1;

    private static double Bounded(double difficulty) => Math.Clamp(difficulty, LeastDifficulty, MostDifficulty);
}
