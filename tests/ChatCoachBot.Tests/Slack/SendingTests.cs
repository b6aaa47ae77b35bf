using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Outbox;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Slack;

/// <summary>What becomes of a message when Slack does not simply take it.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    private readonly SlackCoach _coach = new();

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _coach.Slack.Faults.ShouldBeEmpty();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task A_429_is_obeyed_and_the_message_comes_after_it()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        FailOnce(static (method, after) => method == "chat.postMessage" && !after ? Limited("17") : null);

        await ada.SayAsync("help");
        await _coach.Application.UntilAsync(db => db.Pauses.AnyAsync(TestContext.Current.CancellationToken));
        _coach.Application.GoOn(TimeSpan.FromSeconds(16));
        _coach.Slack.HasMore(ada.Id).ShouldBeFalse();
        _coach.Application.GoOn(TimeSpan.FromSeconds(2));
        (await ada.NextAsync()).Shown.ShouldStartWith("What you can say");
    }

    [Fact]
    public async Task A_message_that_arrived_although_slack_failed_is_found_and_not_sent_again()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        FailOnce(static (method, after) => method == "chat.postMessage" && after ? Results.StatusCode(500) : null);

        await ada.SayAsync("help");
        (await ada.NextAsync()).Shown.ShouldStartWith("What you can say");
        await UntilSentAsync();
        _coach.Slack.HasMore(ada.Id).ShouldBeFalse();
        _coach.Slack.Calls.ShouldContain(call => call.Method == "conversations.history");
    }

    [Fact]
    public async Task A_message_that_did_not_arrive_is_sent_again()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        FailOnce(static (method, after) => method == "chat.postMessage" && !after ? Results.StatusCode(503) : null);

        await ada.SayAsync("help");
        await UntilFailedAsync();
        _coach.Application.GoOn(TimeSpan.FromMinutes(1));
        (await ada.NextAsync()).Shown.ShouldStartWith("What you can say");
        await UntilSentAsync();
        _coach.Slack.HasMore(ada.Id).ShouldBeFalse();
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("user_disabled")]
    [InlineData("is_archived")]
    public async Task Who_cannot_be_reached_any_more_is_left_alone_until_they_come_back(string error)
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        _coach.Slack.Instead = (method, _, after) => method == "chat.postMessage" && !after ? Refused(error) : null;
        await ada.SayAsync("help");
        await _coach.Application.UntilAsync(db => db.Schedules.AnyAsync(schedule => schedule.EndedBecause == error && schedule.NextDue == null, TestContext.Current.CancellationToken));

        _coach.Slack.Instead = static (_, _, _) => null;
        (await ada.AskAsync("start")).Shown.ShouldStartWith("You are all set. I’ll write to you at 09:00 on weekdays");
    }

    [Fact]
    public async Task What_is_wrong_with_one_message_ends_nothing()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        FailOnce(static (method, after) => method == "chat.postMessage" && !after ? Refused("msg_too_long") : null);

        await ada.SayAsync("help");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "msg_too_long", TestContext.Current.CancellationToken));
        (await ada.AskAsync("progress")).Shown.ShouldStartWith("Release Engineer");
    }

    [Fact]
    public async Task When_the_token_is_revoked_every_schedule_ends_and_goes_on_with_a_new_one()
    {
        var (ada, grace) = (_coach.NewPerson(), _coach.NewPerson());
        await ada.JoinAsync();
        await grace.JoinAsync();
        await _coach.GoOnAsync(TimeSpan.Zero);
        _coach.Slack.Tokens.TryRemove(FakeSlack.BotToken, out _);

        await ada.SayAsync("help");
        await _coach.Application.UntilAsync(db => db.Schedules.AllAsync(schedule => schedule.EndedBecause == "invalid_auth" && schedule.NextDue == null, TestContext.Current.CancellationToken));
        _coach.Slack.Tokens[FakeSlack.BotToken] = FakeSlack.Team;
        await using var again = await _coach.Application.StartAgainAsync();
        _ = again.Address;
        await again.UntilAsync(db => db.Schedules.AllAsync(schedule => schedule.EndedBecause == null && schedule.NextDue != null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Slack_being_away_does_not_keep_the_host_from_starting()
    {
        _coach.Settings["Slack:ApiUrl"] = $"http://127.0.0.1:{LoopbackPort.Free()}/api/";
        await _coach.StartAsync();
        using var client = new HttpClient();

        (await client.GetStringAsync(new Uri(_coach.Application.Address, "/health/ready"), TestContext.Current.CancellationToken)).ShouldBe("Degraded");
        using var visitor = _coach.Application.NewVisitor();
        await visitor.JoinAsync("UTC");
    }

    [Fact]
    public async Task A_long_reply_is_split_and_no_word_is_lost()
    {
        var words = string.Join(' ', Enumerable.Range(0, 4000).Select(number => $"word{number}"));
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await SayAsync(ada, Reply.Of(new Passage(words)));
        await UntilSentAsync();

        var shown = string.Join(' ', _coach.Slack.Posts.Where(post => post.Channel == ada.Id && post.Shown.Contains("word", StringComparison.Ordinal)).Select(post => post.Shown));
        shown.Replace("> ", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith("word", StringComparison.Ordinal) && char.IsDigit(word[^1])).ToHashSet().Count.ShouldBe(4000);
    }

    [Fact]
    public async Task The_daily_prompt_comes_to_slack()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ada.AskAsync("2");
        await _coach.GoOnAsync(TimeSpan.FromMinutes(15));

        await _coach.Application.TickAsync();
        (await ada.NextAsync()).Shown.ShouldStartWith("Your term for today");
        ada.Last.Body.GetProperty("metadata").GetProperty("event_type").GetString().ShouldBe("coach_message");
    }

    [Fact]
    public async Task A_picture_is_uploaded_and_its_words_are_in_the_message()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

        await SayAsync(ada, Reply.Of(new Paragraph("Your week"), new Picture(png, "Five of five days practised.")));
        (await ada.NextAsync()).Text.ShouldBe("Your week\nFive of five days practised.");
        await UntilSentAsync();
        var shown = _coach.Slack.Shown.ShouldHaveSingleItem();
        shown.Channel.ShouldBe(ada.Direct);
        shown.File.ShouldBe(png);
        shown.AltText.ShouldBe("Five of five days practised.");
    }

    [Fact]
    public async Task A_picture_that_slack_does_not_take_costs_no_message()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        _coach.Slack.Instead = static (method, _, _) => method.StartsWith("files.", StringComparison.Ordinal) ? Results.StatusCode(500) : null;

        await SayAsync(ada, Reply.Of(new Paragraph("Your week"), new Picture([1], "Five of five days practised.")));
        await ada.NextAsync();
        await UntilSentAsync();
        _coach.Slack.HasMore(ada.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_whose_chart_became_a_picture_is_whole_without_the_room_of_its_bars()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        var chart = new Chart("Your weeks", [new PracticeWeek(new DateOnly(2026, 11, 23), 1, null)]);
        FailOnce(static (method, after) => method == "chat.postMessage" && after ? Results.StatusCode(500) : null);

        // Fifty blocks are a message of Slack’s, and bars take two.
        await SayAsync(ada, new Reply([.. Enumerable.Range(0, 49).Select(line => new Paragraph($"Line {line}")), chart]));

        (await ada.NextAsync()).Shown.ShouldStartWith("Line 0");
        await UntilSentAsync();
        _coach.Slack.HasMore(ada.Id).ShouldBeFalse();
        _coach.Slack.Calls.ShouldContain(call => call.Method == "conversations.history");
    }

    private async Task SayAsync(SlackPerson person, Reply reply)
    {
        await _coach.Application.ChangeAsync(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(known => known.Address == $"{FakeSlack.Team}/{person.Id}", TestContext.Current.CancellationToken);
            db.Outbox.Add(new OutboxMessage
            {
                ConversationId = conversation.Id,
                Platform = "slack",
                Workspace = FakeSlack.Team,
                Address = conversation.Address,
                Kind = OutboxKind.Reply,
                Body = ReplyJson.Write(reply),
                CreatedAt = _coach.Application.Clock.GetUtcNow(),
            });
        });
        _coach.Application.GoOn();
    }

    private void FailOnce(Func<string, bool, IResult?> fails)
    {
        var failed = 0;
        _coach.Slack.Instead = (method, _, after) => fails(method, after) is { } result && Interlocked.Exchange(ref failed, 1) == 0 ? result : null;
    }

    /// <summary>Lets seconds go by until Slack has everything.</summary>
    private Task UntilSentAsync() => _coach.Application.UntilAsync(async db =>
    {
        _coach.Application.GoOn(TimeSpan.FromSeconds(2));
        return await db.Outbox.AllAsync(message => message.SentAt != null, TestContext.Current.CancellationToken);
    });

    private Task UntilFailedAsync() => _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.Failures > 0, TestContext.Current.CancellationToken));

    private static IResult Refused(string error) => Results.Text(FakeSlack.Error(error).ToJsonString(), "application/json");

    private static LimitedResult Limited(string seconds) => new LimitedResult(seconds);

    private sealed class LimitedResult(string seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            httpContext.Response.Headers.RetryAfter = seconds;
            return Task.CompletedTask;
        }
    }
}
