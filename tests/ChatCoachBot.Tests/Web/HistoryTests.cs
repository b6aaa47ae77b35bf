using System.Net;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Web;

/// <summary>What page and stream make of a conversation that is old, long, or open many times.</summary>
public sealed class HistoryTests(SmallCoach coach)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("""{"blocks":[{"block":"hologram","text":"hello"}]}""")]
    public async Task What_was_cleared_or_is_from_another_version_is_left_out_and_the_rest_is_shown(string body)
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("term what-is-lost");
        await coach.Application.ChangeAsync(db =>
            db.Outbox.Where(message => message.Body.Contains("what-is-lost")).ExecuteUpdateAsync(set => set.SetProperty(message => message.Body, body), Cancel));

        var history = await learner.HistoryAsync();
        history[^1].ShouldBe("term what-is-lost");
        history[^2].ShouldStartWith("Today’s exercise");
        await learner.SayAsync("2");
        using var second = learner.OpenSecondPage();
        var replies = new List<string>();
        while (replies.LastOrDefault()?.StartsWith("Passed", StringComparison.Ordinal) != true)
        {
            replies.Add(await second.ReplyAsync());
        }

        replies.Select(reply => reply.Split(' ')[0]).ShouldBe(["Hello,", "Which", "Your", "When", "I’ll", "Today’s", "Passed"]);
    }

    [Fact]
    public async Task A_button_that_names_its_exercise_by_a_key_shows_the_words_alone()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("2");

        await learner.PressAsync("Too easy");
        await learner.AskAsync("I was right about release-engineer/choice-status-note");

        var history = await learner.HistoryAsync();
        history.ShouldContain("too easy");
        history.ShouldContain("I was right");
        history.ShouldAllBe(said => !said.Contains("choice-status-note", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_conversation_opens_at_its_end_with_each_answer_behind_its_question()
    {
        const int said = 130;
        using var learner = await coach.NewLearnerAsync();
        for (var i = 0; i < said; i++)
        {
            await learner.AskAsync($"term number-{i}");
        }

        var history = await learner.HistoryAsync();

        history.Count.ShouldBe(200);
        for (var i = 0; i < 100; i++)
        {
            history[2 * i].ShouldBe($"term number-{said - 100 + i}");
            history[(2 * i) + 1].ShouldStartWith($"“number-{said - 100 + i}” is not");
        }
    }

    [Fact]
    public async Task A_fifth_page_is_refused_and_what_the_others_send_is_answered()
    {
        using var learner = await coach.NewLearnerAsync();
        var pages = new List<(WebVisitor Page, HttpResponseMessage Stream)>();
        for (var page = 2; page <= 5; page++)
        {
            var opened = learner.OpenSecondPage();
            pages.Add((opened, await opened.Http.GetAsync("/chat/events", HttpCompletionOption.ResponseHeadersRead, Cancel)));
        }

        pages.Select(page => page.Stream.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%");
        using var other = await coach.NewLearnerAsync();
        (await other.AskAsync("2")).ShouldStartWith("Passed 100%");
        foreach (var (page, stream) in pages)
        {
            stream.Dispose();
            page.Dispose();
        }
    }
}
