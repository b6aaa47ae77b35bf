using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Web;

/// <summary>What people and programs type that is no good answer: each gets a reply, and none harms the page.</summary>
public sealed class BadAnswerTests(SmallCoach coach)
{
    private const string Script = "<script>alert(1)</script><img/src=x/onerror=alert(2)>";

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("😀😀😀")]
    [InlineData("\u0000\u0001\u0002")]
    [InlineData("\u202E\u2066")]
    [InlineData("!?…")]
    [InlineData("\uD800")]
    public async Task Without_a_word_in_it_an_answer_is_asked_for_in_words(string said)
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync(said)).ShouldStartWith("There are no words in this answer yet.");
        (await learner.AskAsync("It goes to the previous version, so users see the old page.")).ShouldStartWith("Passed 100%");
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀")]
    public async Task Without_a_word_and_with_nothing_open_there_is_help(string said)
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith("I’m not sure what you mean, and no exercise is open.");
    }

    [Fact]
    public async Task Two_hundred_thousand_characters_are_graded_on_the_first_four_thousand()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);
        var filler = string.Concat(Enumerable.Repeat("and so the story of our shop goes on ", 200_000 / 37));

        var grade = await learner.AskAsync("It goes to the previous version. " + filler + "and users see it.");

        grade.ShouldStartWith("Getting there 67%");
        grade.ShouldContain("4,000");
        (await learner.HistoryAsync())[^1].ShouldStartWith("Getting there 67%");
    }

    [Fact]
    public async Task One_word_of_sixteen_thousand_letters_is_graded()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync(new string('a', 16_000))).ShouldStartWith("Not yet 0%");
    }

    [Fact]
    public async Task Control_characters_are_left_out()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("It goes \u0000to\u0007 the previous\u001B[31m version,\u0000 so users\u0085 see it.")).ShouldContain("✓ You say what people notice.");
        (await learner.HistoryAsync())[^2].ShouldBe("It goes to the previous[31m version, so users see it.");
    }

    [Fact]
    public async Task Marks_that_turn_the_direction_of_text_are_left_out()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("It goes to the \u202Eprevious version\u202C, so users see it.")).ShouldStartWith("Passed 100%");
        learner.LastHtml.ShouldNotContain('\u202E');
        (await learner.OpenPageAsync()).ShouldNotContain('\u202E');
    }

    [Fact]
    public async Task Arabic_and_hebrew_are_read_and_kept()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("שלום عليكم")).ShouldStartWith("Not yet 0%");
        (await learner.HistoryAsync())[^2].ShouldBe("שלום عليكم");
    }

    [Fact]
    public async Task Markup_is_shown_as_text_in_the_reply_and_in_the_history()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync($"term {Script}")).ShouldStartWith($"“{Script}” is not in the glossary.");
        learner.LastHtml.ShouldNotContain("<script");
        learner.LastHtml.ShouldNotContain("<img");
        var page = await learner.OpenPageAsync();
        page.ShouldNotContain("<script>");
        page.ShouldNotContain("<img/src=x");
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img/src=x/onerror=alert(2)&gt;");
    }

    [Fact]
    public async Task Markup_in_words_that_are_quoted_back_is_text()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.Explain);

        (await learner.AskAsync("It is the previous version, so customers <b onclick=x>see</b> \"the\" old & known page.")).ShouldStartWith("Passed 100%");
        learner.LastHtml.ShouldNotContain("<b ");
        (await learner.OpenPageAsync()).ShouldContain("&lt;b onclick=x&gt;");
    }

    [Theory]
    [InlineData("switch <i>x</i>", "I don’t know a path called “<i>x</i>”.")]
    [InlineData("timezone <i>x</i>", "I don’t know the time zone “<i>x</i>”.")]
    [InlineData("glossary <i>x</i>", "Glossary Nothing in the glossary is about “<i>x</i>”.")]
    public async Task What_is_repeated_back_is_text(string said, string reply)
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith(reply);
        learner.LastHtml.ShouldNotContain("<i>");
    }

    [Fact]
    public async Task A_long_name_is_repeated_back_shortened()
    {
        using var learner = await coach.NewLearnerAsync();

        (await learner.AskAsync("term " + new string('x', 5_000))).ShouldStartWith($"“{new string('x', 57)}…” is not in the glossary.");
    }
}
