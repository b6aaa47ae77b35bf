using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Drafts;
using ChatCoachBot.Core.Grading.Gaming;
using ChatCoachBot.Core.Grading.Negation;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.References;

namespace ChatCoachBot.Core.Grading;

/// <summary>
/// Grades free text when there is no rubric, only model answers or key points. The points come from a <see cref="RubricDraft"/> of the
/// nearest model answer; the score is how alike the whole is, since a draft knows no other words than those of its author.
/// </summary>
public sealed class ReferenceGrader : ExerciseGrader
{
    private readonly Vocabulary vocabulary;
    private readonly HashSet<int> asked = [];
    private readonly CopiedPrompt prompt;
    private readonly (Reference Reference, Rubric Rubric, RubricGrader Grader)[] models;

    private ReferenceGrader(IReadOnlyList<(string Text, Rubric Draft)> drafts, string? question)
    {
        var words = new VocabularyBuilder(Glossary.Empty);
        foreach (var lexeme in drafts.SelectMany(draft => TextWords.CarriersOf(draft.Text)))
            words.Add(lexeme, lexeme.Form);
        foreach (var lexeme in TextWords.CarriersOf(question ?? ""))
            asked.Add(words.AddPlain(lexeme));

        prompt = new(question ?? "", ExerciseKind.Explain, words);
        vocabulary = words.Build();
        models = [.. drafts.Select(draft => (Reference.Read(draft.Text, vocabulary, asked), draft.Draft, Compile(draft.Text, Exercise(draft.Draft, question))))];
    }

    /// <param name="references">Model answers; an answer is compared with the one it is most like.</param>
    /// <param name="question">What they answer, if known: its own words earn nothing.</param>
    /// <exception cref="FormatException">None of them has a word that carries an idea.</exception>
    public static ReferenceGrader OfReferences(IReadOnlyList<string> references, string? question = null)
    {
        ArgumentNullException.ThrowIfNull(references);
        var drafts = references.Select(text => (text, Draft: RubricDraft.FromModelAnswer(text, question)))
            .Where(draft => draft.Draft is not null).Select(draft => (draft.text, draft.Draft!)).ToList();
        return drafts.Count > 0 ? new(drafts, question) : throw new FormatException("No reference has a word to grade by.");
    }

    /// <param name="keyPoints">What an answer must say; all of them together are the model answer.</param>
    /// <param name="question">What they answer, if known: its own words earn nothing.</param>
    /// <exception cref="FormatException">None of them has a word that carries an idea.</exception>
    public static ReferenceGrader OfKeyPoints(IReadOnlyList<string> keyPoints, string? question = null)
    {
        ArgumentNullException.ThrowIfNull(keyPoints);
        var draft = RubricDraft.FromKeyPoints(keyPoints, question) ?? throw new FormatException("No key point has a word to grade by.");
        return new([(string.Join(".\n", keyPoints), draft)], question);
    }

    public override Grade Grade(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var reading = Reading.Of(answer, GradedLength(answer), vocabulary);
        NegationPass.Mark(reading);
        prompt.Mark(reading);
        var isRepeated = RepeatedWord.IsAll(reading);
        var read = new Likeness.Answer(TextWords.Of(reading), new(reading.Text.Folded.Lower));

        var (nearest, score) = (0, -1.0);
        for (var i = 0; i < models.Length; i++)
        {
            if (Likeness.Score(models[i].Reference, read, asked) is var likeness && likeness > score)
                (nearest, score) = (i, likeness);
        }

        var grade = models[nearest].Grader.Grade(answer);
        if (isRepeated || grade.Notes.Contains(KeywordList.Note))
            score = Math.Min(score, grade.Score);
        return grade with { Score = score, Verdict = VerdictOf(score, models[nearest].Rubric) };
    }

    // A model answer that is a list itself allows one.
    private static RubricGrader Compile(string text, Exercise exercise)
    {
        var grader = new RubricGrader(exercise, Glossary.Empty);
        return grader.Grade(text).Notes.Contains(KeywordList.Note) ? new(exercise, Glossary.Empty, mayBeList: true) : grader;
    }

    private static Verdict VerdictOf(double score, Rubric rubric) =>
        score < rubric.Fail ? Verdict.Fail : score < rubric.Pass ? Verdict.Partial : Verdict.Pass;

    private static Exercise Exercise(Rubric rubric, string? question) => new()
    {
        Id = "drafted",
        Kind = ExerciseKind.Explain,
        Topic = "any",
        Prompt = question ?? "",
        ModelAnswer = "",
        Rubric = rubric,
    };
}
