using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Gaps;
using ChatCoachBot.Core.Grading.Negation;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Rubrics;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading;

/// <summary>Grades the words for the gaps of a sentence; every gap weighs the same, and all must be right to pass.</summary>
public sealed class GapGrader : ExerciseGrader
{
    private readonly IReadOnlyList<Gap> gaps;
    private readonly Criterion[] phrases;
    private readonly FilledSentence sentence;
    private readonly Vocabulary vocabulary;

    internal GapGrader(Exercise exercise, Glossary glossary)
    {
        gaps = exercise.Gaps;
        sentence = new(exercise.Id, exercise.Text, gaps.Count);
        var compiler = new PhraseCompiler(glossary);
        phrases = [.. gaps.Select((gap, i) => Criterion.Compile(IdOf(i), gap.Any, [], compiler))];
        vocabulary = compiler.Words.Build();
    }

    public override Grade Grade(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var length = GradedLength(answer);
        var notes = new NoteList();
        if (length < answer.Length)
            notes.Add(CutNote);
        var graded = answer[..length];
        var text = AnswerText.Of(graded);
        if (text.WordCount == 0)
        {
            notes.Add(gaps.Count == 1 ? "There are no words in this answer yet. Please type the word for the gap." : HowMany());
            return Result(new Range?[gaps.Count], graded, notes) with { Understood = false };
        }

        if (sentence.Align(text) is { } filled)
            return Result(filled, graded, notes);
        var parts = GapParts.Split(graded, gaps.Count);
        if (parts.Count < gaps.Count)
            notes.Add(HowMany());
        var judged = Result([.. Enumerable.Range(0, gaps.Count).Select(i => i < parts.Count ? parts[i] : null)], graded, notes);
        return parts.Count > gaps.Count ? TooMany(judged, parts.Count) : judged;
    }

    private Grade Result(IReadOnlyList<Range?> parts, string answer, NoteList notes)
    {
        var spelling = new List<SpellingTip>();
        var points = new PointResult[gaps.Count];
        for (var i = 0; i < points.Length; i++)
        {
            var evidence = parts[i] is { } part ? Find(i, answer, part, spelling) : null;
            points[i] = new(IdOf(i), evidence is not null, evidence, evidence is null ? gaps[i].Missed : gaps[i].Met);
        }

        var met = points.Count(point => point.Met);
        return new()
        {
            Score = (double)met / points.Length,
            Verdict = met == points.Length ? Verdict.Pass : met > 0 ? Verdict.Partial : Verdict.Fail,
            Points = points,
            Spelling = spelling,
            Notes = notes.Notes,
            ImproveFirst = Array.Find(points, point => !point.Met)?.Feedback ?? Scoring.Tip(spelling),
        };
    }

    // Whoever offers more words than gaps has not decided yet.
    private Grade TooMany(Grade judged, int parts)
    {
        var note = string.Create(
            CultureInfo.InvariantCulture, $"You gave {parts} answers for {gaps.Count} gaps, so I looked at the first {gaps.Count}. Next time, choose one for each gap.");
        return judged with
        {
            Score = judged.Score * gaps.Count / parts,
            Verdict = judged.Verdict == Verdict.Pass ? Verdict.Partial : judged.Verdict,
            Notes = [.. judged.Notes, note],
            ImproveFirst = judged.Verdict == Verdict.Pass ? "Choose one answer for each gap." : judged.ImproveFirst,
        };
    }

    private Evidence? Find(int gap, string answer, Range part, List<SpellingTip> spelling)
    {
        var (start, length) = part.GetOffsetAndLength(answer.Length);
        var reading = Reading.Of(answer.Substring(start, length), length, vocabulary);
        NegationPass.Mark(reading);
        if (phrases[gap].Find(reading, MentionRule.Said) is not { } match || !IsAlone(gap, reading, match))
            return null;
        reading.CollectSpelling(match, spelling);
        var found = reading.EvidenceOf(match);
        return found with { Start = found.Start + start };
    }

    // "to raise" and "the backward" are fine, so is "raise a concern" before "a concern"; "raise or lower" is a guess.
    private bool IsAlone(int gap, Reading reading, in Match match)
    {
        var before = reading.Text.Tokens[..match.First];
        var after = reading.Text.Tokens[match.After..];
        while (after is [.., { IsEnd: true }])
            after = after[..^1];
        return (MayStandBeside(before) || sentence.Precedes(gap, before)) && (MayStandBeside(after) || sentence.Follows(gap, after));
    }

    private static bool MayStandBeside(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (!MayStandBeside(token.Role))
                return false;
        }

        return true;
    }

    private static bool MayStandBeside(Role role) =>
        role.IsEnd() || role is Role.Determiner or Role.To or Role.Pronoun or Role.Auxiliary or Role.And or Role.Preposition;

    private string HowMany() => gaps.Count == 1
        ? "This sentence has one gap. Please type the one word or phrase for it."
        : string.Create(CultureInfo.InvariantCulture, $"This sentence has {gaps.Count} gaps. Please type {gaps.Count} answers with a comma between them.");

    private static string IdOf(int gap) => string.Create(CultureInfo.InvariantCulture, $"gap-{gap + 1}");
}
