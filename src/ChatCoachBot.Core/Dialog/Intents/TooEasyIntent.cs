using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>The learner knows it well and need not write it down, or has just written it down with ease: it comes back after a longer while.</summary>
public sealed class TooEasyIntent : SpokenIntent
{
    private const string About = "about ";

    public override string Word => "too easy";

    public override string Purpose => "you know this one: it comes back much later";

    public override bool NeedsAllCards => true;

    public override bool Accepts(string rest, Library library) => rest.Length == 0 || KeyIn(rest) is { } key && library.Path(key.Split('/')[0])?.Exercise(key) is not null;

    /// <summary>What a button says that stands under the grade of an exercise.</summary>
    public static string SayFor(string key) => $"too easy {About}{key}";

    public override void Respond(Turn turn, string rest)
    {
        var current = turn.Conversation.Current;
        if (KeyIn(rest) is null && current is { IsOpen: true })
        {
            PassOver(turn, current);
        }
        else if ((KeyIn(rest) ?? current?.Key) is { } key && turn.Cards.Find(key) is { Passed: true } card)
        {
            // Pressing it twice is meant once.
            if (card.TooEasyAt is null || card.TooEasyAt < card.LastAt)
            {
                card.FindTooEasy(turn.Practice.Scheduler, turn.Now);
            }

            turn.Say(Texts.TooEasy(card.Due!.Value, turn.Schedule, turn.Now), QuizRound.NextButton(turn));
        }
        else
        {
            turn.Say(Texts.NothingOpen, Buttons.Next, Buttons.Today);
        }
    }

    private static void PassOver(Turn turn, CurrentExercise current)
    {
        turn.Cards.Get(current.Key).FindTooEasy(turn.Practice.Scheduler, turn.Now);
        current.IsOpen = false;
        if (current.Key == turn.Conversation.TodayKey)
        {
            turn.Conversation.FinishToday();
        }

        QuizRound.Passed(turn);
        turn.Say(Texts.TooEasy(turn.Cards.Get(current.Key).Due!.Value, turn.Schedule, turn.Now));
        Asking.Next(turn);
    }

    private static string? KeyIn(string rest) => rest.StartsWith(About, StringComparison.OrdinalIgnoreCase) ? rest[About.Length..].Trim() : null;
}
