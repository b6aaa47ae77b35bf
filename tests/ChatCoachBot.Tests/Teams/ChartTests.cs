using System.Net;
using System.Text.Json;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace ChatCoachBot.Tests.Teams;

/// <summary>The chart of a learner's weeks in Teams: a card that links to its picture, and who gets that picture.</summary>
public sealed class ChartTests : IAsyncDisposable
{
    private const string Bars = "Your last eight weeks ░░░░░░░░░░ 5 Oct 0 answers";

    private readonly TeamsCoach _coach = new() { Settings = { ["PublicUrl"] = "https://coach.example" } };
    private readonly HttpClient _browser = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _coach.Teams.Faults.ShouldBeEmpty();
        _browser.Dispose();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task The_card_shows_a_picture_with_its_words_that_anybody_may_fetch_who_has_the_card()
    {
        var image = await ImageAsync();

        image.GetProperty("altText").GetString().ShouldStartWith("Your last eight weeks, by the week’s Monday: 5 Oct: 0 answers; ");
        image.GetProperty("msteams").GetProperty("allowExpand").GetBoolean().ShouldBeTrue();
        var url = image.GetProperty("url").GetString()!;
        url.ShouldStartWith("https://coach.example/charts/");
        new Uri(url).Segments.ShouldAllBe(segment => segment.Length < 260, "some proxies take no longer ones");
        using var answer = await FetchAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.NonValidated["Cache-Control"].ToString().ShouldBe("private, max-age=2592000, immutable");
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(Cancel));
        (picture.Width, picture.Height).ShouldBe((1440, 720));
    }

    [Fact]
    public async Task Asking_for_the_head_alone_tells_the_size()
    {
        var url = await UrlAsync();

        using var head = await FetchAsync(url, method: HttpMethod.Head);

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldNotBeNull().ShouldBeInRange(10_000, 100_000);
    }

    [Fact]
    public async Task A_link_lasts_thirty_days()
    {
        var url = await UrlAsync();

        _coach.Application.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        using (var late = await FetchAsync(url))
        {
            late.StatusCode.ShouldBe(HttpStatusCode.OK);
            late.Headers.NonValidated["Cache-Control"].ToString().ShouldBe("private, max-age=1, immutable");
        }

        _coach.Application.Clock.Advance(TimeSpan.FromSeconds(1));
        using var expired = await FetchAsync(url);
        await ShouldBeGoneAsync(expired);
    }

    [Fact]
    public async Task Forged_cut_and_overlong_links_show_nothing()
    {
        var url = await UrlAsync();
        var token = new Uri(url).Segments[^1][..^".png".Length];
        var flipped = token[..^5] + (token[^5] == 'A' ? 'B' : 'A') + token[^4..];
        foreach (var wrong in (string[])[flipped, token[..^8], token[8..], token + "AAAA", "guess", "%20", "..%2Fsecrets", new string('A', 1025), new string('A', 5000)])
        {
            using var answer = await FetchAsync($"https://coach.example/charts/{wrong}.png");
            await ShouldBeGoneAsync(answer);
        }
    }

    [Fact]
    public async Task What_was_sealed_for_something_else_is_no_chart()
    {
        await UrlAsync();
        var other = _coach.Application.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("another purpose").Protect("a secret");

        using var answer = await FetchAsync($"https://coach.example/charts/{other}.png");

        await ShouldBeGoneAsync(answer);
    }

    [Fact]
    public async Task It_answers_at_the_public_address_and_on_this_machine_alone()
    {
        var url = await UrlAsync();

        (await FetchAsync(url, host: "elsewhere.example")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await FetchAsync(url, host: "localhost")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_is_there_without_the_web_chat()
    {
        _coach.Settings["Web:Enabled"] = "false";

        var url = await UrlAsync();

        using var answer = await FetchAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        using var forged = await FetchAsync("https://coach.example/charts/guess.png");
        await ShouldBeGoneAsync(forged);
    }

    [Fact]
    public async Task Who_fetches_one_picture_without_end_is_asked_to_wait_and_nobody_else_is()
    {
        var url = await UrlAsync();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            using var answer = await FetchAsync("https://coach.example/charts/guess.png");
            answers.Add(answer.StatusCode);
        }

        answers.Take(60).ShouldAllBe(status => status == HttpStatusCode.NotFound);
        answers[60].ShouldBe(HttpStatusCode.TooManyRequests);
        using var other = await FetchAsync(url);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://coach.example")]
    public async Task Without_an_address_that_teams_fetches_from_it_is_bars(string publicUrl)
    {
        _coach.Settings["PublicUrl"] = publicUrl;

        var progress = await ProgressAsync();

        progress.Shown.ShouldContain(Bars);
        CardRules.Elements(progress.Card!.Value).ShouldNotContain(element => element.GetProperty("type").GetString() == "Image");
    }

    [Fact]
    public async Task An_address_that_makes_the_link_too_long_for_a_card_is_none()
    {
        _coach.Settings["PublicUrl"] = "https://coach.example/" + new string('p', 1900);

        (await ProgressAsync()).Shown.ShouldContain(Bars);
    }

    private async Task<TeamsPost> ProgressAsync()
    {
        await _coach.InitializeAsync();
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ada.AskAsync("2");
        return await ada.AskAsync("progress");
    }

    private async Task<JsonElement> ImageAsync() =>
        CardRules.Elements((await ProgressAsync()).Card!.Value).Where(element => element.GetProperty("type").GetString() == "Image").ShouldHaveSingleItem();

    private async Task<string> UrlAsync() => (await ImageAsync()).GetProperty("url").GetString()!;

    /// <summary>Through a proxy, as Teams does, unless the host is this machine.</summary>
    private Task<HttpResponseMessage> FetchAsync(string url, string host = "coach.example", HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(_coach.Application.Address, url["https://coach.example".Length..])) { Headers = { Host = host } };
        if (host != "localhost")
        {
            request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        }

        return _browser.SendAsync(request, Cancel);
    }

    private static async Task ShouldBeGoneAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldStartWith("This chart is not here any more.");
    }
}
