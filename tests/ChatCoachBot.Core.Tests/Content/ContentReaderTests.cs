using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Tests.Content;

public static class ContentReaderTests
{
    [Fact]
    public static void A_good_path_has_no_fault() => GoodContent.Faults(GoodContent.Files).ShouldBeEmpty();

    [Fact]
    public static void A_path_is_read_whole()
    {
        var path = ContentReader.Read(GoodContent.Files).Paths.ShouldHaveSingleItem();

        path.Id.ShouldBe("release-engineer");
        path.Title.ShouldBe("Release Engineer");
        path.Level.ShouldBe("B2");
        path.Summary.ShouldBe("You learn to announce a release, and to take it back.");
        path.Topics.ShouldBe(
        [
            new Topic { Id = "releases", Title = "Releases", Summary = "Saying what ships and when." },
            new Topic { Id = "rollbacks", Title = "Rollbacks", Summary = "Saying what is taken back, and why." },
        ]);
        path.Spotlight.ShouldBe(["rollback"]);
        var category = path.Vocabulary.ShouldHaveSingleItem();
        category.Category.ShouldBe("Core");
        category.Terms.ShouldBe(["rollback", "canary-release"]);
        path.Scenarios.ShouldBe(["explain-rollback"]);
        path.Reading.ShouldBe([new Reading { Title = "Continuous Delivery", Author = "Jez Humble and David Farley" }]);
        path.Next.ShouldBe(["not-written-yet"]);
        path.Terms.Select(term => term.Id).ShouldBe(["rollback", "canary-release"]);
        path.Exercises.Select(exercise => exercise.Id).ShouldBe(["choice-status-note", "explain-rollback", "gap-raise-a-concern"]);
    }

    [Fact]
    public static void A_term_is_read_whole()
    {
        var term = ContentReader.Read(GoodContent.Files).Paths[0].Terms[0];

        term.Name.ShouldBe("rollback");
        term.PartOfSpeech.ShouldBe("noun");
        term.Ipa.ShouldBe("/ˈrəʊlbæk/");
        term.Definition.ShouldBe("The return to the version before.");
        term.Examples.ShouldBe(["The rollback took four minutes."]);
        term.Collocations.ShouldBe(["trigger a rollback"]);
        term.Synonyms.ShouldBe(["reversion"]);
        term.Abbreviations.ShouldBe(["RB"]);
        term.ConfusedWith.ShouldBe([new Confusable { Term = "roll forward", Difference = "It mends the new version instead." }]);
    }

    [Fact]
    public static void What_a_term_leaves_out_is_empty()
    {
        var term = ContentReader.Read(GoodContent.Files).Paths[0].Terms[1];

        term.Collocations.ShouldBeEmpty();
        term.Synonyms.ShouldBeEmpty();
        term.Abbreviations.ShouldBeEmpty();
        term.ConfusedWith.ShouldBeEmpty();
    }

    [Fact]
    public static void A_free_text_exercise_is_read_whole()
    {
        var exercise = Exercise("explain-rollback");

        exercise.Kind.ShouldBe(ExerciseKind.Explain);
        exercise.Topic.ShouldBe("rollbacks");
        exercise.Terms.ShouldBe(["rollback"]);
        exercise.Audience.ShouldBe("support team");
        exercise.Prompt.ShouldBe("Tell the support team what a rollback is.", "the line break that ends a block is not part of the prompt");
        exercise.ModelAnswer.ShouldStartWith("A rollback returns");
        exercise.Text.ShouldBeNull();
        exercise.Gaps.ShouldBeEmpty();
        exercise.Options.ShouldBeEmpty();
        exercise.Samples.Select(sample => sample.Expect).ShouldBe([Verdict.Pass, Verdict.Partial, Verdict.Fail, Verdict.Fail]);
        exercise.Samples[0].Answer.ShouldBe("It returns to the previous version, and customers see the old page again.");
        exercise.Samples[0].Points.ShouldBe(["previous-version", "what-customers-see"]);
        exercise.Samples[0].Misconceptions.ShouldBeNull();
        exercise.Samples[2].Points.ShouldBeNull();
        exercise.Samples[2].Misconceptions.ShouldBe(["deletes-data"]);
        exercise.Samples[3].Points.ShouldBeEmpty();
    }

    [Fact]
    public static void A_rubric_is_read_whole()
    {
        var rubric = Exercise("explain-rollback").Rubric.ShouldNotBeNull();

        rubric.Pass.ShouldBe(0.7);
        rubric.Fail.ShouldBe(0.2);
        rubric.Points.Select(point => point.Id).ShouldBe(["previous-version", "what-customers-see"]);
        rubric.Points[0].Weight.ShouldBe(2);
        rubric.Points[0].Required.ShouldBeTrue();
        rubric.Points[0].Any.ShouldBe(["previous version", "version before"]);
        rubric.Points[0].All.ShouldBeEmpty();
        rubric.Points[0].Met.ShouldBe("You say where it goes back to.");
        rubric.Points[0].Missed.ShouldBe("Say where it goes back to.");
        rubric.Points[0].Hint.ShouldBe("Which version runs afterwards?");
        rubric.Points[1].Weight.ShouldBe(1);
        rubric.Points[1].Required.ShouldBeFalse();
        rubric.Points[1].Any.ShouldBeEmpty();
        rubric.Points[1].All.Select(group => string.Join(' ', group)).ShouldBe(["customers users", "see saw"]);
        var misconception = rubric.Misconceptions.ShouldHaveSingleItem();
        misconception.Id.ShouldBe("deletes-data");
        misconception.Any.ShouldBe(["delete * data"]);
        misconception.All.ShouldBeEmpty();
        misconception.Penalty.ShouldBe(0.5);
        misconception.Fails.ShouldBeTrue();
        misconception.Feedback.ShouldBe("A rollback changes the code, not the data.");
        rubric.Language.Words.ShouldBe(new WordLimits { Min = 5, Max = 60 });
        var avoided = rubric.Language.Avoid.ShouldHaveSingleItem();
        avoided.Any.ShouldBe(["stuff"]);
        avoided.Tip.ShouldBe("Name the thing.");
    }

    [Fact]
    public static void A_gap_exercise_is_read_whole()
    {
        var exercise = Exercise("gap-raise-a-concern");

        exercise.Kind.ShouldBe(ExerciseKind.Gap);
        exercise.Audience.ShouldBeNull();
        exercise.Rubric.ShouldBeNull();
        exercise.Text.ShouldBe("I would like to ___ a concern about ___ compatibility.");
        exercise.Gaps.Count.ShouldBe(2);
        exercise.Gaps[0].Any.ShouldBe(["raise", "voice"]);
        exercise.Gaps[0].Met.ShouldBe("One raises a concern.");
        exercise.Gaps[0].Missed.ShouldBe("The verb is raise.");
        exercise.Gaps[0].Hint.ShouldBe("As with a hand.");
        exercise.Gaps[1].Hint.ShouldBeNull();
        exercise.Samples.Select(sample => sample.Answer).ShouldBe(["raise, backward", "make, forward"]);
    }

    [Fact]
    public static void A_choice_exercise_is_read_whole() => Exercise("choice-status-note").Options.ShouldBe(
    [
        new Option { Text = "We are rolling back the release.", Correct = true, Why = "The verb is two words." },
        new Option { Text = "We are rollbacking the release.", Why = "A rollback is a noun." },
    ]);

    [Fact]
    public static void Marks_and_penalties_left_out_have_their_defaults()
    {
        var files = GoodContent.Files.ToDictionary(file => file.Name, file => file.Text);
        var text = files[GoodContent.Explain]
            .Replace("  pass: 0.7\n  fail: 0.2\n", "", StringComparison.Ordinal)
            .Replace("      penalty: 0.5\n      fails: true\n", "", StringComparison.Ordinal);

        var reading = ContentReader.Read(GoodContent.With(GoodContent.Explain, text));

        reading.Faults.ShouldBeEmpty();
        var rubric = reading.Paths[0].Exercises.Single(exercise => exercise.Rubric is not null).Rubric!;
        rubric.Pass.ShouldBe(0.6);
        rubric.Fail.ShouldBe(0.3);
        rubric.Misconceptions[0].Penalty.ShouldBe(0.2);
        rubric.Misconceptions[0].Fails.ShouldBeFalse();
    }

    [Fact]
    public static void A_fault_is_written_so_that_an_editor_can_follow_it() =>
        new Fault("paths/a/path.yaml", 3, 7, "Do this.").ToString().ShouldBe("paths/a/path.yaml:3:7: Do this.");

    [Fact]
    public static void Faults_of_all_files_are_reported_by_file_and_line()
    {
        var files = GoodContent.With(GoodContent.Path, "id: [")
            .Select(file => file.Name switch
            {
                GoodContent.Terms => file with { Text = file.Text.Replace("partOfSpeech: noun", "partOfSpeech: nun", StringComparison.Ordinal) },
                GoodContent.Gap => file with { Text = file.Text.Replace("kind: gap", "kind: gapp\nhint: none", StringComparison.Ordinal) },
                _ => file,
            })
            .ToList();

        GoodContent.Faults(files).ShouldBe(
        [
            $"{GoodContent.Gap}:2:7: 'kind' cannot be 'gapp'; did you mean 'gap'?",
            $"{GoodContent.Gap}:3:1: 'hint' is not a key that is known here; the keys are id, kind, title, topic, terms, audience, prompt, modelAnswer, rubric, text, gaps, options, samples.",
            $"{GoodContent.Path}:1:5: The bracket that opens here is never closed; close it.",
            $"{GoodContent.Terms}:3:17: 'partOfSpeech' cannot be 'nun'; did you mean 'noun'?",
            $"{GoodContent.Terms}:14:17: 'partOfSpeech' cannot be 'nun'; did you mean 'noun'?",
        ]);
    }

    [Fact]
    public static void A_path_with_a_fault_is_left_out_and_the_others_are_read()
    {
        var second = GoodContent.Files.Select(file => new ContentFile(
            file.Name.Replace("release-engineer", "second-path", StringComparison.Ordinal),
            file.Text.Replace("release-engineer", "second-path", StringComparison.Ordinal)));
        var files = GoodContent.Replace(GoodContent.Path, "level: B2", "level: B9").Concat(second).ToList();

        var reading = ContentReader.Read(files);

        reading.Paths.ShouldHaveSingleItem().Id.ShouldBe("second-path");
        reading.Faults.ShouldHaveSingleItem().File.ShouldBe(GoodContent.Path);
    }

    private static Exercise Exercise(string id) => ContentReader.Read(GoodContent.Files).Paths[0].Exercises.Single(exercise => exercise.Id == id);
}
