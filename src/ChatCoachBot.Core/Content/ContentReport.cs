namespace ChatCoachBot.Core.Content;

/// <param name="Faults">Errors and warnings, by file and line.</param>
/// <param name="Paths">What there is, as far as it could be read.</param>
public sealed record ContentReport(IReadOnlyList<Fault> Faults, IReadOnlyList<PathCount> Paths)
{
    public bool HasErrors => Faults.Any(fault => fault.Severity is Severity.Error);
}
