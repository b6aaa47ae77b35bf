using System.Globalization;
using System.Text.Json;
using ChatCoachBot.Core.Practice.Fsrs;
using CsCheck;

namespace ChatCoachBot.Core.Tests.Practice.Fsrs;

/// <summary>The same as the reference implementation, review by review; and what must hold of any life of a card.</summary>
public sealed class FsrsTests
{
    private const double Close = 1e-6;

    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_hundred_lives_of_a_card_are_those_of_the_reference()
    {
        var lives = FsrsVectors.Read("fsrs_vectors.jsonl");
        lives.Count.ShouldBe(200);
        foreach (var life in lives)
        {
            var fsrs = new FsrsScheduler(new FsrsOptions { DesiredRetention = life.GetProperty("request_retention").GetDouble(), HasSteps = life.GetProperty("enable_short_term").GetBoolean() });
            var card = default(FsrsCard);
            foreach (var review in life.GetProperty("reviews").EnumerateArray())
            {
                var at = review.GetProperty("at").GetDateTimeOffset();
                var which = $"{life.GetProperty("id")} review {review.GetProperty("n")}";
                var before = card;
                card = fsrs.Review(card, (Rating)review.GetProperty("rating").GetInt32(), at);
                if (review.GetProperty("retrievability") is { ValueKind: JsonValueKind.Number } chance)
                {
                    fsrs.Retrievability(before, at).ShouldBe(chance.GetDouble(), Close, which);
                }

                ShouldBeClose(card.Stability, review.GetProperty("stability").GetDouble(), which);
                ShouldBeClose(card.Difficulty, review.GetProperty("difficulty").GetDouble(), which);
                card.Phase.ToString().ShouldBe(review.GetProperty("state").GetString(), which);
                card.Step.ShouldBe(review.GetProperty("step").GetInt32(), which);
                card.Due.ShouldBe(review.GetProperty("due").GetDateTimeOffset(), which);
                card.Reviews.ShouldBe(review.GetProperty("reps").GetInt32(), which);
                card.Lapses.ShouldBe(review.GetProperty("lapses").GetInt32(), which);
            }
        }
    }

    [Fact]
    public void A_hundred_memories_are_those_of_the_reference()
    {
        var memories = FsrsVectors.Read("fsrs_memory_vectors.jsonl");
        memories.Count.ShouldBe(100);
        foreach (var memory in memories)
        {
            var fsrs = new FsrsScheduler(new FsrsOptions());
            var (card, at) = (default(FsrsCard), Start);
            foreach (var review in memory.GetProperty("reviews").EnumerateArray())
            {
                var which = memory.GetProperty("id").GetString()!;
                at = at.AddDays(review.GetProperty("elapsed_days").GetInt32());
                card = fsrs.Review(card, (Rating)review.GetProperty("rating").GetInt32(), at);
                ShouldBeClose(card.Stability, review.GetProperty("stability").GetDouble(), which);
                ShouldBeClose(card.Difficulty, review.GetProperty("difficulty").GetDouble(), which);
                foreach (var interval in review.GetProperty("interval").EnumerateObject())
                {
                    var wanted = new FsrsScheduler(new FsrsOptions { DesiredRetention = double.Parse(interval.Name, CultureInfo.InvariantCulture) });
                    wanted.Interval(card.Stability).ShouldBe(interval.Value.GetInt32(), which);
                }
            }
        }
    }

    [Fact]
    public void Whatever_happens_to_a_card_it_stays_a_card_and_better_is_never_sooner() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[-3_000, 2_000_000]).Array[1, 30].Select(Gen.Bool, Gen.Double[FsrsOptions.LeastRetention, FsrsOptions.MostRetention]).Sample((reviews, hasSteps, retention) =>
        {
            var fsrs = new FsrsScheduler(new FsrsOptions { HasSteps = hasSteps, DesiredRetention = retention });
            var (card, at) = (default(FsrsCard), Start);
            foreach (var (rating, minutes) in reviews)
            {
                at = at.AddMinutes(minutes);
                var dues = Enum.GetValues<Rating>().Select(other => fsrs.Review(card, other, at).Due).ToArray();
                dues.ShouldBe(dues.Order());
                card = fsrs.Review(card, (Rating)rating, at);
                card.Due.ShouldBeGreaterThan(at);
                card.Stability.ShouldBeInRange(0.001, 36_500);
                card.Difficulty.ShouldBeInRange(1, 10);
                fsrs.Retrievability(card, at).ShouldBe(1);
                fsrs.Retrievability(card, card.Due.AddDays(1)).ShouldBeInRange(0, Math.BitDecrement(1));
            }
        });

    [Fact]
    public void What_was_never_reviewed_is_not_remembered() => new FsrsScheduler(new FsrsOptions()).Retrievability(default, Start).ShouldBe(0);

    [Fact]
    public void A_clock_that_was_set_back_counts_as_no_time_gone()
    {
        var fsrs = new FsrsScheduler(new FsrsOptions());
        var card = fsrs.Review(default, Rating.Easy, Start);
        fsrs.Review(card, Rating.Good, Start.AddDays(-40)).Stability.ShouldBe(fsrs.Review(card, Rating.Good, Start).Stability);
    }

    [Theory]
    [InlineData(0.69)]
    [InlineData(0.98)]
    [InlineData(double.NaN)]
    public void A_retention_that_cannot_be_is_refused(double retention) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FsrsOptions { DesiredRetention = retention });

    [Fact]
    public void There_are_four_ratings() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FsrsScheduler(new FsrsOptions()).Review(default, (Rating)5, Start));

    /// <summary>To a millionth, of the value where it is large.</summary>
    private static void ShouldBeClose(double value, double expected, string which) => value.ShouldBe(expected, Close * Math.Max(1, expected), which);
}
