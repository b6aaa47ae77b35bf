namespace ChatCoachBot;

/// <summary>Why the coach cannot start, in one sentence that says what to do. It is shown without a stack trace.</summary>
public sealed class StartupException(string sentence, Exception? cause = null) : Exception(sentence, cause);
