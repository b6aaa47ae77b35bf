using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Retention;
using ChatCoachBot.Storage;
using ChatCoachBot.Tests.Driving;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>Who asks to be forgotten is, down to the rows.</summary>
public abstract partial class ForgetTests : IAsyncDisposable
{
    private readonly CoachApplication _coach;

    private ForgetTests(Store store) => _coach = new CoachApplication { Store = store, ContentFolder = Repository.SmallContentFolder, Settings = { ["Admins"] = "web" } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _coach.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_erased_before_the_learner_has_said_it_twice()
    {
        using var learner = await BusyAsync("Ada");

        (await learner.AskAsync("forget me")).ShouldStartWith("This erases all that I keep about you: your answers, progress, settings and messages. It cannot be undone");

        learner.Buttons.ShouldBe(["Yes, erase everything"]);
        (await _coach.ReadAsync(db => db.Attempts.AnyAsync(Cancel))).ShouldBeTrue();
        (await learner.AskAsync("Forget me not")).ShouldNotStartWith("All that was kept");
        (await _coach.ReadAsync(db => db.Attempts.AnyAsync(Cancel))).ShouldBeTrue();
    }

    [Fact]
    public async Task No_row_of_any_table_is_left_but_those_of_others_are()
    {
        using var other = await BusyAsync("Grace");
        var before = await RowsAsync();
        using var learner = await BusyAsync("Ada");
        (await RowsAsync()).Where(table => table.Value > before[table.Key]).Select(table => table.Key).ShouldBe(OfALearner, ignoreOrder: true);

        var userId = await _coach.ReadAsync(db => db.Identities.Join(db.Learners.Where(known => known.Name == "Ada"), identity => identity.LearnerId, known => known.Id, (identity, _) => identity.UserId).SingleAsync(Cancel));
        await ForgetAsync(learner);
        await CleanUpAsync();

        var after = await RowsAsync();
        // The event stays, so that a repeat of it makes no new learner; nobody is named in it.
        after["Inbox"].ShouldBe(before["Inbox"] + 1);
        after.Where(table => table.Key != "Inbox").ShouldBe(before.Where(table => table.Key != "Inbox"));
        (await _coach.ReadAsync(db => db.Inbox.SingleAsync(message => message.Text == "" && message.Sender == "" && message.Address == "" && message.Origin == null, Cancel))).EventId.ShouldNotContain(userId);
        learner.LastReply.ShouldEndWith("just say hello.", customMessage: "the page keeps nothing of its own");
        (await learner.HistoryAsync()).ShouldBeEmpty();
        (await other.AskAsync("progress")).ShouldContain("1 day");
    }

    [Fact]
    public async Task Every_table_is_either_forgotten_or_holds_nothing_of_a_learner()
    {
        await using var db = await _coach.Services.GetRequiredService<IDbContextFactory<CoachDb>>().CreateDbContextAsync(Cancel);
        string[] nobodys =
        [
            "Paths", "Exercises", "Criteria", "KeyPhrases", "Options", "Imports", "Pauses", "Rounds", "DataProtectionKeys",
            "SlackInstallations", "SlackInstallStates",
        ];

        db.Model.GetEntityTypes().Select(type => type.GetTableName()).ShouldBe([.. OfALearner, .. nobodys, "TeamsReferences"], ignoreOrder: true, customMessage: "a table that is new here is to be forgotten too, or named above");
    }

    [Fact]
    public async Task Linked_places_are_forgotten_together()
    {
        using var here = await BusyAsync("Ada");
        using var there = await BusyAsync("Grace");
        var code = await here.AskForCodeAsync();
        await there.AskAsync($"link {code}");
        await there.PressAsync("Yes, both are me");
        await here.ReplyAsync();

        (await here.AskAsync("forget me")).ShouldContain("here and in your other web chat");
        await ForgetAsync(here);
        await CleanUpAsync();
        await CleanUpAsync();

        (await _coach.ReadAsync(db => db.Identities.CountAsync(Cancel))).ShouldBe(0);
        (await _coach.ReadAsync(db => db.Learners.CountAsync(Cancel))).ShouldBe(1, "the channel’s own");
        (await _coach.ReadAsync(db => db.Conversations.Select(conversation => conversation.IsChannel).SingleAsync(Cancel))).ShouldBeTrue();
        (await _coach.ReadAsync(db => db.Schedules.CountAsync(Cancel))).ShouldBe(1);
        (await there.ReplyAsync()).ShouldStartWith("You asked me in your other web chat to forget you");
        (await there.AskAsync("hello")).ShouldStartWith("Hello, I’m ChatCoach", customMessage: "whoever comes back begins anew");
    }

    [Fact]
    public async Task Whoever_comes_back_at_once_begins_anew_and_stays()
    {
        using var learner = await BusyAsync("Ada");
        await ForgetAsync(learner);

        (await learner.AskAsync("hello")).ShouldStartWith("Hello, I’m ChatCoach");
        await learner.ReplyAsync();
        await CleanUpAsync();

        (await learner.AskAsync("1")).ShouldNotStartWith("Hello, I’m ChatCoach");
        (await _coach.ReadAsync(db => db.Identities.CountAsync(Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task Links_of_one_who_is_forgotten_open_nothing()
    {
        using var learner = await BusyAsync("Ada");
        var link = SignInLink().Match((await AskForTeamAsync(learner)).Replace("&amp;", "&", StringComparison.Ordinal)).Value;
        await ForgetAsync(learner);

        (await learner.Http.GetAsync(link, Cancel)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>The tables that hold something of a learner.</summary>
    private static string[] OfALearner =>
        ["Learners", "Identities", "Conversations", "Schedules", "Deliveries", "Attempts", "Cards", "Disputes", "OneTimeCodes", "RoundAnswers", "Inbox", "Outbox"];

    /// <summary>A learner who has left a row in every table that may hold one.</summary>
    private async Task<WebVisitor> BusyAsync(string name)
    {
        var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        await learner.AskAsync("1");
        await learner.AskAsync("I was right");
        await learner.AskAsync($"share on {name}");
        await learner.AskAsync("link");
        await _coach.ChangeAsync(async db =>
        {
            var conversation = await db.Conversations.Include(known => known.Learner).SingleAsync(known => known.Learner.Name == name, Cancel);
            db.Deliveries.Add(new Delivery { ConversationId = conversation.Id, LocalDate = new DateOnly(2026, 11, 20), ExerciseKey = "release-engineer/choice-status-note", At = _coach.Clock.GetUtcNow() });
            var round = await db.Rounds.FirstOrDefaultAsync(Cancel);
            if (round is null)
            {
                round = new ChannelRound { Id = Guid.CreateVersion7(), ConversationId = await ChannelAsync(db), ExerciseVersion = 1 };
                db.Rounds.Add(round);
            }

            db.RoundAnswers.Add(new ChannelAnswer { RoundId = round.Id, LearnerId = conversation.Learner.Id, PointsMet = [] });
        });
        return learner;
    }

    private async Task<Guid> ChannelAsync(CoachDb db)
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        db.Conversations.Add(new Conversation
        {
            Id = id,
            Platform = "web",
            Address = "a channel",
            IsChannel = true,
            Learner = new Learner { Id = Guid.CreateVersion7(), JoinedAt = _coach.Clock.GetUtcNow() },
            Schedule = new Schedule { ConversationId = id },
        });
        await db.SaveChangesAsync(Cancel);
        return id;
    }

    private static async Task ForgetAsync(WebVisitor learner) => (await learner.AskAsync("forget me for good")).ShouldStartWith("All that was kept of you is erased.");

    private static async Task<string> AskForTeamAsync(WebVisitor learner)
    {
        await learner.AskAsync("team");
        return learner.LastHtml;
    }

    private async Task CleanUpAsync()
    {
        await _coach.UntilAsync(async db => !await db.Outbox.AnyAsync(message => message.SentAt == null, Cancel));
        await _coach.Services.GetRequiredService<CleanUp>().RunAsync(Cancel);
    }

    /// <summary>How many rows each table has.</summary>
    private async Task<SortedDictionary<string, int>> RowsAsync()
    {
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await using var db = await _coach.Services.GetRequiredService<IDbContextFactory<CoachDb>>().CreateDbContextAsync(Cancel);
        await db.Database.OpenConnectionAsync(Cancel);
        foreach (var table in db.Model.GetEntityTypes().Select(static type => type.GetTableName()!).Distinct())
        {
            await using var count = db.Database.GetDbConnection().CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            rows[table] = Convert.ToInt32(await count.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture);
        }

        return rows;
    }

    [GeneratedRegex("/sign-in/[^\"]+")]
    private static partial Regex SignInLink();

    public sealed class OnSqlite() : ForgetTests(Store.Sqlite)
    {
        [Fact]
        public async Task No_byte_of_an_answer_is_left_in_the_file()
        {
            using var learner = await BusyAsync("Ada");
            await learner.ReachAsync("Tell the support team");
            await learner.AskAsync("Penguins put it back to the previous version.");
            (await BytesAsync()).ShouldContain("Penguins");

            await ForgetAsync(learner);
            await CleanUpAsync();

            (await BytesAsync()).ShouldNotContain("Penguins");
        }

        /// <summary>The database's file and its log, as they are read by whoever has them. Another program reads them: closing a file here would end SQLite's locks on it.</summary>
        private async Task<string> BytesAsync()
        {
            var file = Path.GetFullPath(new SqliteConnectionStringBuilder(_coach.Database.Settings["ConnectionStrings:Coach"]).DataSource);
            using var cat = Process.Start(new ProcessStartInfo("cat", [file, file + "-wal"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.Latin1 })!;
            return await cat.StandardOutput.ReadToEndAsync(Cancel);
        }
    }

    public sealed class OnPostgreSql() : ForgetTests(Store.PostgreSql);
}
