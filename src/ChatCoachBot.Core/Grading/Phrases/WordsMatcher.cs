namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>Tries the steps of a phrase wherever its first word occurs.</summary>
internal sealed class WordsMatcher : PhraseMatcher
{
    private readonly Way[] ways;
    private readonly Wording wording;

    public WordsMatcher(PhraseStep start, Wording wording)
    {
        this.wording = wording;
        ways = [.. Flatten(start).Select(step => new Way(step is WordStep word ? word.Id : null, step.NeededWord, step))];
    }

    public override Match? Find(Reading reading, MentionRule rule)
    {
        Match? earliest = null;
        foreach (var way in ways)
        {
            if (way.NeededWord is { } needed && reading.Occurrences.First(needed) < 0)
                continue;
            var found = way.FirstWord is { } id ? FindFrom(reading, rule, way.Step, id) : FindAnywhere(reading, rule, way.Step);
            if (found is { } match && (earliest is not { } best || match.First < best.First))
                earliest = found;
        }

        return earliest;
    }

    private Match? FindFrom(Reading reading, MentionRule rule, PhraseStep step, int id)
    {
        for (var occurrence = reading.Occurrences.First(id); occurrence >= 0; occurrence = reading.Occurrences.After(occurrence))
        {
            if (TryAt(reading, rule, step, reading.Occurrences.TokenOf(occurrence)) is { } match)
                return match;
        }

        return null;
    }

    private Match? FindAnywhere(Reading reading, MentionRule rule, PhraseStep step)
    {
        for (var at = 0; at < reading.Text.Count; at++)
        {
            if (TryAt(reading, rule, step, at) is { } match)
                return match;
        }

        return null;
    }

    private Match? TryAt(Reading reading, MentionRule rule, PhraseStep step, int at)
    {
        var after = step.Take(reading, at);
        if (after <= at)
            return null;
        var match = reading.MatchOf(at, after, wording);
        return rule.Counts(reading, match) ? match : null;
    }

    private static IEnumerable<PhraseStep> Flatten(PhraseStep step) => step is EitherStep either ? either.Ways.SelectMany(Flatten) : [step];

    private readonly record struct Way(int? FirstWord, int? NeededWord, PhraseStep Step);
}
