using System.Globalization;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class QuizIntent : SpokenIntent
{
    private const int Usual = 5;
    private const int Most = 20;

    public override string Word => "quiz";

    public override string Usage => "quiz 5";

    public override string Purpose => "a round of questions, five unless you say how many";

    public override bool TakesArgument => true;

    public override bool NeedsPathCards => true;

    public override bool Accepts(string rest) => !rest.Contains(' ', StringComparison.Ordinal);

    public override void Respond(Turn turn, string rest)
    {
        // One that is under way goes on: a stray word or an old button throws nothing away.
        if (rest.Length == 0 && turn.Conversation.Quiz is { IsOver: false })
        {
            QuizRound.GoOn(turn);
            return;
        }

        var questions = Usual;
        if (rest.Length > 0 && (!int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out questions) || questions is < 1 or > Most))
        {
            turn.Say(Texts.QuizHow);
            return;
        }

        if (turn.Path is { } path)
        {
            QuizRound.Begin(turn, turn.Picker.Quiz(path.Syllabus, questions));
        }
        else
        {
            Asking.AskForPathAgain(turn);
        }
    }
}
