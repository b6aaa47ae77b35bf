using System.Net;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Web;

/// <summary>Who talks, how often, and what the page shows of it.</summary>
public sealed class VisitorTests(SmallCoach coach)
{
    [Fact]
    public async Task A_message_repeated_under_its_id_is_handled_once_and_answered_once()
    {
        using var learner = await coach.NewLearnerAsync();
        var message = new { id = Guid.NewGuid(), text = "1" };
        for (var i = 0; i < 3; i++)
        {
            (await learner.PostAsync(message)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        (await learner.ReplyAsync()).ShouldStartWith("Not yet 0%");
        (await learner.AskAsync("progress")).ShouldStartWith("Release Engineer 1 of", customMessage: "the repeats brought no reply");
        (await learner.HistoryAsync()).Count(text => text == "1").ShouldBe(2, "the path and the answer");
    }

    [Fact]
    public async Task The_same_id_from_another_visitor_is_another_message()
    {
        using var one = await coach.NewLearnerAsync();
        using var two = await coach.NewLearnerAsync();
        var message = new { id = Guid.NewGuid(), text = "2" };
        await one.PostAsync(message);
        await two.PostAsync(message);

        (await one.ReplyAsync()).ShouldStartWith("Passed");
        (await two.ReplyAsync()).ShouldStartWith("Passed");
    }

    [Fact]
    public async Task Two_visitors_at_once_are_two_learners()
    {
        using var one = await coach.NewLearnerAsync();
        using var two = await coach.NewLearnerAsync();

        (await Task.WhenAll(one.AskAsync("2"), two.AskAsync("1"))).ShouldBe(
        [
            "Passed 100% ✓ The verb is two words. 2 Next Show a model answer Again Too easy",
            "Not yet 0% ✗ A rollback is a noun and no verb. Type a better answer whenever you like, or choose: 1 2 3 Hint Skip Show a model answer Next I was right",
        ]);
        (await one.AskAsync("progress")).ShouldContain("Passed 1 of");
        (await two.AskAsync("progress")).ShouldContain("Passed 0 of");
    }

    [Fact]
    public async Task What_is_said_in_a_hurry_is_answered_in_order()
    {
        using var learner = await coach.NewLearnerAsync();
        string[] said = ["paths", "timezone", "glossary", "term rollback", "hint", "2"];
        foreach (var text in said)
        {
            await learner.SayAsync(text);
        }

        var replies = new List<string>();
        foreach (var _ in said)
        {
            replies.Add(await learner.ReplyAsync());
        }

        replies.Select(reply => reply.Split(' ')[0]).ShouldBe(["You", "Your", "Glossary", "rollback", "Hint:", "Passed"]);
    }

    [Fact]
    public async Task The_page_shows_the_whole_conversation_when_it_is_opened_again()
    {
        using var learner = await coach.NewLearnerAsync();
        await learner.AskAsync("1");
        await learner.AskAsync("2");

        var history = await learner.HistoryAsync();

        history.Select(text => text.Split(' ')[0]).ShouldBe(["Hello,", "Which", "1", "Your", "When", "remind", "I’ll", "Today’s", "1", "Not", "2", "Passed"]);
    }

    [Fact]
    public async Task Two_pages_of_one_visitor_show_the_same_replies()
    {
        using var learner = await coach.NewLearnerAsync();
        using var second = learner.OpenSecondPage();
        await second.OpenPageAsync();

        await learner.SayAsync("2");

        (await learner.ReplyAsync()).ShouldStartWith("Passed");
        (await second.ReplyAsync()).ShouldStartWith("Passed");
    }

    [Fact]
    public async Task Too_many_messages_are_refused_with_a_sentence_and_other_visitors_go_on()
    {
        await using var slow = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Settings = { ["Web:MessagesPerMinute"] = "4" } };
        using var hasty = slow.NewVisitor();
        await hasty.OpenPageAsync();
        var refused = await hasty.PostAsync(new { id = Guid.NewGuid(), text = "1" });
        // A slow machine may have earned one more meanwhile.
        for (var sent = 1; sent < 30 && refused.IsSuccessStatusCode; sent++)
        {
            refused = await hasty.PostAsync(new { id = Guid.NewGuid(), text = "1" });
        }

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("That was very fast. Wait a moment and send it again.");
        using var other = slow.NewVisitor();
        (await other.JoinAsync()).ShouldStartWith("Today’s exercise");
    }

    [Fact]
    public async Task Too_many_open_pages_are_refused()
    {
        await using var small = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Settings = { ["Web:PagesPerVisitor"] = "1" } };
        using var learner = small.NewVisitor();
        await learner.JoinAsync();

        using var refused = await learner.Http.GetAsync("/chat/events", TestContext.Current.CancellationToken);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await learner.AskAsync("2")).ShouldStartWith("Passed");
    }
}
