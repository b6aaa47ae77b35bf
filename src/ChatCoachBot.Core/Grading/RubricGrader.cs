using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Gaming;
using ChatCoachBot.Core.Grading.Negation;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Rubrics;

namespace ChatCoachBot.Core.Grading;

/// <summary>Grades free text against a rubric.</summary>
public sealed class RubricGrader : ExerciseGrader
{
    private readonly Rubric rubric;
    private readonly Criterion[] points;
    private readonly Criterion[] misconceptions;
    private readonly LanguageAdviser language;
    private readonly CopiedPrompt prompt;
    private readonly KeywordList? keywords;
    private readonly Vocabulary vocabulary;
    private readonly MentionRule held;

    /// <param name="mayBeList">The question asks for a list, so that one is no evasion.</param>
    internal RubricGrader(Exercise exercise, Glossary glossary, bool mayBeList = false)
    {
        rubric = exercise.Rubric ?? throw new FormatException($"Exercise {exercise.Id}: it needs a rubric.");
        if (!(rubric.Points.Sum(point => point.Weight) > 0))
            throw new FormatException($"Exercise {exercise.Id}: its rubric needs at least one point with a weight above 0.");
        var compiler = new PhraseCompiler(glossary);
        points = [.. rubric.Points.Select(point => Criterion.Compile($"Point {point.Id}", point.Any, point.All, compiler))];
        misconceptions = [.. rubric.Misconceptions.Select(idea => Criterion.Compile($"Misconception {idea.Id}", idea.Any, idea.All, compiler))];
        language = new(rubric.Language, compiler.WithoutTerms());
        prompt = new(exercise.Prompt, exercise.Kind, compiler.Words);
        keywords = mayBeList ? null : new([.. points.SelectMany(point => point.Phrases)]);
        vocabulary = compiler.Words.Build();
        held = exercise.Kind switch
        {
            ExerciseKind.Rewrite => MentionRule.HeldAskedOrKept,
            ExerciseKind.Usage => MentionRule.HeldOrAsked,
            _ => MentionRule.Held,
        };
    }

    public override Grade Grade(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var length = GradedLength(answer);
        var reading = Reading.Of(answer, length, vocabulary);
        var notes = new NoteList();
        if (length < answer.Length)
            notes.Add(CutNote);
        if (reading.Text.WordCount == 0)
            return NoWords(notes);

        NegationPass.Mark(reading);
        if (prompt.Mark(reading) * 3 >= reading.Text.Count * 2)
            notes.Add(CopiedPrompt.Note);
        var isRepeated = RepeatedWord.IsAll(reading);
        if (isRepeated)
            notes.Add(RepeatedWord.Note);
        else if (keywords?.Mark(reading) == true)
            notes.Add(KeywordList.Note);
        return Grade(reading, isRepeated, notes);
    }

    /// <summary>For each point, the words of a text that meet it, whoever wrote them; null where none do.</summary>
    internal IReadOnlyList<Evidence?> Mentions(string text)
    {
        var reading = Reading.Of(text, GradedLength(text), vocabulary);
        NegationPass.Mark(reading);
        return [.. points.Select(point => point.Find(reading, MentionRule.Said) is { } match ? reading.EvidenceOf(match) : null)];
    }

    private Grade Grade(Reading reading, bool isRepeated, NoteList notes)
    {
        var spelling = new List<SpellingTip>(0);
        List<MisconceptionResult>? shown = null;
        for (var i = 0; i < misconceptions.Length; i++)
        {
            if (misconceptions[i].Find(reading, held) is not { } match)
                continue;
            (shown ??= []).Add(new(rubric.Misconceptions[i].Id, reading.EvidenceOf(match), rubric.Misconceptions[i].Feedback));
            misconceptions[i].Mark(reading, held, TokenMarks.Mistaken);
        }

        var met = new PointResult[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var point = rubric.Points[i];
            var found = isRepeated ? null : points[i].Find(reading, MentionRule.Said);
            met[i] = found is { } match
                ? new(point.Id, Met: true, reading.EvidenceOf(match), point.Met)
                : new(point.Id, Met: false, Evidence: null, point.Missed);
            if (found is { } spelt)
                reading.CollectSpelling(spelt, spelling);
        }

        return Scoring.Grade(rubric, met, (IReadOnlyList<MisconceptionResult>?)shown ?? [], spelling, language.Advise(reading), notes.Notes);
    }

    private Grade NoWords(NoteList notes)
    {
        notes.Add(NoWordsNote);
        var missed = rubric.Points.Select(point => new PointResult(point.Id, Met: false, Evidence: null, point.Missed)).ToArray();
        return Scoring.Grade(rubric, missed, [], [], [], notes.Notes) with { Understood = false };
    }
}
