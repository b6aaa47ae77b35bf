using System.Globalization;
using System.Net;
using System.Text.Json;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.OwnData;

/// <summary>Files with very many answers, read to the end, left in the middle, or read very slowly.</summary>
public sealed class DownloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.PostgreSql)]
    public async Task Twenty_thousand_answers_are_all_there_in_order_though_many_came_at_the_same_moment(Store store)
    {
        const int count = 20_000;
        await using var coach = NewCoach(store);
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await AddAttemptsAsync(coach, count);
        var files = await OwnFiles.AskForAsync(learner);

        var answers = (await files.JsonAsync()).GetProperty("attempts").EnumerateArray().Select(attempt => attempt.GetProperty("answer").GetString()).ToList();
        var rows = await files.CsvAsync();

        answers.ShouldBe(Enumerable.Range(0, count).Select(AnswerOf));
        rows.Select(row => row["Answer"]).ShouldBe(answers);
    }

    [Fact]
    public async Task A_browser_that_leaves_ends_the_download_and_nothing_is_logged_as_a_fault()
    {
        var coach = NewCoach();
        await using (coach)
        {
            using var learner = coach.NewVisitor();
            await learner.JoinAsync();
            await AddAttemptsAsync(coach, 20_000);
            var files = await OwnFiles.AskForAsync(learner);
            using (var response = await learner.Http.GetAsync($"{files.Link}/coach.json", HttpCompletionOption.ResponseHeadersRead, Cancel))
            {
                response.StatusCode.ShouldBe(HttpStatusCode.OK);
                await (await response.Content.ReadAsStreamAsync(Cancel)).ReadExactlyAsync(new byte[1000], Cancel);
            }

            (await files.CsvAsync()).Count.ShouldBe(20_000, "the next one is served");
        }

        // The host has ended, and with it every request.
        coach.Log.All.Where(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_browser_that_stops_reading_stands_in_nobodys_way_and_gets_the_rest_later()
    {
        // More than the sockets between them take.
        const int count = 60_000;
        await using var coach = NewCoach();
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await AddAttemptsAsync(coach, count);
        var files = await OwnFiles.AskForAsync(learner);
        using var response = await learner.Http.GetAsync($"{files.Link}/coach.json", HttpCompletionOption.ResponseHeadersRead, Cancel);

        (await learner.AskAsync("2")).ShouldStartWith("Passed");
        // SQLite cannot empty its log while anybody reads what is in it.
        await coach.UntilAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(Cancel);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return Convert.ToInt32(await command.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture) == 0;
        });

        using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(Cancel), cancellationToken: Cancel);
        json.RootElement.GetProperty("attempts").GetArrayLength().ShouldBe(count + 1, "the answer given meanwhile came last");
    }

    private static CoachApplication NewCoach(Store store = Store.Sqlite) => new() { Store = store, ContentFolder = Repository.SmallContentFolder };

    private static string AnswerOf(int number) => $"Answer {number}, \"quoted\",\r\non two lines; ü.";

    private static Task AddAttemptsAsync(CoachApplication coach, int count) => coach.ChangeAsync(async db =>
    {
        var learner = await db.Learners.Select(learner => learner.Id).SingleAsync(Cancel);
        var exercise = await db.Exercises.FirstAsync(Cancel);
        await db.InsertAsync(
            [
                .. Enumerable.Range(0, count).Select(number => new Attempt
                {
                    LearnerId = learner,
                    ExerciseKey = $"{exercise.PathId}/{exercise.ExerciseId}",
                    ExerciseVersion = exercise.Version,
                    Answer = AnswerOf(number),
                    Score = 0.5,
                    Verdict = Verdict.Partial,
                    PointsMet = ["one", "two"],
                    Hints = 0,
                    ModelShown = false,
                    LocalDate = new DateOnly(2026, 11, 1),
                    At = coach.Clock.GetUtcNow().AddDays(-20).AddSeconds(number / 1000),
                }),
            ],
            Cancel);
    });
}
