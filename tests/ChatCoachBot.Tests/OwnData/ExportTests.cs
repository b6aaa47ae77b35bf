using System.Net;
using System.Text;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.OwnData;

/// <summary>“export”: a link to the learner's own data, and what is in the files.</summary>
public sealed class ExportTests
{
    private const string Awkward = "=HYPERLINK(\"http://x\";\"é, ü\")\n\tIt \"returns\" to the previous version,\nand <b>so on</b> 🙂";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.PostgreSql)]
    public async Task The_files_hold_all_of_a_learner_and_nothing_of_another(Store store)
    {
        await using var coach = NewCoach(store);
        using var ada = await PractisedAsync(coach, Awkward);
        using var bob = await PractisedAsync(coach, "A secret of Bob’s.");
        await AddToAdaAsync(coach);

        var files = await OwnFiles.AskForAsync(ada);
        var json = await files.JsonAsync();

        json.GetProperty("format").GetInt32().ShouldBe(1);
        json.GetProperty("exportedAt").GetDateTimeOffset().ShouldBe(coach.Clock.GetUtcNow());
        var learner = json.GetProperty("learner");
        learner.GetProperty("path").GetString().ShouldBe("release-engineer");
        learner.GetProperty("name").GetString().ShouldBe("Ädä\t\nÑ \"x\"");
        learner.GetProperty("streak").GetProperty("days").GetInt32().ShouldBe(1);
        learner.GetProperty("streak").GetProperty("freezes").GetInt32().ShouldBe(1);
        json.GetProperty("platforms")[0].GetProperty("platform").GetString().ShouldBe("web");
        var schedule = json.GetProperty("conversations")[0].GetProperty("schedule");
        schedule.GetProperty("time").GetString().ShouldBe("09:00:00");
        schedule.GetProperty("days").EnumerateArray().Select(day => day.GetString()).ShouldBe(["monday", "tuesday", "wednesday", "thursday", "friday"]);
        var round = json.GetProperty("channelAnswers").EnumerateArray().ShouldHaveSingleItem();
        (round.GetProperty("passed").GetBoolean(), round.GetProperty("pointsMet")[0].GetString()).ShouldBe((true, "previous-version"));
        round.GetProperty("exercise").GetString().ShouldStartWith("release-engineer/");
        json.GetProperty("cards").GetArrayLength().ShouldBe(await coach.ReadAsync(db => db.Cards.CountAsync(card => db.Learners.Any(known => known.Id == card.LearnerId && known.Name != null), Cancel)));
        json.GetProperty("cards").EnumerateArray().Single(card => card.GetProperty("exercise").GetString() == "release-engineer/explain-rollback")
            .GetProperty("memory").GetProperty("phase").GetString().ShouldBe("learning");
        var attempts = json.GetProperty("attempts").EnumerateArray().ToList();
        attempts.Count.ShouldBe(2);
        attempts[0].GetProperty("verdict").GetString().ShouldBe("pass");
        attempts[0].GetProperty("rating").GetString().ShouldBe("good");
        attempts[1].GetProperty("answer").GetString().ShouldBe(Awkward);
        attempts[1].GetProperty("title").GetString().ShouldStartWith("Tell the support team what a rollback does.");
        attempts[1].GetProperty("pointsMet")[0].GetString().ShouldBe("previous-version");
        attempts[1].GetProperty("dispute").GetProperty("state").GetString().ShouldBe("rejected");
        attempts[1].GetProperty("dispute").GetProperty("word").GetString().ShouldBe("@SUM(1)");

        var rows = await files.CsvAsync();
        rows.Count.ShouldBe(2);
        rows[1]["Answer"].ShouldBe("'" + Awkward);
        rows[1]["Reviewer’s word"].ShouldBe("'@SUM(1)");
        (rows[1]["Disputed"], rows[1]["Exercise"], rows[1]["Date"], rows[1]["Time (UTC)"]).ShouldBe(("rejected", "release-engineer/explain-rollback", "2026-11-23", "2026-11-23 08:45:00"));
        (rows[0]["Answer"], rows[0]["Score"], rows[0]["Verdict"], rows[0]["Rating"]).ShouldBe(("2", "1", "pass", "good"));
        foreach (var file in new[] { "coach.json", "answers.csv", "glossary.txt" })
        {
            Encoding.UTF8.GetString(await files.BytesAsync(file)).ShouldNotContain("Bob");
        }
    }

    [Fact]
    public async Task Who_has_not_answered_yet_gets_whole_files_too()
    {
        await using var coach = NewCoach();
        using var learner = coach.NewVisitor();
        await learner.OpenPageAsync();
        await learner.GreetAsync();
        await learner.ReplyAsync();
        await learner.ReplyAsync();

        var files = await OwnFiles.AskForAsync(learner, "My data!");

        var json = await files.JsonAsync();
        json.GetProperty("attempts").GetArrayLength().ShouldBe(0);
        json.GetProperty("cards").GetArrayLength().ShouldBe(0);
        json.GetProperty("learner").TryGetProperty("path", out _).ShouldBeFalse();
        (await files.CsvAsync()).ShouldBeEmpty();
        Encoding.UTF8.GetString(await files.BytesAsync("glossary.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line[0] == '#');
    }

    [Fact]
    public async Task The_page_says_what_each_file_is_and_works_for_an_hour_as_often_as_wanted()
    {
        await using var coach = NewCoach();
        using var learner = await PractisedAsync(coach, "It returns to the previous version.");
        var files = await OwnFiles.AskForAsync(learner, "export my data");

        for (var i = 0; i < 2; i++)
        {
            using var page = await files.GetAsync();
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            ShouldBePrivate(page);
            var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));
            html.ShouldContain("It works until 09:45 on 23 November 2026 (UTC).");
            html.ShouldContain("Whoever has the address of this page can read your data");
            foreach (var (file, mediaType) in new[] { ("coach.json", "application/json"), ("answers.csv", "text/csv"), ("glossary.txt", "text/plain") })
            {
                html.ShouldContain($"href=\"{files.Link}/{file}\"");
                using var download = await files.GetAsync(file);
                download.StatusCode.ShouldBe(HttpStatusCode.OK);
                ShouldBePrivate(download);
                download.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
                download.Content.Headers.ContentDisposition!.ToString().ShouldBe($"attachment; filename={file}");
            }
        }

        coach.Clock.Advance(TimeSpan.FromMinutes(59));
        (await files.JsonAsync()).GetProperty("attempts").GetArrayLength().ShouldBe(2);
        coach.Clock.Advance(TimeSpan.FromMinutes(1));
        await ShouldBeGoneAsync(files);
    }

    [Fact]
    public async Task Guessed_changed_and_forged_links_and_codes_of_another_purpose_open_nothing()
    {
        await using var coach = NewCoach();
        using var learner = await PractisedAsync(coach, "It returns to the previous version.");
        var files = await OwnFiles.AskForAsync(learner);
        await ShouldBeGoneAsync(new OwnFiles(learner.Http, "/my-data/guess"));
        await ShouldBeGoneAsync(new OwnFiles(learner.Http, files.Link + "x"));
        await ShouldBeGoneAsync(new OwnFiles(learner.Http, files.Link.ToUpperInvariant().Replace("/MY-DATA/", "/my-data/", StringComparison.Ordinal)));
        (await learner.Http.GetAsync(files.Link.Replace("/my-data/", "/sign-in/", StringComparison.Ordinal), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await learner.Http.GetAsync($"{files.Link}/other.txt", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await coach.ReadAsync(db => db.OneTimeCodes.AnyAsync(code => files.Link.Contains(code.Hash), Cancel))).ShouldBeFalse("only the hash is stored");

        await coach.ChangeAsync(db => db.OneTimeCodes.ExecuteUpdateAsync(set => set.SetProperty(code => code.Purpose, CodePurpose.SignIn), Cancel));
        await ShouldBeGoneAsync(files);
    }

    [Fact]
    public async Task Each_link_opens_the_data_of_whoever_asked_for_it_at_its_own_address_alone()
    {
        await using var coach = NewCoach();
        using var ada = await PractisedAsync(coach, "Ada’s answer, in words of her own.");
        using var bob = await PractisedAsync(coach, "Bob’s answer, in words of his own.");
        var (adas, bobs) = (await OwnFiles.AskForAsync(ada), await OwnFiles.AskForAsync(bob));

        // The link counts, not the browser.
        using var stranger = coach.NewVisitor();
        (await new OwnFiles(stranger.Http, adas.Link).CsvAsync()).Select(row => row["Answer"]).ShouldBe(["2", "Ada’s answer, in words of her own."]);
        (await new OwnFiles(ada.Http, bobs.Link).CsvAsync()).Select(row => row["Answer"]).ShouldBe(["2", "Bob’s answer, in words of his own."]);
        foreach (var file in new[] { "", "/coach.json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, adas.Link + file) { Headers = { Host = "elsewhere.example" } };
            (await stranger.Http.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task The_public_address_goes_before_this_machines_and_answers_behind_a_proxy()
    {
        await using var coach = NewCoach();
        coach.Settings["PublicUrl"] = "https://coach.example";
        using var learner = await PractisedAsync(coach, "It returns to the previous version.");
        var files = await OwnFiles.AskForAsync(learner);
        learner.LastHtml.ShouldContain("https://coach.example/my-data/");
        using var browser = coach.NewVisitor();
        browser.Http.DefaultRequestHeaders.Host = "coach.example";
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");

        (await new OwnFiles(browser.Http, files.Link).CsvAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_one_learner_in_two_places_gets_both_and_who_was_forgotten_nothing()
    {
        await using var coach = NewCoach();
        using var here = await PractisedAsync(coach, "An answer given here.");
        using var there = await PractisedAsync(coach, "An answer given there.");
        await there.AskAsync($"link {await here.AskForCodeAsync()}");
        (await there.PressAsync("Yes, both are me")).ShouldStartWith("Done: here and in");

        var files = await OwnFiles.AskForAsync(there);
        var json = await files.JsonAsync();
        json.GetProperty("platforms").GetArrayLength().ShouldBe(2);
        json.GetProperty("conversations").EnumerateArray().Count(place => place.GetProperty("promptsHere").GetBoolean()).ShouldBe(1);
        (await files.CsvAsync()).Select(row => row["Answer"]).ShouldBe(["2", "An answer given here.", "2", "An answer given there."], ignoreOrder: true);

        await there.AskAsync("forget me");
        (await there.PressAsync("Yes, erase everything")).ShouldStartWith("All that was kept of you is erased.");
        await ShouldBeGoneAsync(files);
    }

    [Fact]
    public async Task Who_opens_one_link_without_end_is_held_up_and_nobody_else_at_the_same_address()
    {
        await using var coach = NewCoach();
        coach.Settings["Web:SignInsPerMinute"] = "3";
        using var learner = await PractisedAsync(coach, "It returns to the previous version.");
        for (var i = 0; i < 20; i++)
        {
            (await learner.Http.GetAsync($"/my-data/guess{i}/coach.json", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var files = await OwnFiles.AskForAsync(learner);
        for (var i = 0; i < 3; i++)
        {
            using var answer = await files.GetAsync("coach.json");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var refused = await files.GetAsync("answers.csv");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var another = await (await OwnFiles.AskForAsync(learner)).GetAsync("answers.csv");
        another.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whether_a_file_is_there_is_answered_without_the_file()
    {
        await using var coach = NewCoach();
        using var learner = await PractisedAsync(coach, "It returns to the previous version.");
        var files = await OwnFiles.AskForAsync(learner);
        foreach (var file in new[] { "", "/coach.json", "/answers.csv", "/glossary.txt" })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Head, files.Link + file);
            using var answer = await learner.Http.SendAsync(asked, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            ShouldBePrivate(answer);
            (await answer.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        }

        using var wrong = new HttpRequestMessage(HttpMethod.Head, "/my-data/guess/coach.json");
        (await learner.Http.SendAsync(wrong, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sentence_that_begins_with_the_word_is_an_answer()
    {
        await using var coach = NewCoach();
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await learner.ReachAsync(SmallContent.Explain);

        (await learner.AskAsync("Export the logs first, then it returns to the previous version.")).ShouldNotStartWith("Here is what I know");
    }

    private static CoachApplication NewCoach(Store store = Store.Sqlite) => new() { Store = store, ContentFolder = Repository.SmallContentFolder };

    /// <summary>A learner with two answers, the second of which is disputed.</summary>
    private static async Task<WebVisitor> PractisedAsync(CoachApplication coach, string answer)
    {
        var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await learner.AskAsync("2");
        await learner.AskAsync("next");
        await learner.ReachAsync(SmallContent.Explain);
        await learner.AskAsync(answer);
        await learner.AskAsync("I was right");
        return learner;
    }

    /// <summary>What others would bring about: a name from before names were checked, a ruling, an answer in a channel.</summary>
    private static Task AddToAdaAsync(CoachApplication coach) => coach.ChangeAsync(async db =>
    {
        var attempt = await db.Attempts.SingleAsync(attempt => attempt.Answer == Awkward, Cancel);
        var learner = await db.Learners.SingleAsync(learner => learner.Id == attempt.LearnerId, Cancel);
        learner.Name = "Ädä\t\nÑ \"x\"";
        (await db.Disputes.SingleAsync(dispute => dispute.AttemptId == attempt.Id, Cancel)).Decide(DisputeState.Rejected, "@SUM(1)", coach.Clock.GetUtcNow());
        var round = new ChannelRound { Id = Guid.NewGuid(), ConversationId = attempt.ConversationId!.Value, ExerciseVersion = attempt.ExerciseVersion, OpenedAt = attempt.At, ClosesAt = attempt.At };
        db.Rounds.Add(round);
        db.RoundAnswers.Add(new ChannelAnswer { RoundId = round.Id, LearnerId = learner.Id, Passed = true, PointsMet = ["previous-version"] });
    });

    private static async Task ShouldBeGoneAsync(OwnFiles files)
    {
        foreach (var file in new[] { "", "coach.json", "answers.csv", "glossary.txt" })
        {
            using var response = await files.GetAsync(file);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            WebVisitor.TextOf(await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("This link is not one of mine, or has expired. Ask me for a new one: say “export”.");
        }
    }

    private static void ShouldBePrivate(HttpResponseMessage response)
    {
        response.Headers.CacheControl!.ToString().ShouldBe("no-store");
        response.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }
}
