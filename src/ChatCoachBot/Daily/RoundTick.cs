using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace ChatCoachBot.Daily;

/// <summary>Closes the rounds of channels whose time is over: their thread gets the model answer and how it went.</summary>
[DisallowConcurrentExecution]
internal sealed class RoundTick(Writer writer, LibraryCache library, Bell bell, TimeProvider time) : IJob
{
    /// <summary>How many rounds share a commit.</summary>
    private const int Batch = 50;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    /// <summary>Closes until none is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && await writer.WriteAsync(CloseAsync, CancellationToken.None) > 0)
        {
            bell.Ring(Bell.Outbox);
        }
    }

    private async Task<int> CloseAsync(CoachDb db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rounds = await db.Rounds
            .Where(round => round.ClosedAt == null && round.ClosesAt <= now)
            .OrderBy(round => round.ClosesAt)
            .Take(Batch)
            .LockedSkippingOthers()
            .ToListAsync(cancellationToken);
        foreach (var round in rounds)
        {
            round.ClosedAt = now;
            await SumUpAsync(db, round, now, cancellationToken);
        }

        return rounds.Count;
    }

    /// <summary>What never reached the channel has no thread to be summed up in.</summary>
    private async Task SumUpAsync(CoachDb db, ChannelRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (round.MessageId is null || await library.FindAsync(db, round.ExerciseVersion, cancellationToken) is not { } asked)
        {
            return;
        }

        var answers = await db.RoundAnswers.AsNoTracking().Where(answer => answer.RoundId == round.Id).ToListAsync(cancellationToken);
        var channel = await TurnDesk.Conversations(db).SingleAsync(conversation => conversation.Id == round.ConversationId, cancellationToken);
        var summary = RoundSummaryReply.For(asked.Exercise, answers);
        db.Outbox.Add(OutboxMessage.Of(summary, channel, OutboxKind.Reply, null, now, destination: new Destination { Message = round.MessageId }));
    }
}
