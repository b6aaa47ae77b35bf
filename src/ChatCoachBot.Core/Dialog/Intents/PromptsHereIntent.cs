namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Of the places that a learner has linked, the daily prompt comes in the one where this is said.</summary>
public sealed class PromptsHereIntent : SpokenIntent
{
    public const string Said = "prompts here";

    public override string Word => Said;

    public override string Purpose => "of the places you have linked, your daily prompt comes in this one";

    public override void Respond(Turn turn, string rest)
    {
        if (turn.PromptsComeHere)
        {
            turn.Say(turn.Schedule.NextDue is null ? Texts.RemindHow : Texts.PromptsComeHereAlready);
            return;
        }

        turn.Say(turn.Schedule.Time is null ? Texts.PromptsHereNoTime : Texts.PromptsNowHere);
        turn.Wish = new PromptsHereWish();
    }
}
