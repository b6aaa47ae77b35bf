using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What the coach says of itself in a channel when its hour has come: it opens a round.</summary>
internal static class ChannelPrompt
{
    /// <param name="roundLength">How long members may answer.</param>
    /// <returns>The key of the exercise; null when there is none.</returns>
    public static string? Send(Turn turn, TimeSpan roundLength)
    {
        // A term's own exercise asks for a sentence about one's own work: that is for one person.
        if (turn.Path is not { } path || turn.Picker.Next(path.Syllabus.Where(item => !TermExercise.Is(item.Exercise))) is not { } exercise)
        {
            return null;
        }

        // The others go first until all had their turn.
        turn.Cards.Get(exercise.Key).PassOver(turn.Now);
        var round = new ChannelRound
        {
            Id = Guid.CreateVersion7(turn.Now),
            ConversationId = turn.Conversation.Id,
            ExerciseVersion = exercise.Version,
            OpenedAt = turn.Now,
            ClosesAt = turn.Now + roundLength,
        };
        turn.Open(round);
        turn.Send(ExerciseReply.ForChannel(exercise, path, round, turn.Schedule), new Destination { Round = round.Id });
        return exercise.Key;
    }
}
