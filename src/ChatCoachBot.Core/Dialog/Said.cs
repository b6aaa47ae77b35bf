using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog;

/// <param name="Destination">Null for a plain post.</param>
/// <param name="In">The conversation it is said in, when that is not the turn's own.</param>
public sealed record Said(Reply Reply, Destination? Destination = null, Conversation? In = null);
