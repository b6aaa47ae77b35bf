using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Tests.Grading;

public sealed class ChoiceTests
{
    private static readonly Option[] Options =
    [
        new() { Text = "Retry forever until it works.", Why = "A poison message would block the partition." },
        new() { Text = "Move the message to a dead letter queue and alert the team.", Correct = true, Why = "Nothing is lost, and the rest flows on." },
        new() { Text = "Drop the message without a trace.", Why = "Nobody would ever know." },
    ];

    private static Grade Grade(string answer) => ExerciseGrader.Compile(
        new Exercise { Id = "choice", Kind = ExerciseKind.Choice, Topic = "t", Prompt = "What do you do?", ModelAnswer = "2", Options = Options }, A.Glossary).Grade(answer);

    [Theory]
    [InlineData("2")]
    [InlineData("2.")]
    [InlineData(" 2) ")]
    [InlineData("(2)")]
    [InlineData("#2")]
    [InlineData("２")]
    [InlineData("option 2")]
    [InlineData("Option two")]
    [InlineData("number two")]
    [InlineData("no. 2")]
    [InlineData("two")]
    [InlineData("the second")]
    [InlineData("the second one")]
    [InlineData("2nd")]
    [InlineData("b")]
    [InlineData("B)")]
    [InlineData("b.")]
    [InlineData("option b")]
    [InlineData("It's B")]
    [InlineData("I think 2")]
    [InlineData("I choose option 2.")]
    [InlineData("my answer is 2")]
    [InlineData("2, because nothing is lost")]
    [InlineData("2 because nothing is lost and a team can look")]
    [InlineData("B: nothing is lost")]
    [InlineData("2. Move the message to a dead letter queue and alert the team.")]
    [InlineData("Move the message to a dead letter queue and alert the team.")]
    [InlineData("move the message to a dead-letter queue and alert the team")]
    [InlineData("move message to dead letter queue and alert team")]
    [InlineData("Moving the messages to a dead letter queue, alerting the team")]
    [InlineData("dead letter queue")]
    public void The_right_option_is_a_pass(string answer)
    {
        var grade = Grade(answer);
        (grade.Understood, grade.Score, grade.Verdict).ShouldBe((true, 1, Verdict.Pass));
        var point = grade.Points.ShouldHaveSingleItem();
        (point.Id, point.Met, point.Feedback).ShouldBe(("choice", true, Options[1].Why));
        grade.ImproveFirst.ShouldBeNull();
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("a", 0)]
    [InlineData("A)", 0)]
    [InlineData("option a", 0)]
    [InlineData("one", 0)]
    [InlineData("the first one", 0)]
    [InlineData("retry forever until it works", 0)]
    [InlineData("3", 2)]
    [InlineData("c", 2)]
    [InlineData("the third one", 2)]
    [InlineData("drop the message without trace", 2)]
    public void A_wrong_option_is_a_fail_with_its_reason(string answer, int option)
    {
        var grade = Grade(answer);
        (grade.Understood, grade.Score, grade.Verdict).ShouldBe((true, 0, Verdict.Fail));
        grade.Points.ShouldHaveSingleItem().Feedback.ShouldBe(Options[option].Why);
        grade.ImproveFirst.ShouldBe(Options[option].Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🙂")]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("22")]
    [InlineData("d")]
    [InlineData("1 or 2")]
    [InlineData("a and b")]
    [InlineData("not 2")]
    [InlineData("the message")]
    [InlineData("no idea")]
    [InlineData("what do you mean?")]
    [InlineData("help")]
    [InlineData("I would ask a colleague about that first")]
    public void What_names_no_option_is_no_answer(string answer)
    {
        var grade = Grade(answer);
        (grade.Understood, grade.Verdict).ShouldBe((false, Verdict.Fail));
        grade.Notes.ShouldBe(["Choose one: type its number, 1 to 3."]);
    }

    [Fact]
    public void Exactly_one_option_is_correct()
    {
        var exercise = new Exercise { Id = "choice", Kind = ExerciseKind.Choice, Topic = "t", Prompt = "?", ModelAnswer = "1", Options = [Options[0], Options[2]] };
        Should.Throw<FormatException>(() => ExerciseGrader.Compile(exercise, A.Glossary)).Message.ShouldContain("exactly one");
    }
}
