using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Tests.Practice;

/// <summary>What comes next, and what is due.</summary>
public sealed class PickerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 30, 0, TimeSpan.Zero);
    private static readonly FsrsScheduler Scheduler = new(new FsrsOptions());

    private readonly List<Card> _cards = [];

    [Fact]
    public void New_things_come_in_the_paths_order_and_those_passed_over_go_last_among_them()
    {
        Card("a").PassOver(Start);
        Pick(Start, "a", "b", "c").ShouldBe("b");
    }

    [Fact]
    public void What_is_due_does_not_take_the_place_of_something_new()
    {
        Answer("a", Start, 0.2);
        Pick(Start.AddDays(3), "a", "b").ShouldBe("b");
        Due(Start.AddDays(3), "a", "b").ShouldBe(["a"]);
    }

    [Fact]
    public void Skipped_things_come_when_nothing_new_is_left_and_the_most_faded_after_them()
    {
        Answer("a", Start, 1);
        Answer("b", Start.AddDays(2), 0.2);
        Card("c").Skip(Start);

        Pick(Start.AddDays(5), "a", "b", "c").ShouldBe("c");
        Pick(Start.AddDays(5), "a", "b").ShouldBe("b", "it was not known");
    }

    [Fact]
    public void The_most_faded_comes_first_in_a_round()
    {
        Answer("a", Start, 1);
        Answer("b", Start, 0.6);
        Answer("c", Start, 0.2);

        Due(Start.AddDays(30), "a", "b", "c").ShouldBe(["c", "b", "a"]);
    }

    [Fact]
    public void What_was_learnt_just_now_is_not_due_again_at_once()
    {
        Answer("a", Start, 1);
        Due(Start.AddMinutes(5), "a").ShouldBeEmpty();
    }

    [Fact]
    public void A_review_is_due_for_all_of_its_day_so_that_an_earlier_hour_does_not_put_it_off()
    {
        Answer("a", Start, 1);
        Answer("a", Start.AddDays(1), 1);
        var due = _cards[0].Memory.Due;

        Due(due.AddHours(-9), "a").ShouldBe(["a"], "the same local date");
        Due(due.AddHours(-10), "a").ShouldBeEmpty("the day before");
    }

    [Fact]
    public void What_an_unknown_algorithm_made_is_due_and_the_next_answer_begins_it_anew()
    {
        Answer("a", Start, 1);
        var old = _cards[0];
        typeof(Card).GetProperty(nameof(Core.Practice.Card.Algorithm))!.SetValue(old, "FSRS-5");

        Due(Start.AddMinutes(1), "a").ShouldBe(["a"]);
        Answer("a", Start.AddDays(1), 1);
        old.Algorithm.ShouldBe(FsrsScheduler.Version);
        old.Memory.Reviews.ShouldBe(1);
    }

    [Fact]
    public void Two_answers_at_one_moment_and_a_clock_set_back_break_nothing()
    {
        Answer("a", Start, 1);
        Answer("a", Start, 0.2);
        Answer("a", Start.AddDays(-3), 1);

        _cards[0].Memory.Stability.ShouldBeGreaterThan(0);
        _cards[0].Memory.Due.ShouldBeGreaterThan(Start.AddDays(-3));
    }

    private string? Pick(DateTimeOffset at, params string[] ids) => Picker(at).Next(Exercises(ids))?.Exercise.Id;

    private IEnumerable<string> Due(DateTimeOffset at, params string[] ids) => Picker(at).Due(Exercises(ids)).Select(exercise => exercise.Exercise.Id);

    private Picker Picker(DateTimeOffset at) => new(new CardBox(Guid.Empty, _cards), Scheduler, at, TimeZones.Utc);

    private static List<PublishedExercise> Exercises(string[] ids) => [.. ids.Select((id, index) => new PublishedExercise(
        index,
        "path",
        new Exercise { Id = id, Kind = ExerciseKind.Explain, Topic = "topic", Prompt = "Explain it.", ModelAnswer = "It is so.", Rubric = new Rubric { Points = [] } },
        new Lazy<Glossary>(() => Glossary.Compile([]))))];

    private Card Card(string id)
    {
        if (_cards.Find(card => card.ExerciseKey == $"path/{id}") is not { } card)
        {
            _cards.Add(card = new Card { ExerciseKey = $"path/{id}" });
        }

        return card;
    }

    private void Answer(string id, DateTimeOffset at, double score) => Card(id).Take(
        new Attempt
        {
            ExerciseKey = $"path/{id}",
            ExerciseVersion = 1,
            Answer = "",
            Score = score,
            Verdict = score >= 0.7 ? Verdict.Pass : score >= 0.5 ? Verdict.Partial : Verdict.Fail,
            PointsMet = [],
            Hints = 0,
            ModelShown = false,
            At = at,
        },
        Scheduler);
}
