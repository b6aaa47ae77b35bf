namespace ChatCoachBot.Core.Content;

/// <param name="Paths">The paths without an error, ready to import.</param>
/// <param name="Faults">Every fault of every file, by file and line.</param>
public sealed record ContentReading(IReadOnlyList<LearningPath> Paths, IReadOnlyList<Fault> Faults);
