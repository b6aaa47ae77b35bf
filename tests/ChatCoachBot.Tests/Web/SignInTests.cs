using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Retention;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Web;

/// <summary>A link of the coach's opens the team page once, for the one it was made for.</summary>
public sealed partial class SignInTests : IAsyncDisposable
{
    private readonly CoachApplication _coach = new() { ContentFolder = Repository.SmallContentFolder, Settings = { ["Admins"] = "web" } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task Looking_does_not_use_a_link_up_and_pressing_the_button_does_for_one_browser()
    {
        var link = await LinkAsync();
        using var one = _coach.NewVisitor();
        using var two = _coach.NewVisitor();

        using (var head = await one.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), Cancel))
        {
            head.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var (first, second) = (await FormAsync(one, link), await FormAsync(two, link));
        (await TeamAsync(one)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nobody pressed yet");
        using var opened = await one.Http.PostAsync(link, first, Cancel);
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await opened.Content.ReadAsStringAsync(Cancel)).ShouldContain("<h1>Team</h1>");
        using var late = await two.Http.PostAsync(link, second, Cancel);
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await late.Content.ReadAsStringAsync(Cancel)).ShouldContain("This link has been used or has expired.");
        (await TeamAsync(two)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        one.Cookies.ShouldContain("coach-team=");
        one.Cookies.ShouldNotContain("coach=", customMessage: "signing in makes no visitor");
    }

    [Fact]
    public async Task A_link_without_the_page_behind_it_uses_nothing_up()
    {
        var link = await LinkAsync();
        using var browser = _coach.NewVisitor();

        (await browser.Http.PostAsync(link, new FormUrlEncodedContent([]), Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await browser.Http.GetAsync(link, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Expired_tampered_and_guessed_links_and_codes_of_another_purpose_open_nothing()
    {
        var link = await LinkAsync();
        using var browser = _coach.NewVisitor();
        (await browser.Http.GetAsync(link.Replace("?", "x?", StringComparison.Ordinal), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Http.GetAsync("/sign-in/guess?to=/team", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await _coach.ChangeAsync(db => db.OneTimeCodes.ExecuteUpdateAsync(set => set.SetProperty(code => code.Purpose, CodePurpose.Link), Cancel));
        (await browser.Http.GetAsync(link, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var another = await LinkAsync();
        var form = await FormAsync(browser, another);
        _coach.Clock.Advance(TimeSpan.FromMinutes(15));
        (await browser.Http.PostAsync(another, form, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await _coach.Services.GetRequiredService<CleanUp>().RunAsync(Cancel);
        (await _coach.ReadAsync(db => db.OneTimeCodes.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_leads_nowhere_but_to_the_coachs_own_pages_and_lasts_eight_hours()
    {
        var link = (await LinkAsync()).Replace("to=/team", "to=//elsewhere.example", StringComparison.Ordinal);
        using var browser = _coach.NewVisitor();
        using var opened = await browser.Http.PostAsync(link, await FormAsync(browser, link), Cancel);
        opened.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/team");

        _coach.Clock.Advance(TimeSpan.FromHours(8.1));
        (await TeamAsync(browser)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_taken_from_the_admins_sees_the_team_page_no_more_though_the_cookie_lasts()
    {
        var link = await LinkAsync();
        using var browser = _coach.NewVisitor();
        using var opened = await browser.Http.PostAsync(link, await FormAsync(browser, link), Cancel);
        (await TeamAsync(browser)).StatusCode.ShouldBe(HttpStatusCode.OK);

        _coach.Settings["Admins"] = "U1";
        await using var again = await _coach.StartAgainAsync();
        browser.MoveTo(again.Address);
        (await TeamAsync(browser)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Http.GetAsync("/review", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        _coach.Settings["Admins"] = "web";
        await using var back = await again.StartAgainAsync();
        browser.MoveTo(back.Address);
        (await TeamAsync(browser)).StatusCode.ShouldBe(HttpStatusCode.OK, "the cookie is good still");
    }

    [Fact]
    public async Task A_cookie_that_only_says_admin_is_nobodys()
    {
        using var old = new SignedIn(_coach, SignedIn.CookieOf(_coach, new(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString("N")), new("admin", "True")));

        (await old.GetAsync("/team")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await old.GetAsync("/review")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_host_name_gets_nothing()
    {
        var link = await LinkAsync();
        using var browser = _coach.NewVisitor();
        var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Host = "elsewhere.example" } };

        (await browser.Http.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_public_address_answers_and_its_cookie_is_for_https_alone()
    {
        _coach.Settings["PublicUrl"] = "https://coach.example";
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        await learner.AskAsync("team");
        var link = Href().Match(learner.LastHtml).Groups[1].Value;
        link.ShouldStartWith("https://coach.example/sign-in/");
        using var browser = _coach.NewVisitor();
        var path = new Uri(link).PathAndQuery;
        browser.Http.DefaultRequestHeaders.Host = "coach.example";
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        var form = await FormAsync(browser, path);

        using var opened = await browser.Http.PostAsync(path, form, Cancel);

        browser.Cookies.ShouldNotContain("coach-team=", customMessage: "this test speaks http");
        (await browser.Http.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the chat stays at home");
    }

    [Fact]
    public async Task Who_does_not_look_after_the_coach_is_told_what_they_can_do()
    {
        _coach.Settings["Admins"] = "U1";
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();

        (await learner.AskAsync("team")).ShouldStartWith("The team page is for those who look after the coach;");

        (await _coach.ReadAsync(db => db.OneTimeCodes.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task Learners_choose_what_others_see()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        await learner.AskAsync("2");
        (await learner.AskAsync("share on")).ShouldStartWith("Under which name?");
        (await learner.AskAsync("leaderboard on " + new string('a', 41))).ShouldStartWith("A name has 1 to 40 characters");
        (await learner.AskAsync("leaderboard on A\nb")).ShouldStartWith("A name has 1 to 40 characters");
        (await learner.AskAsync("leaderboard on <b>Ada</b>")).ShouldStartWith("You are on the leaderboard as “<b>Ada</b>”.");
        (await learner.AskAsync("leaderboard")).ShouldStartWith("Leaderboard Days practised in the last 30, of those who want to be seen <b>Ada</b> 1 day");
        (await learner.AskAsync("share on")).ShouldStartWith("The team page now shows your days of practice, longest streak and retention as “<b>Ada</b>”");
        (await learner.AskAsync("leaderboard off")).ShouldStartWith("You are not on the leaderboard any more.");
        (await learner.AskAsync("leaderboard")).ShouldStartWith("Nobody is on the leaderboard yet.");
        (await learner.AskAsync("share off")).ShouldStartWith("The team page no longer shows your own figures.");
    }

    private async Task<string> LinkAsync()
    {
        using var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        (await learner.AskAsync("team")).ShouldStartWith("Here is the team page.");
        var link = Href().Match(learner.LastHtml).Groups[1].Value;
        return new Uri(link).PathAndQuery;
    }

    private static async Task<FormUrlEncodedContent> FormAsync(WebVisitor browser, string link)
    {
        var page = await browser.Http.GetStringAsync(link, Cancel);
        var input = Hidden().Match(page);
        return new FormUrlEncodedContent([KeyValuePair.Create(input.Groups[1].Value, input.Groups[2].Value)]);
    }

    private static Task<HttpResponseMessage> TeamAsync(WebVisitor browser) => browser.Http.GetAsync("/team", Cancel);

    [GeneratedRegex("<a href=\"([^\"]+)\"")]
    private static partial Regex Href();

    [GeneratedRegex("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
