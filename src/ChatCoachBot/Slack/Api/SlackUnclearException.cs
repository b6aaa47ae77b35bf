namespace ChatCoachBot.Slack.Api;

/// <summary>Slack answered so that nobody knows whether it has done what was asked. Holds nothing of what was sent.</summary>
public sealed class SlackUnclearException(string message, Exception? innerException = null) : Exception(message, innerException);
