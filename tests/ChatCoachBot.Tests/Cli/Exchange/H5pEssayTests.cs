using System.Text.Json.Nodes;
using ChatCoachBot.Cli.Exchange;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Tests.Cli.Exchange;

/// <summary>Exercises in free text as H5P.Essay keywords, both ways.</summary>
public static class H5pEssayTests
{
    private const string Essay =
        """
        {
          "media": {"disableImageZooming": false},
          "taskDescription": "<p>What happens when a write is <em>accepted</em>?</p>\n<div>Name &amp; explain:<br>all of it.</div><ul><li>first</li><li>second</li></ul>",
          "solution": {"introduction": "<p>One of many.</p>", "sample": "<p>All replicas con&shy;verge.</p>"},
          "keywords": [
            {"keyword": "converge*", "alternatives": ["catch up", "become * same"],
             "options": {"points": 2, "occurrences": 1, "caseSensitive": true, "forgiveMistakes": false, "feedbackIncluded": "You name it.", "feedbackMissed": "Name it."}},
            {"keyword": "/repl(ica|icas)/", "alternatives": [], "options": {"points": "3", "occurrences": 2}},
            {"keyword": "con*ent", "options": {}},
            {"keyword": "/(a)\\1/", "alternatives": ["   "]},
            null
          ],
          "overallFeedback": [{"from": 0, "to": 100}],
          "behaviour": {"percentagePassing": 75}
        }
        """;

    [Fact]
    public static void Keywords_become_points_with_their_alternatives_stars_expressions_points_and_feedback()
    {
        var (exercise, _) = Read(Essay);

        exercise.Prompt.ShouldBe("What happens when a write is accepted?\n\nName & explain:\nall of it.\n\n- first\n- second");
        exercise.Rubric!.Pass.ShouldBe(0.75);
        exercise.Rubric.Points.Select(point => (point.Id, point.Weight, string.Join("|", point.Any), point.Met, point.Missed)).ShouldBe(
        [
            ("converge-1", 2, "converge*|catch up|become * same", "You name it.", "Name it."),
            ("pattern-2", 3, "/repl(ica|icas)/", "You have that idea.", "One idea is still missing here."),
            ("pattern-3", 1, @"/\bcon.+?ent\b/", "You have that idea.", "One idea is still missing here."),
        ]);
    }

    [Fact]
    public static void What_cannot_go_over_is_said()
    {
        var (_, left) = Read(Essay);

        left.ShouldBe(
        [
            "The keyword 2 (“/repl(ica|icas)/”) counted up to 2 times; here it counts once.",
            "The keyword 2 (“/repl(ica|icas)/”) had no feedback: write what learners are to read.",
            "The keyword 3 (“con*ent”) had no feedback: write what learners are to read.",
            @"In keyword 4 (“/(a)\1/”), “/(a)\1/” is left out. The regular expression /(a)\1/ cannot be used: it uses back-references or look-around, which are not allowed here.",
            @"The keyword 4 (“/(a)\1/”) is left out: nothing of it can be looked for.",
            "The keyword 5 is left out: nothing of it can be looked for.",
            "Upper and lower case no longer matter, and small slips are forgiven: write “=” before a phrase that must be exactly so.",
            "The words before the sample solution have no place here.",
            "Hints, wrong ideas and samples are not in H5P: write them before you use the exercise.",
        ]);
    }

    [Fact]
    public static void What_was_imported_can_be_graded_by_and_written_as_a_file()
    {
        var (exercise, _) = Read(Essay);

        ExerciseGrader.Compile(exercise, []).Grade("All replicas catch up and become much the same, in consent.").Verdict.ShouldBe(Verdict.Pass);
        var file = new ContentFile("paths/p/exercises/explain-it.yaml", ExerciseWriter.Write(exercise));
        ExerciseReader.Read(file, [new ContentFile("paths/p/terms.yaml", "[]")]).Exercise.ShouldNotBeNull().Rubric!.Points.Count.ShouldBe(3);
    }

    [Fact]
    public static void A_round_trip_keeps_what_both_know()
    {
        var rubric = new Rubric
        {
            Pass = 0.65,
            Points =
            [
                new Point { Id = "converge-1", Weight = 1.5, Any = ["converge", "catch up", "become* * same", "/repl(y|ies)/"], Met = "You say “it” & <more>.", Missed = "Say it.", Hint = "Say it." },
                new Point { Id = "no-new-2", Any = ["no new *"], Met = "Good.", Missed = "When?", Hint = "When?" },
            ],
        };
        var exercise = new Exercise { Id = "explain-it", Kind = ExerciseKind.Explain, Topic = "t", Prompt = "One.\n\nTwo & three <four>:\n- five", ModelAnswer = "It converges.", Rubric = rubric };

        var again = H5pEssay.Read(H5pEssay.Write(exercise).Value, "explain-it", "t").Value;

        again.Prompt.ShouldBe(exercise.Prompt);
        again.ModelAnswer.ShouldBe(exercise.ModelAnswer);
        again.Rubric!.Pass.ShouldBe(0.65);
        again.Rubric.Points.Select(point => (point.Id, string.Join("|", point.Any), point.Met, point.Missed)).ShouldBe(
            rubric.Points.Select(point => (point.Id, string.Join("|", point.Any), point.Met, point.Missed)));
        again.Rubric.Points.Select(point => point.Weight).ShouldBe([3, 2], "the same ratio in whole points");
        H5pEssay.Write(again).Value.ShouldBe(H5pEssay.Write(exercise).Value);
    }

    [Fact]
    public static void What_a_rubric_knows_and_h5p_does_not_is_said()
    {
        var exercise = new Exercise
        {
            Id = "explain-it",
            Kind = ExerciseKind.Explain,
            Topic = "t",
            Audience = "customers",
            Prompt = "?",
            ModelAnswer = "!",
            Rubric = new Rubric
            {
                Pass = 0.7,
                Points = [new Point { Id = "two-groups", Required = true, All = [["=ACID", "base"], ["x"]], Met = "m", Missed = "n", Hint = "h" }],
                Misconceptions = [new Misconception { Id = "wrong", Any = ["y"], Feedback = "f" }],
                Language = new LanguageAdvice { Words = new WordLimits { Min = 3 } },
            },
        };

        var (json, left) = H5pEssay.Write(exercise);

        JsonNode.Parse(json)!["keywords"]![0]!["keyword"]!.GetValue<string>().ShouldBe("ACID");
        left.ShouldBe(
        [
            "The point two-groups asks for a phrase of each of several groups; H5P has one group a keyword, so only the first is there.",
            "H5P cannot require a keyword; here these must be met: two-groups.",
            "Phrases that must be exactly so (“=…”) are taken in any case there, and with small slips.",
            "H5P knows no wrong ideas; these are left out: wrong.",
            "The advice on language is left out.",
            "Hints, samples and the fail mark are left out, and so is what negation, glossary and spelling do in grading here.",
            "The title, the audience and the terms it practises are left out.",
        ]);
    }

    [Theory]
    [InlineData("", "This is not the content.json of an H5P.Essay: see line 1.")]
    [InlineData("null", "This file says “null”: it is no H5P.Essay.")]
    [InlineData("[]", "This is not the content.json of an H5P.Essay: see line 1.")]
    [InlineData("{}", "There are no keywords in this file")]
    [InlineData("{\"keywords\": [{\"keyword\": 5}]}", "This is not the content.json of an H5P.Essay: see line 1 (keywords[0].keyword).")]
    [InlineData("{\"keywords\": [{\"keyword\": \"...\"}]}", "There are no keywords in this file")]
    public static void What_is_no_essay_is_one_sentence(string json, string message) =>
        Should.Throw<FormatException>(() => H5pEssay.Read(json, "x", "t")).Message.ShouldStartWith(message);

    private static (Exercise Exercise, IReadOnlyList<string> Left) Read(string json)
    {
        var carried = H5pEssay.Read(json, "explain-it", "first-topic");
        return (carried.Value, carried.LeftBehind);
    }
}
