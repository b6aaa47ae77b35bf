using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace ChatCoachBot.Daily;

/// <summary>Looks for schedules that are due and writes their prompts to the outbox. Learners are rows: this is the one trigger for all of them.</summary>
[DisallowConcurrentExecution]
public sealed partial class DailyTick(
    Writer writer,
    IDbContextFactory<CoachDb> contexts,
    TurnDesk desk,
    Signal<OutboxMessage> decided,
    TimeProvider time,
    Telemetry telemetry,
    ILogger<DailyTick> log) : IJob
{
    /// <summary>How many prompts share a commit.</summary>
    private const int Batch = 50;

    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await DueAsync(cancellationToken) is { Count: > 0 } due)
        {
            try
            {
                await writer.WriteAsync((db, cancel) => PromptAsync(db, due, cancel), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await PromptOneByOneAsync(due, cancellationToken);
            }

            decided.Set();
        }
    }

    /// <summary>One learner's fault must not cost the others their prompt: it is put off, and everybody else is served.</summary>
    private async Task PromptOneByOneAsync(List<Guid> due, CancellationToken cancellationToken)
    {
        foreach (var id in due)
        {
            try
            {
                await writer.WriteAsync((db, cancel) => PromptAsync(db, [id], cancel), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogPutOff(log, id, FaultText.Of(fault));
                var later = time.GetUtcNow() + AfterFault;
                await writer.WriteAsync(
                    (db, cancel) => db.Schedules.Where(schedule => schedule.ConversationId == id).ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.NextDue, later), cancel),
                    cancellationToken);
            }
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Schedules
            .Where(schedule => schedule.NextDue <= now)
            .OrderBy(schedule => schedule.NextDue)
            .Take(Batch)
            .Select(schedule => schedule.ConversationId)
            .ToListAsync(cancellationToken);
    }

    private async Task PromptAsync(CoachDb db, List<Guid> due, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // What is due is asked again inside the transaction: another process may have been faster.
        var conversations = await db.Conversations
            .Include(conversation => conversation.Learner)
            .Include(conversation => conversation.Schedule)
            .Where(conversation => due.Contains(conversation.Id) && conversation.Schedule.NextDue <= now)
            .ToListAsync(cancellationToken);
        foreach (var conversation in conversations)
        {
            if (conversation.Schedule.Claim(now) is { } date)
            {
                await PromptAsync(db, conversation, date, cancellationToken);
            }
            else
            {
                LogTooLate(log, conversation.Id);
            }
        }
    }

    private async Task PromptAsync(CoachDb db, Conversation conversation, DateOnly date, CancellationToken cancellationToken)
    {
        if (await db.Deliveries.AnyAsync(delivery => delivery.ConversationId == conversation.Id && delivery.LocalDate == date, cancellationToken))
        {
            return;
        }

        var turn = await desk.OpenAsync(db, conversation, allCards: true, cancellationToken);
        if (DailyPrompt.Send(turn) is { } key)
        {
            db.Deliveries.Add(new Delivery { ConversationId = conversation.Id, LocalDate = date, ExerciseKey = key, At = turn.Now });
            telemetry.Prompted(conversation.Platform);
        }

        desk.Keep(db, turn, inReplyTo: null, expiresAt: turn.Now + Schedule.CatchUp);
    }

    [LoggerMessage(LogLevel.Error, "The prompt for conversation {Id} could not be decided and is put off: {Fault}")]
    private static partial void LogPutOff(ILogger log, Guid id, string fault);

    [LoggerMessage(LogLevel.Information, "The prompt for conversation {Id} came due too long ago and is skipped.")]
    private static partial void LogTooLate(ILogger log, Guid id);
}
