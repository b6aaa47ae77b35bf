using ChatCoachBot.Core.Dialog;

namespace ChatCoachBot.Turns;

/// <summary>A turn that is over, with what is to be known of it when it is stored.</summary>
/// <param name="InReplyTo">The inbox message it answers; null for what the coach says of itself.</param>
/// <param name="ExpiresAt">What was said is of no use after this; null when it always is.</param>
internal sealed record KeptTurn(Turn Turn, long? InReplyTo = null, DateTimeOffset? ExpiresAt = null);
