namespace ChatCoachBot.Inbox;

/// <summary>A message is not on the disk, so it must not be acknowledged: whoever delivered it is to deliver it again.</summary>
public sealed class NotStoredException(string message, Exception? cause = null) : Exception(message, cause);
