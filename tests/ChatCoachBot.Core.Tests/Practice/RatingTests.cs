using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.Core.Tests.Practice;

/// <summary>What a grade says about memory.</summary>
public sealed class RatingTests
{
    [Theory]
    [InlineData(0.0, Verdict.Fail, Rating.Again)]
    [InlineData(0.6, Verdict.Fail, Rating.Again)]
    [InlineData(0.49, Verdict.Partial, Rating.Again)]
    [InlineData(0.5, Verdict.Partial, Rating.Hard)]
    [InlineData(0.9, Verdict.Partial, Rating.Hard)]
    [InlineData(0.7, Verdict.Pass, Rating.Good)]
    [InlineData(1.0, Verdict.Pass, Rating.Good)]
    public void Score_and_verdict_alone(double score, Verdict verdict, Rating rating) => Ratings.Of(score, verdict).ShouldBe(rating);

    [Theory]
    [InlineData(true, true, 0, false, Rating.Easy)]
    [InlineData(true, false, 0, false, Rating.Good)]
    [InlineData(true, true, 1, false, Rating.Good)]
    [InlineData(true, true, 0, true, Rating.Hard)]
    [InlineData(false, true, 0, false, Rating.Good)]
    public void Only_a_whole_answer_in_ones_own_words_at_the_first_try_without_help_is_easy(bool inOwnWords, bool everyPoint, int earlierTries, bool helped, Rating rating) =>
        Ratings.Of(Asked(inOwnWords), Passed(everyPoint), earlierTries, helped).ShouldBe(rating);

    [Theory]
    [InlineData(0.6, Verdict.Partial, Rating.Again)]
    [InlineData(0.1, Verdict.Fail, Rating.Again)]
    public void Help_lowers_it_by_one_and_never_below_the_lowest(double score, Verdict verdict, Rating rating) =>
        Ratings.Of(Asked(true), Passed(true) with { Score = score, Verdict = verdict }, 0, helped: true).ShouldBe(rating);

    [Fact]
    public void What_was_answered_can_be_replayed_into_the_same_card()
    {
        var scheduler = new FsrsScheduler(new FsrsOptions());
        var start = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        List<Attempt> attempts = [.. new[] { (0, 0.2), (0.1, 0.8), (1, 0.9), (4, 0.55), (11, 1.0) }.Select(one => Answered(start.AddDays(one.Item1), one.Item2))];
        var lived = new Card { ExerciseKey = "path/one" };
        attempts.ForEach(attempt => lived.Take(attempt, scheduler));
        lived.FindTooEasy(scheduler, start.AddDays(20));

        var replayed = new Card { ExerciseKey = "path/one" };
        replayed.FindTooEasy(scheduler, start.AddDays(20));
        replayed.Replay(attempts.AsEnumerable().Reverse(), scheduler);

        replayed.Memory.ShouldBe(lived.Memory);
        (replayed.Attempts, replayed.LastScore, replayed.BestScore, replayed.Passed, replayed.LastAt).ShouldBe((5, 1.0, 1.0, true, start.AddDays(20)));
    }

    [Fact]
    public void An_answer_that_a_reviewer_accepts_counts_as_recalled()
    {
        var attempt = Answered(DateTimeOffset.UnixEpoch, 0.2);
        attempt.Recalled = false;

        attempt.Accept();

        (attempt.Score, attempt.Verdict, attempt.Rating, attempt.Recalled).ShouldBe((1.0, Verdict.Pass, Rating.Good, true));
    }

    private static Attempt Answered(DateTimeOffset at, double score)
    {
        var verdict = score >= 0.7 ? Verdict.Pass : score >= 0.5 ? Verdict.Partial : Verdict.Fail;
        return new Attempt
        {
            ExerciseKey = "path/one",
            ExerciseVersion = 1,
            Answer = "",
            Score = score,
            Verdict = verdict,
            PointsMet = [],
            Hints = 0,
            ModelShown = false,
            Rating = Ratings.Of(score, verdict),
            At = at,
        };
    }

    private static Exercise Asked(bool inOwnWords) => new()
    {
        Id = "one",
        Kind = inOwnWords ? ExerciseKind.Explain : ExerciseKind.Choice,
        Topic = "topic",
        Prompt = "Explain it.",
        ModelAnswer = "It is so.",
        Rubric = inOwnWords ? new Rubric { Points = [] } : null,
    };

    private static Grade Passed(bool everyPoint) => new()
    {
        Score = everyPoint ? 1 : 0.8,
        Verdict = Verdict.Pass,
        Points = [new PointResult("one", true, null, "Yes."), new PointResult("two", everyPoint, null, "No.")],
    };
}
