namespace ChatCoachBot.Core.Content;

/// <summary>How many exercises of all are worked off.</summary>
public readonly record struct ContentProgress(int Done, int Total);
