namespace ChatCoachBot.Cli.Exchange;

/// <summary>What went over from one format into another, and a sentence for each thing that could not.</summary>
internal sealed record Carried<T>(T Value, IReadOnlyList<string> LeftBehind);
