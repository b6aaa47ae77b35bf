using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Shows a path at a glance: the learner's own, or the one that is named.</summary>
public sealed class PathIntent : SpokenIntent
{
    public override string Word => "path";

    public override string Purpose => "your path at a glance: topics, vocabulary, scenarios, reading";

    public override bool TakesArgument => true;

    public override bool NeedsAllCards => true;

    /// <summary>"Path traversal is…" begins an answer: only what names a path is meant.</summary>
    public override bool Accepts(string rest, Library library) => rest.Length == 0 || PathIndex.Find(library, rest) is not null;

    public override void Respond(Turn turn, string rest)
    {
        if ((rest.Length > 0 ? PathIndex.Find(turn.Library, rest) : turn.Path) is { } path)
        {
            turn.Say(PathReply.For(path, turn.Path, turn.Library, turn.Cards));
        }
        else if (rest.Length > 0)
        {
            turn.Say(PathsReply.For(turn.Library, Texts.UnknownPath(rest)));
        }
        else
        {
            Asking.AskForPathAgain(turn);
        }
    }
}
