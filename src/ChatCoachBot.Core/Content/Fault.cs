using System.Globalization;

namespace ChatCoachBot.Core.Content;

/// <summary>What is wrong in a content file, where, and what to do about it. Lines and columns count from 1.</summary>
public sealed record Fault(string File, int Line, int Column, string Message)
{
    public Severity Severity { get; init; } = Severity.Error;

    public static IReadOnlyList<Fault> InOrder(IEnumerable<Fault> faults) =>
        [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    /// <summary>In the form that editors and terminals make clickable.</summary>
    public override string ToString()
    {
        var message = Severity is Severity.Warning ? "warning: " + Message : Message;
        return string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {message}");
    }
}

public enum Severity
{
    Error,

    /// <summary>Worth a look; it keeps nothing from being imported.</summary>
    Warning,
}
