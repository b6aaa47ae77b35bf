using ChatCoachBot.Core.Grading.Negation;
using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>
/// No phrase of a list is in the shadow of another that finds the same words wherever it does: it does nothing, and hides from the
/// author what the list is really about. A gap is filled, not searched, so its list is none of these.
/// </summary>
internal static class PhrasesFindTheirOwn
{
    /// <param name="exercise">One whose phrases are all valid.</param>
    public static IEnumerable<Fault> Check(Document<Exercise> exercise, Glossary glossary)
    {
        var compiler = new PhraseCompiler(glossary);
        var lists = ExercisePhrases.Of(exercise.Value).Where(phrase => phrase.Pointer.StartsWith("rubric", StringComparison.Ordinal))
            .GroupBy(phrase => phrase.Pointer[..phrase.Pointer.LastIndexOf('[')], phrase => Candidate.Of(phrase.Pointer, phrase.Phrase, compiler), StringComparer.Ordinal)
            .Select(list => (Rule: RuleOf(list.Key), Phrases: list.ToList()))
            .ToList();
        var vocabulary = compiler.Words.Build();
        foreach (var (rule, phrases) in lists)
        {
            foreach (var (needless, wider) in Needless([.. phrases.Select(phrase => FindersOf(phrase, phrases, vocabulary, rule))]))
                yield return exercise.Warning(phrases[needless].Pointer, $"Whatever “{phrases[needless].Phrase}” finds, “{phrases[wider].Phrase}” finds as well; remove it.");
        }
    }

    /// <summary>Which can go, each with one that stays and finds all of it. Of two that find the same, the first stays.</summary>
    private static IEnumerable<(int Needless, int Wider)> Needless(IReadOnlyList<IReadOnlySet<int>> finders)
    {
        var gone = new HashSet<int>();
        for (var i = finders.Count - 1; i >= 0; i--)
        {
            if (finders[i].Any(finder => !gone.Contains(finder)))
                gone.Add(i);
        }

        // What found it may itself have gone since, and what stays in its place need not find as much.
        foreach (var i in Enumerable.Range(0, finders.Count).Where(gone.Contains))
        {
            if (finders[i].Where(finder => !gone.Contains(finder)).Select(finder => (int?)finder).FirstOrDefault() is { } wider)
                yield return (i, wider);
        }
    }

    private static HashSet<int> FindersOf(Candidate phrase, List<Candidate> all, Vocabulary vocabulary, MentionRule rule)
    {
        HashSet<int>? finders = null;
        foreach (var instance in phrase.Phrase.Instances)
        {
            var reading = Grading.Reading.Of(instance, instance.Length, vocabulary);
            NegationPass.Mark(reading);
            var found = all.Index()
                .Where(other => other.Item != phrase && other.Item.Phrase.MayStandFor(phrase.Phrase) && FindsAll(other.Item.Matcher, reading, rule))
                .Select(other => other.Index);
            if (finders is null)
                finders = [.. found];
            else
                finders.IntersectWith([.. found]);
        }

        return finders ?? [];
    }

    /// <summary>Not a part: what is copied, listed or mistaken in an answer may take away one word of a phrase and leave the phrase.</summary>
    private static bool FindsAll(PhraseMatcher matcher, Grading.Reading reading, MentionRule rule) =>
        matcher.Find(reading, rule) is { First: 0 } match && match.After == reading.Text.Count - 1;

    private static MentionRule RuleOf(string list) => list switch
    {
        _ when list.StartsWith("rubric.points", StringComparison.Ordinal) => MentionRule.Said,
        _ when list.StartsWith("rubric.misconceptions", StringComparison.Ordinal) => MentionRule.Held,
        _ => MentionRule.Always,
    };

    private sealed record Candidate(string Pointer, KeyPhrase Phrase, PhraseMatcher Matcher)
    {
        public static Candidate Of(string pointer, string text, PhraseCompiler compiler)
        {
            var phrase = KeyPhrase.Parse(text);
            return new Candidate(pointer, phrase, phrase.Compile(compiler));
        }
    }
}
