using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

public sealed class PathsIntent : SpokenIntent
{
    public override string Word => "paths";

    public override string Purpose => "the paths you can take";

    public override void Respond(Turn turn, string rest) =>
        turn.Say(PathsReply.For(turn.Library, turn.Path is { } own ? Texts.PathsWith(own.Info) : Texts.ChoosePath));
}
