namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class NextIntent : SpokenIntent
{
    public override string Word => "next";

    public override string Purpose => "another exercise";

    public override bool NeedsPathCards => true;

    public override void Respond(Turn turn, string rest) => Asking.Next(turn);
}
