namespace ChatCoachBot.Inbox;

/// <summary>A message that was taken to be handled.</summary>
/// <param name="Failures">How often it had failed until then.</param>
internal readonly record struct Taken(long Id, int Failures);
