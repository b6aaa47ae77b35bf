using System.Globalization;

namespace ChatCoachBot.Benchmarks;

/// <summary>Sums up measurements as median, 99th percentile and range, so that a noisy machine shows.</summary>
internal static class Figures
{
    public static string Of(IEnumerable<double> measured, string unit)
    {
        var sorted = measured.Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"median {At(sorted, 0.5):0.0} {unit}, p99 {At(sorted, 0.99):0.0} {unit}, {sorted[0]:0.0} to {sorted[^1]:0.0} {unit}, n={sorted.Length}");
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(share * sorted.Length))];
}
