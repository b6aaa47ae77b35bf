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
        await KeepAsync(activity, cancellationToken);
        await inbox.StoreAsync(Read(activity, kind, text, origin), cancellationToken);
    }

    public static Incoming Read(Activity activity, InboxKind kind, string text, Origin? origin) =>
        new(TeamsChannel.Name, EventId(activity), activity.Person, activity.Person, kind, text, activity.LocalTimezone, activity.Tenant, origin);

    /// <summary>The person's own conversation, or the channel and the person who was met there.</summary>
    public async Task KeepAsync(Activity activity, CancellationToken cancellationToken)
    {
        await references.KeepAsync(Reference(activity, activity.Person, activity.IsPersonal ? activity.Conversation!.Id : null, activity.From!.Id), cancellationToken);
        if (!activity.IsPersonal)
        {
            var (channel, _) = TeamsAddress.Split(activity.Conversation!.Id!);
            await references.KeepAsync(Reference(activity, new TeamsAddress(activity.Tenant, channel).ToString(), channel, null), cancellationToken);
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
