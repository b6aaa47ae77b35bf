using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>What <c>content check</c> says beyond reading: the grader's word on samples and model answers.</summary>
public static class ContentCheckTests
{
    [Fact]
    public static void Good_content_has_neither_errors_nor_warnings()
    {
        var report = ContentCheck.Run(GoodContent.Files);

        report.Faults.ShouldBeEmpty();
        report.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public static void It_counts_what_there_is()
    {
        var path = ContentCheck.Run(GoodContent.Files).Paths.ShouldHaveSingleItem();

        path.Path.ShouldBe("release-engineer");
        path.Terms.ShouldBe(2);
        path.Exercises.ShouldBe(new ExerciseCount("release-engineer", Exercises: 3, Points: 5, Samples: 8));
        path.ByKind.ShouldBe(
        [
            new ExerciseCount("explain", Exercises: 1, Points: 2, Samples: 4),
            new ExerciseCount("gap", Exercises: 1, Points: 2, Samples: 2),
            new ExerciseCount("choice", Exercises: 1, Points: 1, Samples: 2),
        ]);
        path.ByTopic.ShouldBe(
        [
            new ExerciseCount("releases", Exercises: 2, Points: 3, Samples: 4),
            new ExerciseCount("rollbacks", Exercises: 1, Points: 2, Samples: 4),
        ]);
    }

    [Theory]
    [InlineData(
        GoodContent.Explain, "expect: partial\n    points: [previous-version]", "expect: pass\n    points: [previous-version, what-customers-see]",
        "39:5: The sample expects pass with previous-version, what-customers-see but the grader says partial 0.67: met previous-version; missed what-customers-see.")]
    [InlineData(
        GoodContent.Explain, "expect: partial\n    points: [previous-version]", "expect: partial\n    points: [what-customers-see]",
        "39:5: The sample expects partial with what-customers-see but the grader says partial 0.67: met previous-version; missed what-customers-see.")]
    [InlineData(
        GoodContent.Explain, "expect: fail, misconceptions: [deletes-data]", "expect: fail, misconceptions: []",
        "42:5: The sample expects fail and no misconception but the grader says fail 0.00: missed previous-version, what-customers-see; shows deletes-data.")]
    [InlineData(
        GoodContent.Explain, "{answer: \"\", expect: fail, points: []}", "{answer: \"\", expect: pass}",
        "43:5: The sample expects pass but the grader says fail 0.00: missed previous-version, what-customers-see.")]
    [InlineData(
        GoodContent.Explain, "so customers see what they saw before.", "whatever that means.",
        "8:14: The model answer must pass but the grader says partial 0.67: met previous-version; missed what-customers-see.")]
    [InlineData(
        GoodContent.Gap, "modelAnswer: I would like to raise a concern", "modelAnswer: I would like to lift a concern",
        "5:14: The model answer must pass but the grader says partial 0.50: met gap-2; missed gap-1.")]
    [InlineData(
        GoodContent.Choice, "modelAnswer: We are rolling back the release.", "modelAnswer: We are rollbacking the release.",
        "5:14: The model answer must pass but the grader says fail 0.00: missed choice.")]
    public static void A_sample_or_model_answer_that_grades_otherwise_is_an_error(string file, string part, string with, string fault)
    {
        var report = ContentCheck.Run(GoodContent.Replace(file, part, with));

        report.Faults.Select(found => found.ToString()).ShouldContain($"{file}:{fault}");
        report.HasErrors.ShouldBeTrue();
    }

    [Theory]
    [InlineData(
        GoodContent.Path, "  - id: rollbacks\n", "  - {id: audits, title: Audits, summary: Answering auditors.}\n  - id: rollbacks\n",
        "8:5: warning: The topic 'audits' has no exercise; write one.")]
    [InlineData(
        GoodContent.Explain, "{answer: It will delete all data., expect: fail, misconceptions: [deletes-data]}", "{answer: It is a kind of party., expect: fail}",
        "26:7: warning: No sample shows the misconception 'deletes-data'; add one that does.")]
    [InlineData(
        GoodContent.Explain, "[customers, users]", "[auditors]",
        "20:7: warning: No sample meets the point 'what-customers-see'; add one that does.")]
    [InlineData(
        GoodContent.Explain, "  - {answer: It will delete all data., expect: fail, misconceptions: [deletes-data]}\n  - {answer: \"\", expect: fail, points: []}\n", "",
        "13:7: warning: No sample misses the point 'previous-version'; add one that does.")]
    [InlineData(
        GoodContent.Explain, "  - {answer: It will delete all data., expect: fail, misconceptions: [deletes-data]}\n  - {answer: \"\", expect: fail, points: []}\n", "",
        "35:1: warning: The rubric has fewer than 4 samples; add more.")]
    [InlineData(
        GoodContent.Explain, "expect: partial", "expect: fail",
        "35:1: warning: No sample expects partial; add one.")]
    [InlineData(
        GoodContent.Choice, "samples:\n  - {answer: \"1\", expect: pass}\n  - {answer: \"2\", expect: fail}\n", "",
        "1:1: warning: The exercise has no samples; add answers and the verdicts they must get.")]
    public static void What_is_not_tested_is_a_warning(string file, string part, string with, string fault) =>
        ContentCheck.Run(GoodContent.Replace(file, part, with)).Faults.Select(found => found.ToString()).ShouldContain($"{file}:{fault}");

    [Fact]
    public static void A_term_that_no_exercise_practises_is_a_warning() =>
        ContentCheck.Run(GoodContent.Replace(GoodContent.Choice, "terms: [canary-release]\n", "")).Faults.ShouldHaveSingleItem().ToString()
            .ShouldBe("paths/release-engineer/terms.yaml:12:3: warning: No exercise practises the term 'canary-release'; name it under 'terms' in one, or write one.");

    [Fact]
    public static void Two_exercises_that_ask_the_same_are_a_warning()
    {
        var original = GoodContent.Files.Single(file => file.Name == GoodContent.Explain);
        var copy = new ContentFile(original.Name.Replace("explain-rollback", "explain-rollback-again", StringComparison.Ordinal), original.Text
            .Replace("id: explain-rollback", "id: explain-rollback-again", StringComparison.Ordinal)
            .Replace("Tell the support team what", "Tell the support team again what", StringComparison.Ordinal));

        ContentCheck.Run([.. GoodContent.Files, copy]).Faults.ShouldHaveSingleItem().ToString().ShouldBe(
            $"{GoodContent.Explain}:6:9: warning: This asks nearly the same as {copy.Name}; let it ask something else, or delete one.");
    }

    [Fact]
    public static void Warnings_alone_are_no_errors()
    {
        var report = ContentCheck.Run(GoodContent.Replace(GoodContent.Choice, "samples:\n  - {answer: \"1\", expect: pass}\n  - {answer: \"2\", expect: fail}\n", ""));

        report.Faults.ShouldHaveSingleItem();
        report.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public static void Samples_of_a_broken_exercise_are_left_alone() =>
        ContentCheck.Run(GoodContent.Replace(GoodContent.Explain, "kind: explain", "kind: explian")).Faults.ShouldHaveSingleItem();
}
