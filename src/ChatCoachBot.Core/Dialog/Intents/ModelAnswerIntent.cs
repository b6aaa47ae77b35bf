using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Shows the model answer of the exercise in hand, open or answered.</summary>
public sealed class ModelAnswerIntent : SpokenIntent
{
    public override string Word => "answer";

    public override IReadOnlyList<string> AlsoSaid => ["show answer", "model answer", "show a model answer"];

    public override string Purpose => "a model answer";

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Conversation.Current is not { } current || turn.Exercise is not { } asked)
        {
            turn.Say(Texts.NothingYet, Buttons.Today);
            return;
        }

        current.ModelShown = true;
        current.TouchedAt = turn.Now;
        turn.Say(Reply.Of(
            new Heading(Texts.ModelAnswerHeading),
            Passage.Of(asked.Exercise.ModelAnswer),
            new Caption(asked.Exercise.Options.Count > 0 ? Texts.ModelAnswerOfChoice : Texts.ModelAnswerNote),
            new Choices(current.IsOpen ? [.. Buttons.Options(asked.Exercise), QuizRound.NextButton(turn), Buttons.Skip] : [QuizRound.NextButton(turn), Buttons.Again])));
    }
}
