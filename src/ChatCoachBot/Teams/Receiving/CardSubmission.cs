using System.Text.Json.Serialization;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>What a button of one of the coach's cards sends along, with what was typed into the card.</summary>
internal sealed record CardSubmission(CardData? Coach, string? Answer);

/// <param name="Says">What the button says; null for the one that sends what was typed.</param>
/// <param name="Exercise">The version of the exercise that it answers.</param>
/// <param name="Round">The channel's round that it answers.</param>
internal sealed record CardData(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Says,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Exercise = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Round = null);

/// <summary>The value of an invoke by which a card is answered in the same request.</summary>
internal sealed record CardInvocation(CardAction? Action);

internal sealed record CardAction(string? Type, string? Verb, CardSubmission? Data);
