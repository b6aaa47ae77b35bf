using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ChatCoachBot.Teams.References;

/// <summary>
/// The conversation references. Most messages tell nothing new, so what is known is remembered for a moment, and written only when it
/// changes. What another host learns is not known here, so what is remembered decides nothing about where the app is.
/// </summary>
internal sealed class TeamsReferences(Writer writer, IDbContextFactory<CoachDb> contexts, TimeProvider time) : IDisposable
{
    private const int Remembered = 50_000;

    private static readonly TimeSpan For = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Remembered });

    public void Dispose() => _known.Dispose();

    /// <summary>Keeps what a message tells; whoever writes is there again, also after the app was taken away.</summary>
    public ValueTask KeepAsync(TeamsReference told, CancellationToken cancellationToken) =>
        _known.TryGetValue(told.Address, out Known? known) && known!.Print == Print(told) && time.GetUtcNow() < known.Until
            ? ValueTask.CompletedTask
            : new ValueTask(InstalledAsync(told, cancellationToken));

    /// <summary>The app was put there: that is written whatever is remembered, since another host may have heard that it was taken away.</summary>
    public async Task InstalledAsync(TeamsReference told, CancellationToken cancellationToken)
    {
        await writer.WriteAsync((db, cancel) => KeepAsync(db, told, cancel), cancellationToken);
        _known.Set(told.Address, new Known(Print(told), time.GetUtcNow() + For), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = For });
    }

    public async Task<TeamsReference?> FindAsync(string address, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await At(db, address).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The app was taken away: nothing is sent there until somebody puts it back.</summary>
    public async Task EndAsync(string address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await writer.WriteAsync(
            (db, cancel) => At(db, address).ExecuteUpdateAsync(set => set.SetProperty(reference => reference.EndedAt, now), cancel),
            cancellationToken);
        _known.Remove(address);
    }

    /// <summary>A conversation that the coach has opened itself.</summary>
    public async Task OpenedAsync(string address, string conversationId, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(
            (db, cancel) => At(db, address).ExecuteUpdateAsync(set => set.SetProperty(reference => reference.ConversationId, conversationId), cancel),
            cancellationToken);
        _known.Remove(address);
    }

    /// <summary>Erases how a person is reached, in the caller's transaction.</summary>
    public async Task ForgetAsync(CoachDb db, string address, CancellationToken cancellationToken)
    {
        await At(db, address).Where(reference => reference.UserId != null).ExecuteDeleteAsync(cancellationToken);
        _known.Remove(address);
    }

    private async Task KeepAsync(CoachDb db, TeamsReference told, CancellationToken cancellationToken)
    {
        if (await At(db, told.Address).FirstOrDefaultAsync(cancellationToken) is not { } kept)
        {
            await db.InsertNewAsync([told], (nameof(TeamsReference.Tenant), nameof(TeamsReference.Address)), cancellationToken);
            return;
        }

        (kept.ServiceUrl, kept.BotId, kept.ConversationId) = (told.ServiceUrl, told.BotId, told.ConversationId ?? kept.ConversationId);
        // Whom the coach meets in a channel has not put the app back into a chat of their own.
        if (kept.EndedAt is not null && told.ConversationId is not null)
        {
            kept.EndedAt = null;
            await ReviveAsync(db, told.Address, cancellationToken);
        }
    }

    /// <summary>Prompts that ended because the app was gone come again.</summary>
    private async Task ReviveAsync(CoachDb db, string address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var schedules = await db.Conversations
            .Where(conversation => conversation.Platform == TeamsChannel.Name && conversation.Address == address && conversation.Id == conversation.Schedule.ConversationId && conversation.Schedule.EndedBecause != null)
            .Select(conversation => conversation.Schedule)
            .ToListAsync(cancellationToken);
        schedules.ForEach(schedule => schedule.Revive(now));
    }

    private static IQueryable<TeamsReference> At(CoachDb db, string address)
    {
        var tenant = TeamsAddress.Parse(address).Tenant;
        return db.Set<TeamsReference>().Where(reference => reference.Tenant == tenant && reference.Address == address);
    }

    private static string Print(TeamsReference reference) => $"{reference.ServiceUrl} {reference.ConversationId} {reference.BotId}";

    private sealed record Known(string Print, DateTimeOffset Until);
}
