using System.Net;
using ChatCoachBot.Teams.Receiving;
using ChatCoachBot.Teams.Sending;
using Microsoft.Identity.Client;

namespace ChatCoachBot.Teams;

/// <summary>Tries what is configured for Teams by getting a token and the keys, and says what is wrong. It never shows a secret.</summary>
internal sealed class TeamsCheck(ConnectorToken tokens, BotKeys keys, TeamsOptions options)
{
    /// <returns>A line for each thing that was looked at, and whether it is well.</returns>
    public async Task<IReadOnlyList<(bool IsWell, string Line)>> RunAsync(CancellationToken cancellationToken) => [await TokenAsync(cancellationToken), await KeysAsync(cancellationToken)];

    private async Task<(bool IsWell, string Line)> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tokens.GetAsync(cancellationToken);
            return (true, "There is a token to send with. Whether the app is installed, only a message shows: say hello to it in Teams.");
        }
        catch (MsalServiceException problem) when (problem.StatusCode is >= 500 or (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.RequestTimeout)
        {
            return (false, $"Microsoft’s login server did not answer ({problem.StatusCode}). That says nothing about your settings: try again later.");
        }
        catch (MsalServiceException problem)
        {
            return (false, options.ManagedIdentity.Length > 0
                ? $"Microsoft gives no token ({problem.ErrorCode}). Check Teams:ManagedIdentity, and that this machine has that identity."
                : $"Microsoft gives no token ({problem.ErrorCode}). Check Teams:AppId, Teams:TenantId, and that the secret is its value and has not ended.");
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return (false, $"Microsoft cannot be asked for a token ({(problem as MsalException)?.ErrorCode ?? problem.GetType().Name}). Check the network.");
        }
    }

    private async Task<(bool IsWell, string Line)> KeysAsync(CancellationToken cancellationToken)
    {
        await keys.FindAsync("none", cancellationToken);
        return keys.Problem is null
            ? (true, "The keys that Teams signs with can be got.")
            : (false, $"The keys that Teams signs with cannot be got ({keys.Problem}). Check the network, or try again later: without them no message is believed.");
    }
}
