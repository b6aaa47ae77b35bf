namespace ChatCoachBot.Turns;

/// <summary>How a platform's people call the coach in a channel, so that it can tell them what to say there.</summary>
/// <param name="Before">What stands before the word, with its blank.</param>
public sealed record ChannelCall(string Platform, string Before);
