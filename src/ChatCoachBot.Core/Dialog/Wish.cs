namespace ChatCoachBot.Core.Dialog;

/// <summary>What a turn asks of the store beyond its own conversation. It is carried out in the turn's transaction, once its state is stored.</summary>
public abstract record Wish;

/// <summary>The learner is to be forgotten everywhere. What the turn says is all that is left.</summary>
public sealed record ForgetWish : Wish;

/// <summary>The learner who speaks and the one who made the code are one person.</summary>
/// <param name="Home">The conversation whose schedule goes on, for both.</param>
public sealed record JoinWish(LinkOffer Offer, Guid Home) : Wish;

/// <summary>The conversation is to be a learner of its own again.</summary>
public sealed record PartWish : Wish;

/// <summary>The daily prompt is to come in this conversation from now on.</summary>
public sealed record PromptsHereWish : Wish;
