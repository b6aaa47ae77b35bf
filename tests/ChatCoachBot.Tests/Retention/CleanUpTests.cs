using ChatCoachBot.Retention;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Retention;

/// <summary>How long things stay. Attempts stay.</summary>
public abstract class CleanUpTests : IAsyncDisposable
{
    private readonly CoachApplication _coach;

    private CleanUpTests(Store store) => _coach = new CoachApplication { Store = store, ContentFolder = Repository.SmallContentFolder };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _coach.DisposeAsync();
    }

    [Fact]
    public async Task Messages_lose_their_text_after_a_week_and_go_after_a_month_and_what_was_practised_stays()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync(reminder: "no reminders");
        await learner.AskAsync("1");

        await CleanUpAfterAsync(TimeSpan.FromDays(6));
        (await learner.HistoryAsync()).Count.ShouldBe(10, "nothing is a week old");

        await CleanUpAfterAsync(TimeSpan.FromDays(1.5));
        (await learner.HistoryAsync()).ShouldBeEmpty();
        (await TextsAsync()).ShouldBe((0, 0));
        (await _coach.ReadAsync(db => db.Inbox.CountAsync(Cancel))).ShouldBe(4);
        (await learner.AskAsync("2")).ShouldStartWith("Passed", customMessage: "the exercise is still open");

        await CleanUpAfterAsync(TimeSpan.FromDays(23));
        (await _coach.ReadAsync(db => db.Inbox.CountAsync(Cancel))).ShouldBe(1, "what was said last is three weeks old");
        (await _coach.ReadAsync(db => db.Outbox.CountAsync(Cancel))).ShouldBe(1);
        (await _coach.ReadAsync(db => db.Attempts.CountAsync(Cancel))).ShouldBe(2);
    }

    [Fact]
    public async Task What_waits_or_was_set_aside_stays_however_old_it_is()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync(reminder: "no reminders");
        await _coach.ChangeAsync(db => db.Inbox.ExecuteUpdateAsync(
            set => set.SetProperty(message => message.HandledAt, (DateTimeOffset?)null).SetProperty(message => message.SetAsideAt, _coach.Clock.GetUtcNow()), Cancel));

        await CleanUpAfterAsync(TimeSpan.FromDays(60));

        (await _coach.ReadAsync(db => db.Inbox.CountAsync(message => message.Text != "", Cancel))).ShouldBe(2, "the first one was the page opening");
    }

    private async Task CleanUpAfterAsync(TimeSpan time)
    {
        await _coach.UntilAsync(async db => !await db.Outbox.AnyAsync(message => message.SentAt == null, Cancel));
        _coach.Clock.Advance(time);
        await _coach.Services.GetRequiredService<CleanUp>().RunAsync(Cancel);
    }

    private Task<(int Inbox, int Outbox)> TextsAsync() => _coach.ReadAsync(async db =>
        (await db.Inbox.CountAsync(message => message.Text != "", Cancel), await db.Outbox.CountAsync(message => message.Body != "", Cancel)));

    public sealed class OnSqlite() : CleanUpTests(Store.Sqlite);

    public sealed class OnPostgreSql() : CleanUpTests(Store.PostgreSql);
}
