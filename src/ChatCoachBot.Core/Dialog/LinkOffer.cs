namespace ChatCoachBot.Core.Dialog;

/// <summary>A code that joins two learners, as somebody has just entered it.</summary>
/// <param name="Code">As it was made.</param>
/// <param name="Maker">The conversation in which it was asked for.</param>
public sealed record LinkOffer(string Code, Conversation Maker);
