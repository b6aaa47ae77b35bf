using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>What a file says, with the places where it says it.</summary>
internal sealed record Document<T>(string File, T Value, Positions Positions)
{
    /// <param name="pointer">To the part of the file that is wrong: <c>rubric.points[0].id</c>.</param>
    public Fault Fault(string pointer, string message) => At(Positions.Of(pointer), message);

    public Fault Warning(string pointer, string message) => Fault(pointer, message) with { Severity = Severity.Warning };

    /// <param name="pointer">To a value whose key is what is wrong.</param>
    public Fault FaultOfKey(string pointer, string message) => At(Positions.OfKey(pointer), message);

    private Fault At(Position position, string message) => new(File, position.Line, position.Column, message);
}
