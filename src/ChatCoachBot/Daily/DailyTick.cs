using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Learners;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace ChatCoachBot.Daily;

/// <summary>Looks for schedules that are due and writes their prompts to the outbox. Learners are rows: this is the one trigger for all of them.</summary>
[DisallowConcurrentExecution]
internal sealed partial class DailyTick(
    Writer writer,
    IDbContextFactory<CoachDb> contexts,
    Database database,
    TurnDesk desk,
    Bell bell,
    TimeProvider time,
    Telemetry telemetry,
    IOptions<RoundOptions> rounds,
    ILogger<DailyTick> log) : IJob
{
    /// <summary>How many prompts share a commit: few enough that who stores a message meanwhile does not wait for long.</summary>
    private const int Batch = 250;

    /// <summary>How many batches are under way at once on a server, which works while another batch is decided here. SQLite has one writer.</summary>
    private const int SideBySide = 3;

    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    /// <summary>Prompts until nobody is due.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, database.IsShared ? SideBySide : 1).Select(_ => WorkOffAsync(cancellationToken)));

    private async Task WorkOffAsync(CancellationToken cancellationToken)
    {
        // A host that is asked to stop leaves the rest to the next look, its own or another's.
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await PromptAsync(due => due.Take(Batch)) == 0)
                {
                    return;
                }
            }
            catch (Exception fault)
            {
                LogOneByOne(log, FaultText.Of(fault));
                await PromptOneByOneAsync(cancellationToken);
            }
        }
    }

    /// <summary>One learner's fault must not cost the others their prompt: it is put off, and everybody else is served.</summary>
    private async Task PromptOneByOneAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await DueAsync(cancellationToken))
        {
            try
            {
                await PromptAsync(due => due.Where(conversation => conversation.Id == id));
            }
            catch (Exception fault)
            {
                LogPutOff(log, id, FaultText.Of(fault));
                await PutOffAsync(id);
            }
        }
    }

    /// <summary>Unless the learner has changed the schedule meanwhile, and nothing is due any more.</summary>
    private Task<int> PutOffAsync(Guid id)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            (db, cancel) => db.Schedules
                .Where(schedule => schedule.ConversationId == id && schedule.NextDue <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.PutOffUntil, now + AfterFault), cancel),
            CancellationToken.None);
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Due(db, time.GetUtcNow()).Take(Batch).Select(conversation => conversation.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Not cut short when the host stops: a batch in hand is ended.</summary>
    /// <returns>How many schedules were due.</returns>
    private async Task<int> PromptAsync(Func<IQueryable<Conversation>, IQueryable<Conversation>> choose)
    {
        var prompts = await writer.WriteAsync((db, cancel) => PromptAsync(db, choose, cancel), CancellationToken.None);
        Count(prompts);
        if (prompts.Exists(prompt => prompt.IsSent))
        {
            bell.Ring(Bell.Outbox);
        }

        return prompts.Count;
    }

    private async Task<List<Prompt>> PromptAsync(CoachDb db, Func<IQueryable<Conversation>, IQueryable<Conversation>> choose, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var conversations = await ClaimAsync(db, choose, now, cancellationToken);
        List<Prompt> prompts = [.. conversations.Select(conversation => Prompt.Claim(conversation, now))];
        var wanted = await NotDeliveredAsync(db, prompts, cancellationToken);
        var cards = await desk.PathCardsAsync(db, [.. wanted.Select(prompt => prompt.Conversation)], cancellationToken);
        var past = await desk.AttemptsAsync(db, wanted.Select(prompt => prompt.Conversation).Where(conversation => WeeklyDigest.IsDue(conversation, now)), cancellationToken);
        var turns = new List<KeptTurn>(wanted.Count);
        var deliveries = new List<Delivery>(wanted.Count);
        foreach (var prompt in wanted)
        {
            var turn = await desk.OpenAsync(db, prompt.Conversation, cards, cancellationToken, past);
            turns.Add(new KeptTurn(turn, ExpiresAt: prompt.Due + Schedule.CatchUp));
            if (DailyPrompt.Send(turn, rounds.Value.Open) is { } key)
            {
                prompt.IsSent = true;
                deliveries.Add(new Delivery { ConversationId = prompt.Conversation.Id, LocalDate = prompt.Date!.Value, ExerciseKey = key, At = turn.Now });
            }
        }

        await TurnDesk.KeepAsync(db, turns, cancellationToken);
        await db.InsertAsync(deliveries, cancellationToken);
        return prompts;
    }

    private static IQueryable<Conversation> Due(CoachDb db, DateTimeOffset now) =>
        db.Conversations
            // Linked conversations share a schedule; its prompts come in one of them.
            .Where(conversation => conversation.Id == conversation.Schedule.ConversationId)
            .Where(conversation => conversation.Schedule.NextDue <= now && (conversation.Schedule.PutOffUntil == null || conversation.Schedule.PutOffUntil <= now))
            .OrderBy(conversation => conversation.Schedule.NextDue);

    /// <summary>Conversations whose prompt is due, longest first; those that a turn works on now are left for the next look.</summary>
    private static async Task<List<Conversation>> ClaimAsync(
        CoachDb db, Func<IQueryable<Conversation>, IQueryable<Conversation>> choose, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await choose(Due(db, now)).Select(conversation => conversation.Id).LockedSkippingOthers().ToListAsync(cancellationToken);
        ids = await LinkedLearners.NotBusyElsewhereAsync(db, ids, cancellationToken);
        // Whether it is due is asked again now that nobody else can change it.
        return await TurnDesk.Conversations(db)
            .Where(conversation => ids.Contains(conversation.Id) && conversation.Id == conversation.Schedule.ConversationId && conversation.Schedule.NextDue <= now)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Those that are in time, and whose date has had no prompt.</summary>
    private static async Task<List<Prompt>> NotDeliveredAsync(CoachDb db, List<Prompt> prompts, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. prompts.Select(prompt => prompt.Conversation.Id)];
        List<DateOnly> dates = [.. prompts.Select(prompt => prompt.Date).OfType<DateOnly>().Distinct()];
        var delivered = await db.Deliveries
            .Where(delivery => ids.Contains(delivery.ConversationId) && dates.Contains(delivery.LocalDate))
            .Select(delivery => new { delivery.ConversationId, delivery.LocalDate })
            .ToListAsync(cancellationToken);
        return [.. prompts.Where(prompt => prompt.Date is { } date && !delivered.Contains(new { ConversationId = prompt.Conversation.Id, LocalDate = date }))];
    }

    private void Count(List<Prompt> prompts)
    {
        var now = time.GetUtcNow();
        foreach (var prompt in prompts.Where(prompt => prompt.IsSent))
        {
            telemetry.Prompted(prompt.Conversation.Platform, now - prompt.Due);
        }

        List<Prompt> late = [.. prompts.Where(prompt => prompt.Date is null)];
        if (late.Count > 0)
        {
            late.ForEach(prompt => telemetry.Skipped(prompt.Conversation.Platform));
            LogTooLate(log, late.Count);
        }
    }

    /// <param name="Date">The local date it is for; null when it comes too late to be sent.</param>
    private sealed record Prompt(Conversation Conversation, DateTimeOffset Due, DateOnly? Date)
    {
        /// <summary>Whether it went to the outbox: there may be none to send, or one for the date may have been sent before.</summary>
        public bool IsSent { get; set; }

        public static Prompt Claim(Conversation conversation, DateTimeOffset now)
        {
            var due = conversation.Schedule.NextDue!.Value;
            return new Prompt(conversation, due, conversation.Schedule.Claim(now));
        }
    }

    [LoggerMessage(LogLevel.Error, "The prompt for conversation {Id} could not be decided and is put off: {Fault}")]
    private static partial void LogPutOff(ILogger log, Guid id, string fault);

    [LoggerMessage(LogLevel.Warning, "A batch of prompts could not be decided together; each is tried alone: {Fault}")]
    private static partial void LogOneByOne(ILogger log, string fault);

    [LoggerMessage(LogLevel.Information, "{Count} prompts came due too long ago and are skipped.")]
    private static partial void LogTooLate(ILogger log, int count);
}
