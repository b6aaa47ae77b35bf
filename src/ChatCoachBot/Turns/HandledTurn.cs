using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Inbox;

namespace ChatCoachBot.Turns;

/// <summary>What came of one message.</summary>
/// <param name="Intent">The name of what the learner meant.</param>
/// <param name="Replies">In the order they were said; they are in the outbox too.</param>
/// <param name="Verdicts">On the answers that were graded.</param>
public sealed record HandledTurn(InboxMessage Message, string Intent, IReadOnlyList<Reply> Replies, IReadOnlyList<Verdict> Verdicts);
