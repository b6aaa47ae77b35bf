using System.Net;
using System.Text.RegularExpressions;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Web;

/// <summary>The paths and the glossary to read in.</summary>
public sealed partial class LibraryPagesTests(SmallCoach coach)
{
    private const string Path = "/paths/release-engineer";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_path_shows_all_there_is_to_it()
    {
        using var visitor = coach.NewVisitor();

        var page = WebVisitor.TextOf(await visitor.Http.GetStringAsync(Path, Cancel));

        foreach (var words in (string[])
        [
            "Release Engineer B2 · 7 exercises · 4 terms You learn to announce a release, and to take it back.",
            "Topics Releases Saying what ships and when. (4 exercises) Rollbacks Saying what is taken back, and why. (3 exercises)",
            "Know these first rollback The return to the version before. “The rollback took four minutes.”",
            "Recommended scenarios A release that went wrong Scenario · for: customers Start",
            "Vocabulary Open a term to see its card.", "Taking back rollback noun · /ˈrəʊlbæk/ The return to the version before. Example “The rollback took four minutes.”",
            "Recommended reading Continuous Delivery , Jez Humble and David Farley", "Your next role could be Support Engineer",
        ])
        {
            page.ShouldContain(words);
        }
    }

    [Fact]
    public async Task A_scenario_is_started_from_there_also_by_who_was_never_here()
    {
        using var visitor = coach.NewVisitor();

        var response = await StartAsync(visitor, await visitor.Http.GetStringAsync(Path, Cancel));

        response.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
        await visitor.OpenPageAsync();
        var scenario = (await visitor.HistoryAsync()).Count > 1 ? (await visitor.HistoryAsync())[^1] : await visitor.ReplyAsync();
        scenario.ShouldStartWith("A scenario Scenario · Releases · for: customers The release of this morning made the checkout slow.");
        (await visitor.AskAsync("The checkout is slow. We roll back to the previous version now.")).ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task A_double_click_starts_it_once()
    {
        using var learner = await coach.NewLearnerAsync();
        var page = await learner.Http.GetStringAsync(Path, Cancel);

        await StartAsync(learner, page);
        await learner.ReplyAsync();
        await StartAsync(learner, page);

        (await learner.AskAsync("paths")).ShouldStartWith("You are on");
        (await learner.HistoryAsync()).Count(message => message.StartsWith("A scenario", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_no_page_made_starts_nothing()
    {
        using var learner = await coach.NewLearnerAsync();
        var page = await learner.Http.GetStringAsync(Path, Cancel);

        (await StartAsync(learner, page, token: "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await StartAsync(learner, page, exercise: "release-engineer/no-such-thing")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StartAsync(learner, page, exercise: "")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StartAsync(learner, page, id: "1")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await learner.Http.PostAsync("/chat/scenarios", new StringContent("{}"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await learner.AskAsync("2")).ShouldStartWith("Passed 100%", customMessage: "the exercise before is still open");
    }

    [Fact]
    public async Task The_glossary_is_searched_in_names_synonyms_abbreviations_and_definitions()
    {
        using var visitor = coach.NewVisitor();

        (await SearchAsync(visitor, "CNRY")).ShouldContain("1 term, 0 used well (✓) Release Engineer canary release");
        (await SearchAsync(visitor, "toggle feature")).ShouldContain("1 term, 0 used well (✓) Release Engineer feature flag");
        (await SearchAsync(visitor, "version")).ShouldContain("2 terms, 0 used well (✓) Release Engineer rollback");
        (await SearchAsync(visitor, "<script>alert(1)</script>")).ShouldContain("Nothing in the glossary is about “<script>alert(1)</script>”.");
        (await visitor.Http.GetStringAsync("/glossary?q=%3Cscript%3E", Cancel)).ShouldNotContain("<script>");
        (await SearchAsync(visitor, new string('x', 5_000))).ShouldContain("Nothing in the glossary is about “xxx");
        (await SearchAsync(visitor, "")).ShouldContain("5 terms, 0 used well (✓) Release Engineer: Shipping canary release");
    }

    [Fact]
    public async Task What_the_learner_knows_is_marked()
    {
        using var learner = await coach.NewLearnerAtAsync(SmallContent.RollbackTerm);
        (await learner.AskAsync("Our last rollback took ten minutes, because the old build was gone.")).ShouldStartWith("Passed");

        (await SearchAsync(learner, "rollback")).ShouldContain("1 used well (✓) Release Engineer ✓ rollback");
        WebVisitor.TextOf(await learner.Http.GetStringAsync(Path, Cancel)).ShouldContain("Taking back ✓ rollback noun");
        (await learner.AskAsync("glossary")).ShouldStartWith("Glossary 4 terms, 1 used well (✓).");
        (await learner.AskAsync("glossary taking back")).ShouldBe("Taking back ✓ rollback hotfix");
    }

    [Fact]
    public async Task All_paths_are_listed_with_ones_own_marked_and_an_unknown_one_is_not_found()
    {
        using var learner = await coach.NewLearnerAsync();

        var page = WebVisitor.TextOf(await learner.Http.GetStringAsync("/paths", Cancel));

        page.ShouldContain("Release Engineer B2 · 7 exercises · 4 terms · your path You learn to announce a release, and to take it back. Support Engineer B1 · 1 exercise · 1 term You learn to answer a ticket.");
        (await learner.Http.GetAsync("/paths/astronaut", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/paths")]
    [InlineData(Path)]
    [InlineData("/glossary")]
    public async Task From_elsewhere_they_are_closed(string page)
    {
        using var visitor = coach.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { Host = "coach.example" } };

        (await visitor.Http.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> SearchAsync(WebVisitor visitor, string words) =>
        WebVisitor.TextOf(await visitor.Http.GetStringAsync($"/glossary?q={Uri.EscapeDataString(words)}", Cancel));

    /// <summary>Sends the page's first form, with some of its fields changed.</summary>
    private static Task<HttpResponseMessage> StartAsync(WebVisitor visitor, string page, string? id = null, string? exercise = null, string? token = null)
    {
        var fields = Field().Matches(page).Take(3).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        fields["id"] = id ?? fields["id"];
        fields["exercise"] = exercise ?? fields["exercise"];
        fields["__RequestVerificationToken"] = token ?? fields["__RequestVerificationToken"];
        return visitor.Http.PostAsync("/chat/scenarios", new FormUrlEncodedContent(fields), Cancel);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Field();
}
