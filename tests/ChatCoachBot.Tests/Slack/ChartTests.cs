using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace ChatCoachBot.Tests.Slack;

/// <summary>The chart of a learner's weeks in Slack.</summary>
public sealed class ChartTests : IAsyncLifetime
{
    private const string Words = "23 Nov: 1 answer.";
    private const string Bars = "Your last eight weeks `░░░░░░░░░░`  5 Oct  0 answers";

    private readonly SlackCoach _coach = new();

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _coach.Slack.Faults.ShouldBeEmpty();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task It_is_uploaded_as_a_picture_with_its_words_and_shown_behind_the_message()
    {
        var ada = await PractisedAsync();

        var progress = await ada.AskAsync("progress");

        progress.Shown.ShouldContain("Your last eight weeks: see below.");
        progress.Shown.ShouldNotContain("5 Oct");
        progress.Text.ShouldContain(Words, customMessage: "a notification has no picture");
        await UntilSentAsync();
        var shown = _coach.Slack.Shown.ShouldHaveSingleItem();
        shown.Channel.ShouldBe(ada.Direct);
        shown.Title.ShouldBe("Your last eight weeks");
        shown.AltText.ShouldStartWith("Your last eight weeks, by the week’s Monday: 5 Oct: 0 answers; ");
        shown.AltText.ShouldEndWith(Words);
        using var picture = SKBitmap.Decode(shown.File);
        picture.Width.ShouldBe(1440);
        _coach.Slack.HasMore(ada.Id).ShouldBeFalse();
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("ratelimited")]
    [InlineData(null)]
    public async Task Bars_stand_in_the_message_when_slack_takes_no_picture(string? error)
    {
        var ada = await PractisedAsync();
        _coach.Slack.Instead = (method, _, _) => method == "files.getUploadURLExternal" ? Refused(error) : null;

        await ada.SayAsync("progress");
        await UntilSentAsync();

        (await ada.NextAsync()).Shown.ShouldContain(Bars);
        ada.Last.Shown.ShouldNotContain("see below");
        _coach.Slack.Shown.ShouldBeEmpty();
        _coach.Slack.HasMore(ada.Id).ShouldBeFalse();
    }

    [Theory]
    [InlineData("file_not_found")]
    [InlineData(null)]
    public async Task Bars_follow_the_message_when_slack_does_not_show_the_picture_it_took(string? error)
    {
        var ada = await PractisedAsync();
        _coach.Slack.Instead = (method, _, _) => method == "files.completeUploadExternal" ? Refused(error) : null;

        await ada.SayAsync("progress");
        await UntilSentAsync();

        (await ada.NextAsync()).Shown.ShouldContain("see below");
        (await _coach.Slack.NextAsync(ada.Direct)).Shown.ShouldStartWith(Bars);
    }

    [Fact]
    public async Task What_one_person_alone_sees_has_bars()
    {
        var ada = await PractisedAsync();
        var channel = _coach.NewChannel();

        await ada.CommandAsync("progress", channel);

        (await ada.NextInAsync(channel)).Shown.ShouldContain(Bars);

        _coach.Slack.Calls.ShouldNotContain(call => call.Method.StartsWith("files.", StringComparison.Ordinal));
    }

    private async Task<SlackPerson> PractisedAsync()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ada.AskAsync("2");
        return ada;
    }

    /// <summary>Until the answer is there, with the moments that trying again takes.</summary>
    private Task UntilSentAsync() => _coach.Application.UntilAsync(async db =>
    {
        _coach.Application.GoOn(TimeSpan.FromMilliseconds(100));
        var cancel = TestContext.Current.CancellationToken;
        return await db.Inbox.AllAsync(message => message.HandledAt != null, cancel) && await db.Outbox.AllAsync(message => message.SentAt != null, cancel);
    });

    private static IResult Refused(string? error) => error is null ? Results.StatusCode(500) : Results.Text(FakeSlack.Error(error).ToJsonString(), "application/json");
}
