using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Tests.Grading;

public sealed class GapTests
{
    private static readonly Gap Raise = new() { Any = ["raise", "voice"], Met = "One raises a concern.", Missed = "What does one do with a concern?" };
    private static readonly Gap Backward = new()
    {
        Any = ["backward", "backwards"],
        Met = "Old readers still work.",
        Missed = "Which way is it compatible?",
    };

    private static ExerciseGrader Grader(string text, params Gap[] gaps) => ExerciseGrader.Compile(
        new Exercise { Id = "gaps", Kind = ExerciseKind.Gap, Topic = "t", Prompt = "Fill the gaps.", ModelAnswer = "raise, backward", Text = text, Gaps = gaps }, A.Glossary);

    private static Grade Two(string answer) => Grader("We need to ___ a concern about ___ compatibility.", Raise, Backward).Grade(answer);

    [Theory]
    [InlineData("raise, backward")]
    [InlineData("raise,backward")]
    [InlineData("Raise; Backward.")]
    [InlineData("raise / backward")]
    [InlineData("raise | backward")]
    [InlineData("raise\nbackward")]
    [InlineData("raise\r\nbackwards")]
    [InlineData("raise and backward")]
    [InlineData("raise, and backward")]
    [InlineData("raise backward")]
    [InlineData("1. raise 2. backward")]
    [InlineData("1) raise, 2) backward")]
    [InlineData("1: voice\n2: backwards")]
    [InlineData("\"raise\", \"backward\"")]
    [InlineData("  RAISE ,  BACKWARD  ")]
    [InlineData("We need to raise a concern about backward compatibility.")]
    [InlineData("we need to raise a concern, about backwards compatibility")]
    [InlineData("We need to voice a concern about backward compatability")]
    [InlineData("you need to raise a concern about backward compatibility")]
    [InlineData("riase, bakward")]
    public void Both_gaps_right_is_a_pass(string answer)
    {
        var grade = Two(answer);
        (grade.Score, grade.Verdict).ShouldBe((1, Verdict.Pass));
        (grade.ImproveFirst ?? "Check one spelling").ShouldStartWith("Check one spelling");
        grade.Points.Select(point => (point.Id, point.Met)).ShouldBe([("gap-1", true), ("gap-2", true)]);
        grade.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("raise, forward", true, false)]
    [InlineData("lower, backward", false, true)]
    [InlineData("We need to lift a concern about backward compatibility.", false, true)]
    [InlineData("raise or lower, backward", false, true)]
    [InlineData("not raise, backward", false, true)]
    [InlineData("backward, backward", false, true)]
    public void One_gap_right_is_partial(string answer, bool first, bool second)
    {
        var grade = Two(answer);
        (grade.Score, grade.Verdict).ShouldBe((0.5, Verdict.Partial));
        grade.Points.Select(point => point.Met).ShouldBe([first, second]);
        grade.ImproveFirst.ShouldBe(first ? Backward.Missed : Raise.Missed);
    }

    [Theory]
    [InlineData("backward, raise")]
    [InlineData("lower, forward")]
    [InlineData("We need to lower a concern about forward compatibility.")]
    public void No_gap_right_is_a_fail(string answer) => (Two(answer).Score, Two(answer).Verdict).ShouldBe((0, Verdict.Fail));

    [Fact]
    public void Too_few_answers_are_graded_in_order_with_a_note()
    {
        var grade = Two("raise");
        grade.Points.Select(point => point.Met).ShouldBe([true, false]);
        grade.Notes.ShouldBe(["This sentence has 2 gaps. Please type 2 answers with a comma between them."]);
    }

    [Theory]
    [InlineData("raise, backward, sideways", Verdict.Partial, "Choose one answer for each gap.")]
    [InlineData("raise; ; backward; sideways", Verdict.Partial, "Which way is it compatible?")]
    [InlineData("lower, forward, raise, backward", Verdict.Fail, "What does one do with a concern?")]
    public void Of_too_many_answers_the_first_are_judged_and_none_of_it_passes(string answer, Verdict verdict, string improve)
    {
        var grade = Two(answer);
        (grade.Verdict, grade.ImproveFirst).ShouldBe((verdict, improve));
        grade.Score.ShouldBeLessThan(1);
        var parts = answer.Split(',', ';').Length;
        grade.Notes.ShouldBe([$"You gave {parts} answers for 2 gaps, so I looked at the first 2. Next time, choose one for each gap."]);
    }

    [Theory]
    [InlineData("raise, , work through, on", true, false, true, true)]
    [InlineData("raise; ; drain; on", true, false, true, true)]
    [InlineData("raise\n\ndrain\non", true, false, true, true)]
    [InlineData(", backward, drain, on", false, true, true, true)]
    [InlineData("raise, backward, drain,", true, true, true, false)]
    [InlineData("raise, ?, drain, on", true, false, true, true)]
    [InlineData("raise, -, drain, on", true, false, true, true)]
    [InlineData("raise, ___, drain, on", true, false, true, true)]
    [InlineData("1. raise 2. 3. drain 4. on", true, false, true, true)]
    [InlineData("raise, backward, drain, on,", true, true, true, true)]
    [InlineData("\nraise\nbackward\ndrain\non\n", true, true, true, true)]
    [InlineData("raise a concern, backward compatibility, to drain 40,000 messages, depends on it", true, true, true, true)]
    [InlineData("raise hell, backward thinking, drain the swamp, on", false, false, false, true)]
    public void A_part_left_empty_keeps_its_place_and_fixed_words_may_be_repeated(string answer, params bool[] met)
    {
        Gap[] gaps = [Raise, Backward, new() { Any = ["drain", "work through"], Met = "Yes.", Missed = "No." }, new() { Any = ["on"], Met = "Yes.", Missed = "No." }];
        var grader = Grader("We need to ___ a concern about ___ compatibility, which took us two hours to ___ 40,000 messages, and all of it depends ___ it.", gaps);
        var grade = grader.Grade(answer);
        grade.Points.Select(point => point.Met).ShouldBe(met);
        grade.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_tells_the_place_in_the_answer_as_typed()
    {
        const string answer = "raise,  Backwards";
        var evidence = Two(answer).Points[1].Evidence.ShouldNotBeNull();
        answer.Substring(evidence.Start, evidence.Length).ShouldBe("Backwards");
    }

    [Fact]
    public void A_misspelt_word_counts_and_is_told() => Two("riase, backward").Spelling.ShouldBe([new SpellingTip("riase", "raise")]);

    [Theory]
    [InlineData("dead letter queue", true)]
    [InlineData("DLQ", true)]
    [InlineData("the dead-letter topic", true)]
    [InlineData("It goes to the dead letter queue, then.", true)]
    [InlineData("It goes to the DLQ", true)]
    [InlineData("retry queue", false)]
    public void A_single_gap_takes_the_whole_answer(string answer, bool isRight)
    {
        var gap = new Gap { Any = ["dead letter queue"], Met = "Yes.", Missed = "Where do poison messages go?" };
        Grader("It goes to the ___, then.", gap).Grade(answer).Points[0].Met.ShouldBe(isRight);
    }

    [Theory]
    [InlineData("C++ and C#")]
    [InlineData("C++, C#")]
    [InlineData("From C++ to C#.")]
    public void Words_with_signs_stay_whole(string answer)
    {
        Gap[] gaps = [new() { Any = ["C++"], Met = "Yes.", Missed = "No." }, new() { Any = ["C#"], Met = "Yes.", Missed = "No." }];
        Grader("From ___ to ___.", gaps).Grade(answer).Verdict.ShouldBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🙂, 🙂")]
    public void No_words_are_no_answer(string answer)
    {
        var grade = Two(answer);
        grade.Understood.ShouldBeFalse();
        grade.Verdict.ShouldBe(Verdict.Fail);
        grade.Notes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Gaps_and_text_must_agree()
    {
        Should.Throw<FormatException>(() => Grader("One ___ only.", Raise, Backward)).Message.ShouldContain("gaps");
        Should.Throw<FormatException>(() => Grader("None.", []));
    }
}
