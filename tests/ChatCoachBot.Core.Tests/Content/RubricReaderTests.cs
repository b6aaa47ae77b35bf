using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

public static class RubricReaderTests
{
    [Theory]
    [InlineData("""{"pass": 0.5, "points": [{"id": "a", "any": ["one two"], "met": "M", "missed": "N", "hint": "H"}]}""")]
    [InlineData("pass: 0.5\npoints:\n  - {id: a, any: [one two], met: M, missed: N, hint: H}\n")]
    public static void A_rubric_alone_is_read_from_json_and_from_yaml(string text)
    {
        var reading = RubricReader.Read(text);

        reading.Faults.ShouldBeEmpty();
        var rubric = reading.Rubric.ShouldNotBeNull();
        rubric.Pass.ShouldBe(0.5);
        rubric.Points.ShouldHaveSingleItem().Any.ShouldBe(["one two"]);
    }

    [Theory]
    [InlineData("", "rubric:1:1: The file is empty; write its content or delete it.")]
    [InlineData("[]", "rubric:1:1: 'rubric' must have keys and values, but this is a list.")]
    [InlineData("{\"points\": [], \"wieght\": 1}", "rubric:1:2: 'points' needs at least one item; add one.")]
    [InlineData("points:\n  - {id: a, met: M, missed: N, hint: H}\n", "rubric:2:5: The point 'a' has neither 'any' nor 'all'; give the phrases that meet it.")]
    [InlineData("pass: 0.1\npoints:\n  - {id: a, any: [b], met: M, missed: N, hint: H}\n", "rubric:1:7: The pass mark 0.1 must be above the fail mark 0.3.")]
    public static void What_is_wrong_with_it_is_explained(string text, string fault)
    {
        var reading = RubricReader.Read(text);

        reading.Rubric.ShouldBeNull();
        reading.Faults[0].ToString().ShouldBe(fault);
    }
}
