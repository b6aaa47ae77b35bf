using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Learners;

/// <summary>Carries out what turns asked for beyond their conversations, inside their transaction and behind all that they changed.</summary>
public sealed class Wishes(PracticeSettings practice, TimeProvider time)
{
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was first: the turn is to be decided anew.</exception>
    internal async Task CarryOutAsync(CoachDb db, IEnumerable<(Heard Heard, Turn Turn)> turns, CancellationToken cancellationToken)
    {
        foreach (var (heard, turn) in turns)
        {
            if (turn.Wish is null)
            {
                continue;
            }

            // What follows goes to the rows themselves: nothing that was read before is to be written over it.
            db.ChangeTracker.Clear();
            await CarryOutAsync(db, turn, heard, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private Task CarryOutAsync(CoachDb db, Turn turn, Heard heard, CancellationToken cancellationToken) => turn.Wish switch
    {
        ForgetWish => Forgetting.CarryOutAsync(db, heard, cancellationToken),
        JoinWish join => Joining.CarryOutAsync(db, join, heard.Conversation, practice.Scheduler, time.GetUtcNow(), cancellationToken),
        PartWish => Parting.CarryOutAsync(db, heard, practice.Scheduler, time.GetUtcNow(), cancellationToken),
        PromptsHereWish => Places.MovePromptsAsync(db, turn.Learner.Id, turn.Conversation.Id, time.GetUtcNow(), cancellationToken),
        var wish => throw new InvalidOperationException($"Nobody carries out {wish}."),
    };
}
