using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog;

/// <summary>The learner's answer that "I was right" speaks of: always their own, so nobody can dispute the grade of somebody else.</summary>
/// <param name="Attempt">With its id, which the store gave it.</param>
/// <param name="Exercise">In the version that was asked; null when that is gone.</param>
/// <param name="Dispute">What was said about it before; null for nothing.</param>
/// <param name="OpenDisputes">How many of the learner's are not decided yet.</param>
/// <param name="Owners">Where those who look after the path talk with the coach.</param>
public sealed record AnswerInQuestion(Attempt Attempt, PublishedExercise? Exercise, Dispute? Dispute, int OpenDisputes, IReadOnlyList<Conversation> Owners);
