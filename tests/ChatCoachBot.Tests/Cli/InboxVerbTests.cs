using ChatCoachBot.Inbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Cli;

/// <summary>Looking after messages that were set aside, as a process beside the host or without one.</summary>
public abstract class InboxVerbTests : IAsyncLifetime
{
    private readonly Store _store;
    private readonly TemporaryFolder _folder = new();
    private TestDatabase _database = null!;

    private InboxVerbTests(Store store) => _store = store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.NewAsync(_store, Repository.SmallContentFolder);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task They_are_listed_without_their_texts_tried_again_one_by_one_and_given_up()
    {
        (await RunAsync("list")).ShouldBe((0, "No message is set aside."));
        await AddSetAsideAsync();

        var (exitCode, list) = await RunAsync("list");
        exitCode.ShouldBe(0);
        list.ShouldContain("TimeoutException");
        list.ShouldContain("2 messages set aside. “inbox retry ID” tries one again");
        list.ShouldNotContain("secret");

        (await RunAsync("retry", "1")).ShouldBe((0, "1 message will be tried again, by a running host within seconds."));
        (await RunAsync("drop", "all")).ShouldBe((0, "1 message given up."));
        (await RunAsync("list")).ShouldBe((0, "No message is set aside."));
        var (first, second) = await _database.ReadAsync(async db =>
        {
            var messages = await db.Inbox.OrderBy(message => message.Id).ToListAsync(Cancel);
            return (messages[0], messages[1]);
        });
        (first.SetAsideAt, first.HandledAt, first.Failures).ShouldBe((null, null, 0));
        second.HandledAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_learner_has_gone_on_from_is_not_tried_again_and_why_is_said()
    {
        await AddSetAsideAsync();
        await _database.ChangeAsync(db =>
        {
            var later = new Incoming("web", "3", "ada", "ada", InboxKind.Said, "next").ToMessage(DateTimeOffset.UtcNow);
            later.HandledAt = DateTimeOffset.UtcNow;
            var others = new Incoming("web", "4", "bob", "bob", InboxKind.Said, "secret").ToMessage(DateTimeOffset.UtcNow);
            (others.Failures, others.SetAsideAt, others.LastFault) = (5, DateTimeOffset.UtcNow, "TimeoutException");
            db.Inbox.AddRange(later, others);
            return Task.CompletedTask;
        });
        const string overtaken = "not tried again: the learner has gone on since, and old words would count as an answer to something else. “inbox drop” gives it up.";

        (await RunAsync("retry", "1")).ShouldBe((1, $"1 message {overtaken}"));
        (await RunAsync("retry", "all")).ShouldBe((0, $"2 messages {overtaken}\n1 message will be tried again, by a running host within seconds."));
        (await _database.ReadAsync(db => db.Inbox.CountAsync(message => message.SetAsideAt != null, Cancel))).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_no_message_that_was_set_aside_is_one_clear_sentence()
    {
        (await RunAsync("retry", "7")).ShouldBe((1, "No message 7 is set aside: “inbox list” shows those that are."));
        (await RunAsync("drop", "everything")).ShouldBe((1, "“everything” is no message: give its number from “inbox list”, or “all”."));
        (await RunAsync("drop", "-1")).Item1.ShouldBe(1);
    }

    private Task AddSetAsideAsync() => _database.ChangeAsync(db =>
    {
        foreach (var number in (int[])[1, 2])
        {
            var message = new Incoming("web", $"{number}", "ada", "ada", InboxKind.Said, "secret").ToMessage(DateTimeOffset.UtcNow);
            (message.Failures, message.SetAsideAt, message.LastFault) = (5, DateTimeOffset.UtcNow, "TimeoutException");
            db.Inbox.Add(message);
        }

        return Task.CompletedTask;
    });

    private Task<(int ExitCode, string Output)> RunAsync(params string[] words) => HostProcess.RunAsync(_folder, ["inbox", .. words, .. _database.Arguments]);

    public sealed class OnSqlite() : InboxVerbTests(Store.Sqlite);

    public sealed class OnPostgreSql() : InboxVerbTests(Store.PostgreSql);
}
