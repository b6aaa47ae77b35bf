using System.Security.Cryptography;
using System.Text;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Teams.References;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>The way from an activity into the inbox: how its sender is reached is kept first, so that the reply finds its way.</summary>
internal sealed class Intake(InboxStore inbox, TeamsReferences references)
{
    public async Task StoreAsync(Activity activity, InboxKind kind, string text, Origin? origin, CancellationToken cancellationToken)
    {
        await KeepAsync(activity, cancellationToken, isInstalled: kind == InboxKind.Opened);
        await inbox.StoreAsync(Read(activity, kind, text, origin), cancellationToken);
    }

    public static Incoming Read(Activity activity, InboxKind kind, string text, Origin? origin) =>
        new(TeamsChannel.Name, EventId(activity), activity.Person, activity.Person, kind, text, activity.LocalTimezone, activity.Tenant, origin);

    /// <summary>The person's own conversation, or the channel and the person who was met there.</summary>
    /// <param name="isInstalled">Whether it tells that the app was put there.</param>
    public async Task KeepAsync(Activity activity, CancellationToken cancellationToken, bool isInstalled = false)
    {
        var person = Reference(activity, activity.Person, activity.IsPersonal ? activity.Conversation!.Id : null, activity.From!.Id);
        if (activity.IsPersonal)
        {
            await KeepAsync(person, isInstalled, cancellationToken);
            return;
        }

        var (channel, _) = TeamsAddress.Split(activity.Conversation!.Id!);
        await KeepAsync(person, isInstalled: false, cancellationToken);
        await KeepAsync(Reference(activity, new TeamsAddress(activity.Tenant, channel).ToString(), channel, null), isInstalled, cancellationToken);
    }

    private async ValueTask KeepAsync(TeamsReference told, bool isInstalled, CancellationToken cancellationToken)
    {
        if (isInstalled)
        {
            await references.InstalledAsync(told, cancellationToken);
        }
        else
        {
            await references.KeepAsync(told, cancellationToken);
        }
    }

    private static TeamsReference Reference(Activity activity, string address, string? conversation, string? user) => new()
    {
        Address = address,
        Tenant = activity.Tenant,
        ServiceUrl = activity.ServiceUrl!,
        ConversationId = conversation,
        UserId = user,
        HasThreads = user is null && activity.Conversation!.ConversationType == "channel",
        BotId = activity.Recipient!.Id!,
    };

    /// <summary>An edit has the id of what it edits: the kind and the moment tell them apart.</summary>
    private static string EventId(Activity activity) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.Conversation!.Id}\n{activity.Id}\n{activity.Type}\n{activity.Timestamp}\n{activity.Action}")));
}
