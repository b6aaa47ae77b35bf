using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Shows one glossary entry, looked for in the learner's path first.</summary>
public sealed class TermIntent : SpokenIntent
{
    private const int ShortName = 2;

    public override string Word => "term";

    public override string Usage => "term idempotency";

    public override string Purpose => "what a term means and how to use it";

    public override bool TakesArgument => true;

    /// <summary>A word or two are looked up; "Term limits are short" is an answer, unless the glossary has it, or nearly.</summary>
    public override bool Accepts(string rest, Library library)
    {
        var terms = new TermIndex(library, own: null);
        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= ShortName || terms.Find(rest) is not null || terms.Nearest(rest) is not null;
    }

    public override void Respond(Turn turn, string rest)
    {
        var terms = new TermIndex(turn.Library, turn.Path);
        if (rest.Length == 0)
        {
            turn.Say(Texts.TermHow, [.. terms.Spotlight.Select(term => Buttons.Term(term.Name))]);
        }
        else if (terms.Find(rest) is { } found)
        {
            turn.Say(TermReply.For(found.Term, found.Path));
        }
        else
        {
            var nearest = terms.Nearest(rest);
            turn.Say(Texts.UnknownTerm(rest, nearest?.Name), nearest is null ? [Buttons.Glossary] : [Buttons.Term(nearest.Name), Buttons.Glossary]);
        }
    }
}
