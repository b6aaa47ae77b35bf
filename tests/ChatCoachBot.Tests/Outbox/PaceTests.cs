using System.Diagnostics;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Outbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

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

        var arrived = await ArrivedAsync(platform, 7);

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(4 * Period, "the first goes at once, and one more in each period");
        arrived.Where(text => text != "hello").ShouldBe(["0", "1", "2", "3", "4", "5"]);
        arrived.IndexOf("hello").ShouldBeLessThan(6);
    }

    [Fact]
    public async Task What_stands_in_one_channel_keeps_its_distance_whoever_it_is_about_and_what_one_person_alone_sees_does_not()
    {
        var platform = new FakePlatform { Limits = new SendLimits { PerConversation = new RateLimit(1, Period) } };
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Platform = platform, RealTime = true };
        var start = Stopwatch.GetTimestamp();
        foreach (var person in Enumerable.Range(0, 6))
        {
            var kind = person % 2 == 0 ? DestinationKind.Reaction : DestinationKind.Post;
            await FakePlatform.SayAsync(coach, $"{person}", [$"{person}"], destination: new Destination { Kind = kind, Channel = "channel", Message = "1" });
        }

        await FakePlatform.SayAsync(coach, "zed", ["for zed"], destination: new Destination { Kind = DestinationKind.ForOnePerson, Channel = "channel" });

        var arrived = await ArrivedAsync(platform, 7);

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(4 * Period, "the first goes at once, and one more in each period");
        arrived.IndexOf("for zed").ShouldBeLessThan(6);
    }

    [Fact]
    public async Task Prompts_of_a_workspace_are_paced_and_its_replies_and_other_workspaces_are_not()
    {
        var platform = new FakePlatform { Limits = new SendLimits { PromptsPerWorkspace = new RateLimit(1, 2 * Period, AtOnce: 2) } };
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Platform = platform, RealTime = true };
        var start = Stopwatch.GetTimestamp();
        foreach (var person in Enumerable.Range(0, 6))
        {
            await FakePlatform.SayAsync(coach, $"{person}", [$"prompt {person}"], expiresAt: DateTimeOffset.UtcNow.AddHours(4), workspace: "acme");
        }

        // The reply is for somebody whose prompt has to wait.
        await FakePlatform.SayAsync(coach, "5", ["reply"], workspace: "acme");
        await FakePlatform.SayAsync(coach, "zed", ["elsewhere"], expiresAt: DateTimeOffset.UtcNow.AddHours(4), workspace: "zenith");

        var arrived = await ArrivedAsync(platform, 8);

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(6 * Period, "two go at once, and one more in each two periods");
        arrived.Order(StringComparer.Ordinal).ShouldBe(["elsewhere", .. Enumerable.Range(0, 6).Select(i => $"prompt {i}"), "reply"]);
        arrived[^1].ShouldStartWith("prompt");
    }

    [Fact]
    public async Task A_workspace_that_is_full_does_not_hold_up_another_however_much_waits_for_it()
    {
        var platform = new FakePlatform { Limits = new SendLimits { PerWorkspace = new RateLimit(1, TimeSpan.FromMinutes(10), AtOnce: 3) } };
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Platform = platform, RealTime = true };
        foreach (var person in Enumerable.Range(0, 200))
        {
            await FakePlatform.SayAsync(coach, $"{person}", ["a reply"], workspace: "acme");
        }

        await FakePlatform.SayAsync(coach, "zed", ["elsewhere"], workspace: "zenith");

        (await ArrivedAsync(platform, 4)).ShouldBe(["a reply", "a reply", "a reply", "elsewhere"], ignoreOrder: true);
        await coach.UntilAsync(async db => await db.Outbox.CountAsync(message => message.SentAt != null, TestContext.Current.CancellationToken) == 4);
        (await coach.ReadAsync(db => db.Outbox.CountAsync(message => message.SentAt == null && message.ClaimedBy != null, TestContext.Current.CancellationToken)))
            .ShouldBe(0, "what has to wait is not on its way, as everybody may know");
    }

    private static async Task<List<string>> ArrivedAsync(FakePlatform platform, int count)
    {
        List<string> arrived = [];
        while (arrived.Count < count)
        {
            arrived.Add(await platform.NextAsync());
        }

        return arrived;
    }
}
