using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>
/// One step of a phrase through the words of an answer. Steps are linked: each one takes its own words and hands on to the next,
/// which makes alternatives of different lengths simple.
/// </summary>
internal abstract class PhraseStep
{
    /// <returns>The token after the whole phrase, or -1 when it does not go on from <paramref name="at"/>.</returns>
    public abstract int Take(Reading reading, int at);

    /// <summary>A word without which no way leads to the end, as far as can be told at once: the last one, since phrases often begin alike.</summary>
    public virtual int? NeededWord => null;
}

/// <summary>The phrase is complete.</summary>
internal sealed class LastStep : PhraseStep
{
    public static readonly LastStep Instance = new();

    public override int Take(Reading reading, int at) => at;
}

/// <summary>A word, by its stem.</summary>
internal sealed class WordStep(int id, PhraseStep next) : PhraseStep
{
    public int Id => id;

    public override int? NeededWord => next.NeededWord ?? id;

    public override int Take(Reading reading, int at)
    {
        if (reading.IdAt(at) == id)
        {
            var end = next.Take(reading, at + 1);
            if (end >= 0)
                return end;
        }

        return reading.Occurrences.IsJoined(at, id) ? next.Take(reading, at + 2) : -1;
    }
}

/// <summary>An abbreviation that is also an everyday word, in the case of the glossary: "CAP", not "cap".</summary>
internal sealed class AbbreviationStep(int id, string letters, PhraseStep next) : PhraseStep
{
    public override int? NeededWord => next.NeededWord ?? id;

    public override int Take(Reading reading, int at)
    {
        if (reading.IdAt(at) != id)
            return -1;
        var typed = reading.Text.Folded.Cased[reading.Text.Tokens[at].FoldStart..reading.Text.Tokens[at].FoldEnd];
        return typed.StartsWith(letters) || !reading.Text.Tokens[at].Lexeme.IsEnglish ? next.Take(reading, at + 1) : -1;
    }
}

/// <summary>A word that begins so, also when a hyphen divides it: "dedup*" takes "de-duplicate".</summary>
internal sealed class OpeningStep(string letters, PhraseStep next) : PhraseStep
{
    private readonly string unified = new Lexeme(letters).Spelling;

    public override int? NeededWord => next.NeededWord;

    public override int Take(Reading reading, int at)
    {
        var form = reading.Text.Tokens[at].Lexeme.Form;
        if (form.StartsWith(letters, StringComparison.Ordinal) || reading.Text.Tokens[at].Lexeme.Spelling.StartsWith(unified, StringComparison.Ordinal))
            return next.Take(reading, at + 1);
        var isDivided = reading.Text.Tokens[at + 1 < reading.Text.Count ? at + 1 : at] is { Joint: Joint.Hyphen } rest
            && letters.StartsWith(form, StringComparison.Ordinal)
            && rest.Lexeme.Form.StartsWith(letters[form.Length..], StringComparison.Ordinal);
        return isDivided ? next.Take(reading, at + 2) : -1;
    }
}

/// <summary>Up to so many words, the fewest first.</summary>
internal sealed class UpToStep(int most, PhraseStep next) : PhraseStep
{
    public override int? NeededWord => next.NeededWord;

    public override int Take(Reading reading, int at)
    {
        for (var skipped = 0; ; skipped++)
        {
            var end = next.Take(reading, at);
            if (end >= 0 || skipped == most || reading.Text.Tokens[at].IsEnd)
                return end;
            at = reading.EndOfWord(at);
        }
    }
}

/// <summary>Exactly one word.</summary>
internal sealed class AnyWordStep(PhraseStep next) : PhraseStep
{
    public override int? NeededWord => next.NeededWord;

    public override int Take(Reading reading, int at) => reading.Text.Tokens[at].IsEnd ? -1 : next.Take(reading, reading.EndOfWord(at));
}

/// <summary>The first of several ways that leads to the end.</summary>
internal sealed class EitherStep(IReadOnlyList<PhraseStep> ways) : PhraseStep
{
    private readonly PhraseStep[] ways = [.. ways];

    public IReadOnlyList<PhraseStep> Ways => ways;

    public override int Take(Reading reading, int at)
    {
        foreach (var way in ways)
        {
            var end = way.Take(reading, at);
            if (end >= 0)
                return end;
        }

        return -1;
    }
}
