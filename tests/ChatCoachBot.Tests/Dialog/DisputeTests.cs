using System.Net;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>“I was right”: a person looks at the grade, and what follows is put right.</summary>
public sealed class DisputeTests
{
    private const string Path = "release-engineer";
    private const string Key = "release-engineer/explain-rollback";
    private const string Wrong = "It puts <b>everything</b> back to how it was.";

    [Fact]
    public async Task A_disputed_grade_waits_for_a_reviewer_and_is_disputed_once()
    {
        await using var coach = NewCoach();
        using var learner = await DisputedAsync(coach);

        learner.LastReply.ShouldStartWith("Thank you for saying so. A person will read your answer to “");
        (await learner.AskAsync("I was right!")).ShouldStartWith("I have passed that one on already.");
        var dispute = await OneAsync(coach);
        (dispute.State, dispute.ExerciseKey).ShouldBe((DisputeState.Open, Key));
        (await AttemptAsync(coach, dispute)).Answer.ShouldBe(Wrong);
    }

    [Fact]
    public async Task Without_a_grade_or_with_a_pass_there_is_nothing_to_dispute()
    {
        await using var coach = NewCoach();
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();

        (await learner.AskAsync("I was right")).ShouldStartWith("There is no grade of yours to look at yet.");
        await learner.AskAsync("2");
        (await learner.AskAsync("i was right")).ShouldStartWith("You passed already");
        (await coach.ReadAsync(db => db.Disputes.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_disputes_the_answer_of_somebody_else()
    {
        await using var coach = NewCoach();
        using var learner = await DisputedAsync(coach);
        using var other = coach.NewVisitor();
        await other.JoinAsync();

        (await other.AskAsync($"I was right about {Key}")).ShouldStartWith("There is no grade of yours to look at yet.");
        (await coach.ReadAsync(db => db.Disputes.CountAsync(Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task The_owner_of_the_path_is_told_in_chat_and_not_who_it_was()
    {
        await using var coach = NewCoach();
        using var owner = coach.NewVisitor();
        await owner.JoinAsync();
        var person = await coach.ReadAsync(db => db.Identities.Select(identity => identity.UserId).SingleAsync(Cancel));
        await using var again = await RestartAsync(coach, $"web:{person}");
        owner.MoveTo(again.Address);
        using var learner = await DisputedAsync(again);

        (await owner.ReplyAsync()).ShouldStartWith("A learner says: I was right");
        owner.LastReply.ShouldContain(Wrong);
        owner.LastReply.ShouldContain("Not yet 0%");
        owner.LastReply.ShouldContain("https://coach.example/review");
        (await owner.AskAsync("review page")).ShouldStartWith("This link opens the review page.");
        owner.LastHtml.ShouldContain("https://coach.example/sign-in/");
        (await learner.AskAsync("review page")).ShouldStartWith("The review page is for those who look after a path.");
    }

    [Fact]
    public async Task An_accepted_answer_is_passed_down_to_the_rows_and_the_learner_is_told()
    {
        await using var coach = NewCoach();
        using var learner = await DisputedAsync(coach);
        using var reviewer = Admin(coach);
        var dispute = await OneAsync(coach);

        (await reviewer.DecideAsync(dispute.Id, "accept", "Well put!", "previous-version", "how it was")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await learner.ReplyAsync()).ShouldStartWith("Somebody looked at your answer You were right: your answer to “");
        learner.LastReply.ShouldEndWith("The reviewer says Well put!");
        var attempt = await AttemptAsync(coach, dispute);
        (attempt.Score, attempt.Verdict).ShouldBe((1, Verdict.Pass));
        var card = await coach.ReadAsync(db => db.Cards.SingleAsync(card => card.LearnerId == dispute.LearnerId && card.ExerciseKey == Key, Cancel));
        (card.Passed, card.BestScore, card.Attempts, card.Reviews).ShouldBe((true, 1, 1, 1));
        (await OneAsync(coach)).Phrase.ShouldBe("how it was");
        (await learner.AskAsync("I was right")).ShouldStartWith("A reviewer looked at it and agreed with you");
    }

    [Theory]
    [InlineData("reject", DisputeState.Rejected, 0, "the grade stands this time")]
    [InlineData("unclear", DisputeState.Unclear, 1, "It will be written anew")]
    public async Task A_reviewer_may_reject_or_find_the_exercise_unclear(string decision, DisputeState state, double score, string said)
    {
        await using var coach = NewCoach();
        using var learner = await DisputedAsync(coach);
        using var reviewer = Admin(coach);
        var dispute = await OneAsync(coach);

        (await reviewer.DecideAsync(dispute.Id, decision)).Status.ShouldBe(HttpStatusCode.Redirect);

        (await learner.ReplyAsync()).ShouldContain(said);
        (await AttemptAsync(coach, dispute)).Score.ShouldBe(score);
        (await OneAsync(coach)).State.ShouldBe(state);
        var again = await reviewer.DecideAsync(dispute.Id, "accept");
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        Said(again).ShouldBe("This was decided already, so nothing was changed. Back to the review page");
        (await OneAsync(coach)).State.ShouldBe(state);
    }

    [Fact]
    public async Task What_is_wrong_with_a_decision_is_said_in_one_sentence_and_changes_nothing()
    {
        await using var coach = NewCoach();
        using var learner = await DisputedAsync(coach);
        using var reviewer = Admin(coach);
        using var stranger = new SignedIn(coach, Guid.NewGuid(), isAdmin: false);
        var id = (await OneAsync(coach)).Id;

        (await reviewer.DecideAsync(id, "perhaps")).Status.ShouldBe(HttpStatusCode.BadRequest);
        Said(await reviewer.DecideAsync(id, "accept", phrase: "how it was")).ShouldStartWith("Choose the point");
        Said(await reviewer.DecideAsync(id, "accept", point: "no-such", phrase: "how it was")).ShouldStartWith("The exercise has no such point.");
        (await reviewer.DecideAsync(id, "accept", point: "previous-version", phrase: "/(/")).Status.ShouldBe(HttpStatusCode.BadRequest);
        Said(await reviewer.DecideAsync(id, "accept", point: "previous-version", phrase: new string('x', 101))).ShouldStartWith("A phrase has at most 100 characters.");
        Said(await reviewer.DecideAsync(id, "reject", new string('x', 501))).ShouldStartWith("A word to the learner has at most 500 characters.");
        (await reviewer.DecideAsync(id, "reject", new string('x', 10_000))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await reviewer.DecideAsync(id, "accept", token: "forged")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await reviewer.DecideAsync(Guid.NewGuid(), "accept")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.DecideAsync(id, "accept", token: "forged")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var closed = await stranger.GetAsync("/review");
        closed.Status.ShouldBe(HttpStatusCode.Unauthorized);
        Said(closed).ShouldBe("Say “review page” to ChatCoach, and open the link it gives you.");
        closed.Text.ShouldNotContain("href=\"/review\"", customMessage: "it would lead round in a circle");
        (await reviewer.DecideAsync(id, "perhaps")).Text.ShouldContain("<a href=\"/review\">Back to the review page</a>");
        (await OneAsync(coach)).State.ShouldBe(DisputeState.Open);
    }

    [Fact]
    public async Task The_page_shows_the_answer_escaped_and_owners_see_only_their_paths()
    {
        await using var coach = NewCoach("web", path: "support-engineer");
        using var learner = await DisputedAsync(coach);
        using var admin = Admin(coach);
        var dispute = await OneAsync(coach);
        using var owner = new SignedIn(coach, dispute.LearnerId, isAdmin: false);

        var page = (await admin.GetAsync("/review")).Text;
        page.ShouldContain("It puts &lt;b&gt;everything&lt;/b&gt; back to how it was.");
        page.ShouldContain("previous-version");
        page.ShouldNotContain(dispute.LearnerId.ToString());
        (await owner.GetAsync("/review")).Text.ShouldContain("Nothing waits for you.");
        (await owner.DecideAsync(dispute.Id, "accept", token: "forged")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await owner.GetAsync($"/review/patch/{Key}.yaml")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await OneAsync(coach)).State.ShouldBe(DisputeState.Open);
    }

    [Fact]
    public async Task The_exercise_with_the_added_phrase_reads_like_any_other_and_passes_the_answer()
    {
        await using var coach = NewCoach();
        using var learner = await DisputedAsync(coach);
        using var reviewer = Admin(coach);
        (await reviewer.GetAsync($"/review/patch/{Key}.yaml")).Status.ShouldBe(HttpStatusCode.NotFound);
        await reviewer.DecideAsync((await OneAsync(coach)).Id, "accept", point: "previous-version", phrase: "how it was");

        (await reviewer.GetAsync("/review")).Text.ShouldContain($"/review/patch/{Key}.yaml");
        var (status, yaml) = await reviewer.GetAsync($"/review/patch/{Key}.yaml");
        status.ShouldBe(HttpStatusCode.OK);
        List<ContentFile> files = [];
        foreach (var file in Directory.EnumerateFiles(Repository.SmallContentFolder, "*.yaml", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetRelativePath(Repository.SmallContentFolder, file).Replace('\\', '/');
            files.Add(new ContentFile(name, name == $"paths/{Path}/exercises/explain-rollback.yaml" ? yaml : await File.ReadAllTextAsync(file, Cancel)));
        }

        ContentReader.Read(files).Faults.Where(fault => fault.Severity == Severity.Error).ShouldBeEmpty();
        var terms = files.Where(file => file.Name == $"paths/{Path}/terms.yaml").ToList();
        var reading = ExerciseReader.Read(new ContentFile("explain-rollback.yaml", yaml), terms);
        ExerciseGrader.Compile(reading.Exercise!, reading.Terms).Grade(Wrong).Points.Single(point => point.Id == "previous-version").Met.ShouldBeTrue();
        reading.Exercise!.Samples.ShouldNotBeEmpty();
    }

    /// <summary>What a page says on which something did not work, with its way back.</summary>
    private static string Said((HttpStatusCode Status, string Text) page) => WebVisitor.TextOf(page.Text).Split("ChatCoach That did not work ")[^1];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static CoachApplication NewCoach(string? owner = null, string path = Path)
    {
        var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder };
        coach.Settings["PublicUrl"] = "https://coach.example";
        if (owner is not null)
        {
            coach.Settings[$"Practice:Owners:{path}"] = owner;
        }

        return coach;
    }

    private static async Task<CoachApplication> RestartAsync(CoachApplication coach, string owner)
    {
        coach.Settings[$"Practice:Owners:{Path}"] = owner;
        return await coach.StartAgainAsync();
    }

    private static async Task<WebVisitor> DisputedAsync(CoachApplication coach)
    {
        var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await learner.ReachAsync(SmallContent.Explain);
        await learner.AskAsync(Wrong);
        await learner.PressAsync("I was right");
        return learner;
    }

    private static SignedIn Admin(CoachApplication coach) => new(coach, Guid.NewGuid(), isAdmin: true);

    private static Task<Dispute> OneAsync(CoachApplication coach) => coach.ReadAsync(db => db.Disputes.AsNoTracking().SingleAsync(Cancel));

    private static Task<Attempt> AttemptAsync(CoachApplication coach, Dispute dispute) =>
        coach.ReadAsync(db => db.Attempts.AsNoTracking().SingleAsync(attempt => attempt.Id == dispute.AttemptId, Cancel));
}
