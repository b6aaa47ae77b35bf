namespace ChatCoachBot.Core.Content;

public sealed record ContentFile(string Name, string Text);

public sealed record Fault(string File, int Line, int Column, string Message);

public sealed record ContentReading(IReadOnlyList<LearningPath> Paths, IReadOnlyList<Fault> Faults);

public static class ContentReader
{
    public static ContentReading Read(IReadOnlyList<ContentFile> files) => throw new NotImplementedException();
}
