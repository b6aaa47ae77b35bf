namespace ChatCoachBot.Core.Scheduling;

/// <summary>One daily prompt to one conversation on one local date; the store keeps it to one.</summary>
public sealed class Delivery
{
    public Guid ConversationId { get; init; }

    public DateOnly LocalDate { get; init; }

    /// <summary>The exercise that was sent, as <c>path/exercise</c>.</summary>
    public required string ExerciseKey { get; init; }

    public DateTimeOffset At { get; init; }
}
