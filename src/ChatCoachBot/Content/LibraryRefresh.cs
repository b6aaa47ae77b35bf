namespace ChatCoachBot.Content;

/// <summary>Brings what this host, or one beside it, has imported into memory.</summary>
internal sealed class LibraryRefresh(LibraryCache library, Bell bell, TimeProvider time, ILogger<LibraryRefresh> log) : SignalledLoop(bell, Bell.Content, time, log)
{
    protected override async Task<int> WorkAsync(CancellationToken cancellationToken) => await library.RefreshAsync(cancellationToken) ? 1 : 0;
}
