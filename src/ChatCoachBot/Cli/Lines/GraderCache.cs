using ChatCoachBot.Core.Grading;
using Microsoft.Extensions.Caching.Memory;

namespace ChatCoachBot.Cli.Lines;

/// <summary>The graders compiled last, so that lines that are graded by the same thing compile it once.</summary>
internal sealed class GraderCache(ExerciseShelf exercises) : IDisposable
{
    private const int Most = 256;

    private readonly MemoryCache _compiled = new(new MemoryCacheOptions { SizeLimit = Most });

    public void Dispose() => _compiled.Dispose();

    /// <returns>The grader, or a sentence that says why there is none.</returns>
    public Task<(ExerciseGrader? Grader, string? Error)> GetAsync(GradeBasis basis, CancellationToken cancellationToken) => _compiled.GetOrCreateAsync(basis, entry =>
    {
        entry.Size = 1;
        return CompileAsync(basis, cancellationToken);
    });

    private async Task<(ExerciseGrader? Grader, string? Error)> CompileAsync(GradeBasis basis, CancellationToken cancellationToken)
    {
        try
        {
            return (await basis.CompileAsync(exercises, cancellationToken), null);
        }
        catch (FormatException problem)
        {
            return (null, problem.Message);
        }
    }
}
