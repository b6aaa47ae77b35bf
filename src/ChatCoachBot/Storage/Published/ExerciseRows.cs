using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Storage.Published;

/// <summary>Turns an exercise into rows and rows into an exercise.</summary>
internal static class ExerciseRows
{
    public static ExerciseRow ToRow(Exercise exercise, string pathId, string digest, int position) => new()
    {
        PathId = pathId,
        ExerciseId = exercise.Id,
        Digest = digest,
        Position = position,
        Kind = exercise.Kind,
        Title = exercise.Title,
        Topic = exercise.Topic,
        Terms = exercise.Terms,
        Audience = exercise.Audience,
        Prompt = exercise.Prompt,
        ModelAnswer = exercise.ModelAnswer,
        Text = exercise.Text,
        PassMark = exercise.Rubric?.Pass,
        FailMark = exercise.Rubric?.Fail,
        MinWords = exercise.Rubric?.Language.Words?.Min,
        MaxWords = exercise.Rubric?.Language.Words?.Max,
        Criteria =
        [
            .. (exercise.Rubric?.Points ?? []).Select(ToRow),
            .. exercise.Gaps.Select(ToRow),
            .. (exercise.Rubric?.Misconceptions ?? []).Select(ToRow),
            .. (exercise.Rubric?.Language.Avoid ?? []).Select(ToRow),
        ],
        Options = [.. exercise.Options.Select((option, index) => new OptionRow { Position = index, Text = option.Text, Correct = option.Correct, Why = option.Why })],
    };

    public static Exercise ToExercise(ExerciseRow row) => new()
    {
        Id = row.ExerciseId,
        Kind = row.Kind,
        Title = row.Title,
        Topic = row.Topic,
        Terms = row.Terms,
        Audience = row.Audience,
        Prompt = row.Prompt,
        ModelAnswer = row.ModelAnswer,
        Text = row.Text,
        Rubric = row.PassMark is { } pass ? ToRubric(row, pass) : null,
        Gaps = [.. row.Of(CriterionKind.Gap).Select(gap => new Gap { Any = gap.Any(), Met = gap.Found, Missed = gap.Missed!, Hint = gap.Hint })],
        Options = [.. row.Options.OrderBy(option => option.Position).Select(option => new Option { Text = option.Text, Correct = option.Correct, Why = option.Why })],
    };

    private static Rubric ToRubric(ExerciseRow row, double pass) => new()
    {
        Pass = pass,
        Fail = row.FailMark ?? Rubric.DefaultFail,
        Points =
        [
            .. row.Of(CriterionKind.Point).Select(point => new Point
            {
                Id = point.Name,
                Weight = point.Weight,
                Required = point.Decides,
                Any = point.Any(),
                All = point.All(),
                Met = point.Found,
                Missed = point.Missed!,
                Hint = point.Hint!,
            }),
        ],
        Misconceptions =
        [
            .. row.Of(CriterionKind.Misconception).Select(wrong => new Misconception
            {
                Id = wrong.Name,
                Any = wrong.Any(),
                All = wrong.All(),
                Penalty = wrong.Weight,
                Fails = wrong.Decides,
                Feedback = wrong.Found,
            }),
        ],
        Language = new LanguageAdvice
        {
            Words = row.MinWords is null && row.MaxWords is null ? null : new WordLimits { Min = row.MinWords, Max = row.MaxWords },
            Avoid = [.. row.Of(CriterionKind.Avoid).Select(avoid => new AvoidedPhrases { Any = avoid.Any(), Tip = avoid.Found })],
        },
    };

    private static CriterionRow ToRow(Point point, int position) => new()
    {
        Kind = CriterionKind.Point,
        Position = position,
        Name = point.Id,
        Weight = point.Weight,
        Decides = point.Required,
        Found = point.Met,
        Missed = point.Missed,
        Hint = point.Hint,
        Phrases = Phrases(point.Any, point.All),
    };

    private static CriterionRow ToRow(Gap gap, int position) => new()
    {
        Kind = CriterionKind.Gap,
        Position = position,
        Name = "",
        Found = gap.Met,
        Missed = gap.Missed,
        Hint = gap.Hint,
        Phrases = Phrases(gap.Any, []),
    };

    private static CriterionRow ToRow(Misconception wrong, int position) => new()
    {
        Kind = CriterionKind.Misconception,
        Position = position,
        Name = wrong.Id,
        Weight = wrong.Penalty,
        Decides = wrong.Fails,
        Found = wrong.Feedback,
        Phrases = Phrases(wrong.Any, wrong.All),
    };

    private static CriterionRow ToRow(AvoidedPhrases avoid, int position) => new()
    {
        Kind = CriterionKind.Avoid,
        Position = position,
        Name = "",
        Found = avoid.Tip,
        Phrases = Phrases(avoid.Any, []),
    };

    private static List<KeyPhraseRow> Phrases(IReadOnlyList<string> any, IReadOnlyList<IReadOnlyList<string>> all) =>
    [
        .. all.Prepend(any).SelectMany((phrases, group) => phrases.Select((phrase, position) => new KeyPhraseRow { Group = group, Position = position, Phrase = phrase })),
    ];

    private static IEnumerable<CriterionRow> Of(this ExerciseRow row, CriterionKind kind) =>
        row.Criteria.Where(criterion => criterion.Kind == kind).OrderBy(criterion => criterion.Position);

    private static IReadOnlyList<string> Any(this CriterionRow row) =>
        [.. row.Phrases.Where(phrase => phrase.Group == 0).OrderBy(phrase => phrase.Position).Select(phrase => phrase.Phrase)];

    private static IReadOnlyList<IReadOnlyList<string>> All(this CriterionRow row) =>
    [
        .. row.Phrases
            .Where(phrase => phrase.Group > 0)
            .GroupBy(phrase => phrase.Group)
            .OrderBy(group => group.Key)
            .Select(group => (IReadOnlyList<string>)[.. group.OrderBy(phrase => phrase.Position).Select(phrase => phrase.Phrase)]),
    ];
}
