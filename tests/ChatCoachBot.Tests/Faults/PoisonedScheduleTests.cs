using ChatCoachBot.Outbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Faults;

/// <summary>Several prompts are due and one of them cannot be decided.</summary>
public abstract class PoisonedScheduleTests : IAsyncDisposable
{
    private static readonly DateTimeOffset MondayAtNine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly CoachApplication _coach;

    private PoisonedScheduleTests(Store store) => _coach = new CoachApplication { Store = store, ContentFolder = Repository.SmallContentFolder };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _coach.DisposeAsync();
    }

    [Theory]
    [InlineData("""UPDATE "Schedules" SET "TimeZone" = 'Mars/Olympus_Mons' WHERE "ConversationId" = {0}""")]
    [InlineData("""UPDATE "Conversations" SET "Current" = '{{"Version": "no number"}}' WHERE "Id" = {0}""")]
    public async Task The_others_get_theirs_in_the_same_tick_and_it_is_put_off_and_named_in_the_log(string poison)
    {
        using var before = await JoinAsync();
        using var poisoned = await JoinAsync();
        var id = await NewestAsync();
        using var behind = await JoinAsync();
        await _coach.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(poison, [id], Cancel));

        await TickAtAsync(MondayAtNine);

        (await before.ReplyAsync()).ShouldStartWith("Your exercise for today");
        (await behind.ReplyAsync()).ShouldStartWith("Your exercise for today");
        (await PutOffUntilAsync(id)).ShouldBe(MondayAtNine.AddMinutes(5));
        _coach.Log.With($"The prompt for conversation {id} could not be decided and is put off").ShouldNotBeEmpty();

        await TickAtAsync(MondayAtNine.AddMinutes(5));

        (await PutOffUntilAsync(id)).ShouldBe(MondayAtNine.AddMinutes(10));
        _coach.Log.With("could not be decided and").ShouldAllBe(line => line.Contains($"conversation {id} ", StringComparison.Ordinal));
        (await PromptsAsync()).ShouldBe(2, "each of the others got one");
        (await _coach.ReadAsync(db => db.Deliveries.CountAsync(Cancel))).ShouldBe(2);
        (await before.AskAsync("paths")).ShouldStartWith("You are on");
    }

    [Fact]
    public async Task When_it_is_mended_its_learner_gets_the_prompt_late_and_once()
    {
        using var learner = await JoinAsync();
        await _coach.ChangeAsync(db => db.Schedules.ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.TimeZone, "Mars/Olympus_Mons"), Cancel));
        await TickAtAsync(MondayAtNine);
        await _coach.ChangeAsync(db => db.Schedules.ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.TimeZone, "Europe/London"), Cancel));

        await TickAtAsync(MondayAtNine.AddMinutes(5));
        await TickAtAsync(MondayAtNine.AddMinutes(10));

        (await learner.ReplyAsync()).ShouldStartWith("Your exercise for today");
        (await PromptsAsync()).ShouldBe(1);
        (await _coach.ReadAsync(db => db.Outbox.Where(message => message.Kind == OutboxKind.Prompt).Select(message => message.ExpiresAt).SingleAsync(Cancel)))
            .ShouldBe(MondayAtNine.AddHours(4), "it is late from the moment it was due");
    }

    [Fact]
    public async Task When_it_is_mended_too_late_its_learner_gets_none_for_that_day()
    {
        using var learner = await JoinAsync();
        await _coach.ChangeAsync(db => db.Schedules.ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.TimeZone, "Mars/Olympus_Mons"), Cancel));
        await TickAtAsync(MondayAtNine);
        await TickAtAsync(MondayAtNine.AddHours(3.9));
        await _coach.ChangeAsync(db => db.Schedules.ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.TimeZone, "Europe/London"), Cancel));

        await TickAtAsync(MondayAtNine.AddHours(4.1));
        (await PromptsAsync()).ShouldBe(0);

        await TickAtAsync(MondayAtNine.AddDays(1));
        (await PromptsAsync()).ShouldBe(1, "Tuesday's");
    }

    [Fact]
    public async Task Who_stops_reminders_while_a_prompt_is_put_off_gets_none()
    {
        using var learner = await JoinAsync();
        await _coach.ChangeAsync(db => db.Schedules.ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.TimeZone, "Mars/Olympus_Mons"), Cancel));
        await TickAtAsync(MondayAtNine);
        await _coach.ChangeAsync(db => db.Schedules.ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.TimeZone, "Europe/London"), Cancel));
        await learner.AskAsync("stop");

        await TickAtAsync(MondayAtNine.AddMinutes(5));

        (await PromptsAsync()).ShouldBe(0);
    }

    /// <summary>The conversation of whoever spoke last.</summary>
    private Task<Guid> NewestAsync() =>
        _coach.ReadAsync(db => db.Outbox.OrderByDescending(message => message.Id).Select(message => message.ConversationId!.Value).FirstAsync(Cancel));

    private Task<DateTimeOffset?> PutOffUntilAsync(Guid id) =>
        _coach.ReadAsync(db => db.Schedules.Where(schedule => schedule.ConversationId == id).Select(schedule => schedule.PutOffUntil).SingleAsync(Cancel));

    private Task<int> PromptsAsync() => _coach.ReadAsync(db => db.Outbox.CountAsync(message => message.Kind == OutboxKind.Prompt, Cancel));

    private async Task<WebVisitor> JoinAsync()
    {
        var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        return learner;
    }

    private async Task TickAtAsync(DateTimeOffset now)
    {
        _coach.Clock.SetUtcNow(now);
        await _coach.TickAsync();
    }

    public sealed class OnSqlite() : PoisonedScheduleTests(Store.Sqlite);

    public sealed class OnPostgreSql() : PoisonedScheduleTests(Store.PostgreSql);
}
