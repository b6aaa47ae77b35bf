namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Of the places that a learner has linked, the daily prompt comes in the one where this is said.</summary>
public sealed class PromptsHereIntent : SpokenIntent
{
    public const string Said = "prompts here";

    public override string Word => Said;

    public override string Purpose => "your daily prompt comes here, not in the other place that you linked";

    /// <summary>Where prompts came so far they arrive no more: whoever asks for them in another place is to have them there.</summary>
    internal static void TakeOverEnded(Turn turn)
    {
        if (turn is { PromptsComeHere: false, Schedule.EndedBecause: not null })
        {
            turn.Wish = new PromptsHereWish();
        }
    }

    public override void Respond(Turn turn, string rest)
    {
        if (turn.PromptsComeHere)
        {
            turn.Say(turn.Schedule.NextDue is null ? Texts.RemindHow : Texts.PromptsComeHereAlready);
            return;
        }

        turn.Say(turn.Schedule switch
        {
            { Time: null } => Texts.PromptsHereNoTime,
            { Stopped: true } or { PausedUntil: not null } => Texts.PromptsHereResting,
            _ => Texts.PromptsNowHere,
        });
        turn.Wish = new PromptsHereWish();
    }
}
