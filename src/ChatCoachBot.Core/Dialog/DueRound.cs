using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog;

/// <summary>The short round of what is due, offered after the day's exercise and never in place of it.</summary>
internal static class DueRound
{
    /// <summary>After the day's exercise: a round, when there was anything due as it was chosen.</summary>
    /// <returns>Null for nothing to offer.</returns>
    public static (string Text, Choice Button)? Offer(Turn turn) =>
        turn.Conversation is { TodayDone: true, TodayDue: > 0 } conversation && conversation.Current?.Key == conversation.TodayKey && conversation.TodayOn == turn.LocalDate
            ? (Texts.DueOffer(conversation.TodayDue), Button(turn).Single())
            : null;

    public static IEnumerable<Choice> Button(Turn turn) =>
        turn.Conversation is { TodayDue: > 0 and var due } ? [new Choice(Texts.DueButton(Math.Min(due, turn.Practice.RoundSize)), Intents.ReviewIntent.Said)] : [];
}
