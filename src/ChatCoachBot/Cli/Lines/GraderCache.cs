using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Cli.Lines;

/// <summary>
/// The graders compiled last, so that lines that are graded by the same thing compile it once. When the young half is full it becomes the
/// old half, and what no line asked for in a while is forgotten.
/// </summary>
internal sealed class GraderCache(ExerciseShelf exercises)
{
    private const int HalfSize = 128;

    private Dictionary<GradeBasis, (ExerciseGrader? Grader, string? Error)> _young = [];
    private Dictionary<GradeBasis, (ExerciseGrader? Grader, string? Error)> _old = [];

    /// <returns>The grader, or a sentence that says why there is none.</returns>
    public (ExerciseGrader? Grader, string? Error) Get(GradeBasis basis)
    {
        if (_young.TryGetValue(basis, out var kept))
        {
            return kept;
        }

        if (!_old.TryGetValue(basis, out kept))
        {
            kept = Compile(basis);
        }

        if (_young.Count == HalfSize)
        {
            (_old, _young) = (_young, []);
        }

        _young.Add(basis, kept);
        return kept;
    }

    private (ExerciseGrader? Grader, string? Error) Compile(GradeBasis basis)
    {
        try
        {
            return (basis.Compile(exercises), null);
        }
        catch (FormatException problem)
        {
            return (null, problem.Message);
        }
    }
}
