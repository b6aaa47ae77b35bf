using ChatCoachBot.Cli.Exchange;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Tests.Cli.Exchange;

/// <summary>Gaps and choices as Moodle's GIFT, both ways.</summary>
public static class GiftTests
{
    [Fact]
    public static void A_short_answer_becomes_a_gap()
    {
        var exercise = Read("::gap-raise::Be polite.\\n\\nI would like to {=raise#One raises a concern. =%100%voice =%50%lift =%0%*#The verb is \\=raise\\=.} a concern.").Value.ShouldHaveSingleItem();

        (exercise.Id, exercise.Kind, exercise.Topic).ShouldBe(("gap-raise", ExerciseKind.Gap, "t"));
        exercise.Prompt.ShouldBe("Be polite.");
        exercise.Text.ShouldBe("I would like to ___ a concern.");
        exercise.ModelAnswer.ShouldBe("I would like to raise a concern.");
        var gap = exercise.Gaps.ShouldHaveSingleItem();
        gap.Any.ShouldBe(["raise", "voice"]);
        (gap.Met, gap.Missed).ShouldBe(("One raises a concern.", "The verb is =raise=."));
    }

    [Theory]
    [InlineData("Who is buried in Grant's tomb?{=no one =nobody}", "Who is buried in Grant's tomb? ___", "gap-who-is-buried-in-grant-s-tomb")]
    [InlineData("Two plus two equals {=four =4}.", "Two plus two equals ___.", "gap-two-plus-two-equals")]
    [InlineData("It is _____ here. {=cold}", "It is ___ here.", "gap-it-is-here")]
    [InlineData("// a comment\n[html]<p>It is <b>very</b> {=cold}</p>", "It is very ___", "gap-it-is-very")]
    [InlineData("A \\{brace\\} and a \\~ {=x}", "A {brace} and a ~ ___", "gap-a-brace-and-a")]
    public static void The_gap_is_where_the_answers_stand(string gift, string text, string id)
    {
        var exercise = Read(gift).Value.ShouldHaveSingleItem();

        (exercise.Text, exercise.Id).ShouldBe((text, id));
        exercise.Prompt.ShouldBe("Fill in the gap.");
    }

    [Fact]
    public static void Multiple_choice_becomes_a_choice()
    {
        var exercise = Read("Which one?{~Grant#He lives. =no one ~Jefferson}").Value.ShouldHaveSingleItem();

        exercise.Options.Select(option => (option.Text, option.Correct, option.Why)).ShouldBe(
            [("Grant", false, "He lives."), ("no one", true, "That is the right one."), ("Jefferson", false, "That is not the one.")]);
        exercise.ModelAnswer.ShouldBe("no one");
        exercise.Samples.Select(sample => sample.Expect).ShouldBe([Verdict.Fail, Verdict.Pass, Verdict.Fail]);
    }

    [Fact]
    public static void What_cannot_go_over_is_said()
    {
        var carried = Read(
            """
            $CATEGORY: tom/dick

            ::q1:: Grant is buried here.{F}

            ::q2:: When was he born?{#1822:5}

            ::q3:: Match. {=Canada->Ottawa =Italy->Rome}

            ::q4:: Write an essay. {}

            ::q5:: Which two? {~%50%a ~%50%b ~c}

            Only a description.

            ::q6:: _____ and ____ {=a}

            ::q7:: Good. {=%50%half =whole}
            """);

        carried.Value.ShouldHaveSingleItem().Id.ShouldBe("gap-q7");
        carried.LeftBehind.ShouldBe(
        [
            "The category “tom/dick” is left out: all exercises are in the topic t.",
            "“q1” is left out: it is no short answer and no multiple choice.",
            "“q2” is left out: it is no short answer and no multiple choice.",
            "“q3” is left out: it is no short answer and no multiple choice.",
            "“q4” is left out: it is no short answer and no multiple choice.",
            "“q5” is left out: a choice has one right option here, and no part of a mark.",
            "“question 7” is left out: it has no answers in braces.",
            "“q6” is left out: it has more than one gap.",
            "In q7, “half” gave a part of the mark; a gap is right or wrong here, so it is left out.",
            "Hints and the terms that an exercise practises are not in GIFT: write them before you use the exercises.",
        ]);
    }

    [Fact]
    public static void Ids_that_are_taken_get_a_number()
    {
        var carried = GiftReader.Read("::gap-x::A {=b}\n\n::gap-x::C {=d}", "t", ["gap-x"]);

        carried.Value.Select(exercise => exercise.Id).ShouldBe(["gap-x-2", "gap-x-3"]);
    }

    [Fact]
    public static void A_round_trip_keeps_what_both_know()
    {
        var gap = new Exercise
        {
            Id = "gap-raise",
            Kind = ExerciseKind.Gap,
            Topic = "t",
            Prompt = "Be polite: {really} ~ #1 = 50 % \\ of it.\n\nTry.",
            ModelAnswer = "I raise a concern: now.",
            Text = "I ___ a concern: now.",
            Gaps = [new Gap { Any = ["raise", "voic*", "bring * up"], Met = "Yes: that's it.", Missed = "It is #1 = raise." }],
            Samples = [new Sample { Answer = "raise", Expect = Verdict.Pass }, new Sample { Answer = "something else", Expect = Verdict.Fail }],
        };
        var choice = new Exercise
        {
            Id = "choice-note",
            Kind = ExerciseKind.Choice,
            Topic = "t",
            Prompt = "Which one?",
            ModelAnswer = "A = b.",
            Options = [new Option { Text = "A = b.", Correct = true, Why = "Why: {so}." }, new Option { Text = "A ~ b.", Why = "No." }],
            Samples = [new Sample { Answer = "1", Expect = Verdict.Pass }, new Sample { Answer = "2", Expect = Verdict.Fail }],
        };

        var again = Read(GiftWriter.Write(Path(gap, choice)).Value).Value;

        again.Select(ExerciseWriter.Write).ShouldBe([ExerciseWriter.Write(gap), ExerciseWriter.Write(choice)]);
        GiftWriter.Write(Path([.. again])).Value.ShouldBe(GiftWriter.Write(Path(gap, choice)).Value);
    }

    [Fact]
    public static void Each_of_several_gaps_is_a_question_of_its_own()
    {
        var exercise = new Exercise
        {
            Id = "gap-two",
            Kind = ExerciseKind.Gap,
            Topic = "t",
            Prompt = "Fill in\nthe gaps.",
            ModelAnswer = "-",
            Text = "We ___ it ___ later.",
            Gaps = [new Gap { Any = ["=turn", "/switch(es)?/"], Met = "m1", Missed = "n1" }, new Gap { Any = ["on"], Met = "m2", Missed = "n2" }],
        };

        var (gift, left) = GiftWriter.Write(Path(exercise));

        Read(gift).Value.Select(one => (one.Id, one.Prompt, one.Text)).ShouldBe(
            [("gap-two-1", "Fill in the gaps.", "We ___ it on later."), ("gap-two-2", "Fill in the gaps.", "We turn it ___ later.")]);
        left.ShouldBe(
        [
            "gap-two: a GIFT short answer has one gap, so each of its 2 gaps is a question of its own.",
            "gap-two-1: regular expressions are left out; GIFT has none.",
            "Hints, topics, terms and samples are left out. Moodle takes an answer as it is written; negation, glossary and spelling count only here.",
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("// nothing\n\n")]
    [InlineData("{")]
    [InlineData("}{")]
    [InlineData("::")]
    [InlineData("::a:: {=}")]
    [InlineData("$CATEGORY: x")]
    [InlineData("\\")]
    public static void What_has_no_question_is_one_sentence(string gift) => Should.Throw<FormatException>(() => Read(gift)).Message.ShouldStartWith("There is no ");

    private static Carried<IReadOnlyList<Exercise>> Read(string gift) => GiftReader.Read(gift, "t", []);

    private static LearningPath Path(params Exercise[] exercises) => new() { Id = "p", Title = "P", Level = "B2", Summary = "S", Topics = [], Exercises = exercises };
}
