using ChatCoachBot.Slack.Api;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Slack shows people an error when an interaction or a command is not answered within three seconds.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    /// <summary>Cancelled a little before Slack loses its patience.</summary>
    public static CancellationTokenSource Within(CancellationToken cancellationToken)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Longest);
        return patience;
    }

    /// <summary>Whether Slack did not answer, or not in time; a caller that has left is another matter.</summary>
    public static bool IsOver(Exception fault, CancellationToken cancellationToken) =>
        fault is SlackUnclearException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
