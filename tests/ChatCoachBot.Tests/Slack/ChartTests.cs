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

        (await ada.AskAsync("progress")).Shown.ShouldContain(Bars);

        ada.Last.Shown.ShouldNotContain("see below");
        await UntilSentAsync();
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

        (await ada.AskAsync("progress")).Shown.ShouldContain("see below");

        (await _coach.Slack.NextAsync(ada.Direct)).Shown.ShouldStartWith(Bars);
        await UntilSentAsync();
    }

    [Fact]
    public async Task The_message_is_there_once_when_the_bars_that_follow_it_end_in_the_dark()
    {
        var ada = await PractisedAsync();
        _coach.Slack.Instead = (method, arguments, _) => method switch
        {
            "files.completeUploadExternal" => Refused("file_not_found"),
            "chat.postMessage" when arguments.GetProperty("text").GetString()!.StartsWith("Your last eight weeks", StringComparison.Ordinal) => Results.StatusCode(500),
            _ => null,
        };

        await ada.AskAsync("progress");
        await UntilSentAsync();

        _coach.Slack.HasMore(ada.Id).ShouldBeFalse();
        (await _coach.Application.ReadAsync(db => db.Outbox.AnyAsync(message => message.UnknownAt != null, TestContext.Current.CancellationToken))).ShouldBeFalse();
        _coach.Slack.Calls.ShouldNotContain(call => call.Method == "conversations.history");
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

    private Task UntilSentAsync() => _coach.Application.UntilAsync(db => db.Outbox.AllAsync(message => message.SentAt != null, TestContext.Current.CancellationToken));

    /// <summary>Without an error, an answer that says nothing.</summary>
    private static IResult Refused(string? error) => error is null ? Results.Text("<html>") : Results.Text(FakeSlack.Error(error).ToJsonString(), "application/json");
}
