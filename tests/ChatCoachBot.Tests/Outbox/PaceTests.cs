using System.Diagnostics;
using ChatCoachBot.Outbox;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Outbox;

/// <summary>A platform's limits are kept. They are measured on the machine's own clock, so they are short here, and only too much haste is a fault.</summary>
public sealed class PaceTests
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task In_one_conversation_messages_keep_their_distance_and_another_conversation_does_not_wait_for_it()
    {
        var platform = new FakePlatform { Limits = new SendLimits { PerConversation = new RateLimit(1, Period) } };
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Platform = platform, RealTime = true };
        var start = Stopwatch.GetTimestamp();
        await FakePlatform.SayAsync(coach, "ada", Enumerable.Range(0, 6).Select(i => $"{i}"));
        await FakePlatform.SayAsync(coach, "bob", ["hello"]);

        List<string> arrived = [];
        while (arrived.Count < 7)
        {
            arrived.Add(await platform.NextAsync());
        }

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(4 * Period, "the first goes at once, and one more in each period");
        arrived.Where(text => text != "hello").ShouldBe(["0", "1", "2", "3", "4", "5"]);
        arrived.IndexOf("hello").ShouldBeLessThan(6);
    }

    [Fact]
    public async Task Prompts_of_a_workspace_are_paced_and_its_replies_and_other_workspaces_are_not()
    {
        var platform = new FakePlatform { Limits = new SendLimits { PromptsPerWorkspace = new RateLimit(2, 5 * Period) } };
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Platform = platform, RealTime = true };
        var start = Stopwatch.GetTimestamp();
        foreach (var person in Enumerable.Range(0, 6))
        {
            await FakePlatform.SayAsync(coach, $"{person}", [$"prompt {person}"], expiresAt: DateTimeOffset.UtcNow.AddHours(4), workspace: "acme");
        }

        await FakePlatform.SayAsync(coach, "ada", ["reply"], workspace: "acme");
        await FakePlatform.SayAsync(coach, "zed", ["elsewhere"], expiresAt: DateTimeOffset.UtcNow.AddHours(4), workspace: "zenith");

        List<string> arrived = [];
        while (arrived.Count < 8)
        {
            arrived.Add(await platform.NextAsync());
        }

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(5 * Period, "six prompts are three periods' worth, and the first two go at once");
        arrived.Order(StringComparer.Ordinal).ShouldBe(["elsewhere", .. Enumerable.Range(0, 6).Select(i => $"prompt {i}"), "reply"]);
        arrived[^1].ShouldStartWith("prompt");
    }
}
