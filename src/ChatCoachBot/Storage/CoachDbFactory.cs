using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

/// <summary>Hands out the context of the configured kind to whoever need not know which it is.</summary>
internal sealed class CoachDbFactory<T>(IDbContextFactory<T> contexts) : IDbContextFactory<CoachDb>
    where T : CoachDb
{
    public CoachDb CreateDbContext() => contexts.CreateDbContext();

    public async Task<CoachDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => await contexts.CreateDbContextAsync(cancellationToken);
}
