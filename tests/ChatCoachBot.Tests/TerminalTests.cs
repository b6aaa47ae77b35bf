using ChatCoachBot.Outbox;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests;

/// <summary>The coach in a terminal, as a process that lines are typed into.</summary>
public sealed class TerminalTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "coach.db");

    public async ValueTask InitializeAsync() => await PreparedDatabase.CopyToAsync(Database, Repository.SmallContentFolder);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_greets_lets_one_join_asks_and_grades_and_goes_on_there_the_next_time()
    {
        var first = await ChatAsync("1", "no reminders", "1", "exit", "2");

        first.ShouldContainInOrder(
            "ChatCoach in the terminal. “exit” ends it.",
            "Hello, I’m ChatCoach.",
            "Which path would you like to take?",
            "Your path is Release Engineer.",
            "When shall I write to you?",
            "All right, no reminders.",
            "Today’s exercise",
            "Which status note would a colleague write?",
            "1.  We are rollbacking the release.",
            "Type the number, 1 to 3.",
            "0%  Not yet",
            "✗  A rollback is a noun and no verb.",
            "→ 1  ·  2  ·  3  ·  hint  ·  skip  ·  answer  ·  next");
        first.ShouldNotContain("Passed", Case.Sensitive, "what is typed after “exit” is not heard");

        var second = await ChatAsync("2", "progress", "bye");

        second.ShouldNotContain("Hello, I’m ChatCoach.");
        second.ShouldContainInOrder("Not yet", "100%  Passed", "✓  The verb is two words.", "1 of 11 exercises and terms practised");
    }

    [Fact]
    public async Task The_end_of_the_input_ends_it_too() => (await ChatAsync("1")).ShouldContain("Your path is Release Engineer.");

    [Fact]
    public async Task What_looks_like_markup_is_shown_as_it_was_typed() =>
        (await ChatAsync("1", "no reminders", "term [red]x[/] [0]", "exit")).ShouldContain("“[red]x[/] [0]” is not in the glossary.");

    [Fact]
    public async Task Who_comes_back_after_days_sees_one_prompt_and_not_one_for_each_day()
    {
        await ChatAsync("1", "no reminders", "exit");
        await DatabaseFile.ChangeAsync(Database, async db =>
        {
            var last = await db.Outbox.OrderByDescending(message => message.Id).FirstAsync(TestContext.Current.CancellationToken);
            for (var daysAgo = 3; daysAgo >= 1; daysAgo--)
            {
                var then = DateTimeOffset.UtcNow.AddDays(-daysAgo);
                db.Outbox.Add(new OutboxMessage
                {
                    ConversationId = last.ConversationId,
                    Platform = last.Platform,
                    Address = last.Address,
                    Kind = OutboxKind.Prompt,
                    Body = last.Body,
                    CreatedAt = then,
                    ExpiresAt = then.AddHours(4),
                });
            }
        });

        (await ChatAsync("exit")).Split("Which status note would a colleague write?").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Beside_a_running_host_both_practise_on_the_same_file()
    {
        using var host = HostProcess.Start(_folder, "--urls=http://127.0.0.1:0", "--Management:Url=", Content);
        using var visitor = new WebVisitor(await host.ReadyAsync(), TestContext.Current.CancellationToken);
        await visitor.JoinAsync(reminder: "no reminders");

        var typed = await ChatAsync("1", "no reminders", "2", "exit");

        typed.ShouldContain("100%  Passed");
        (await visitor.AskAsync("progress")).ShouldContain("Nothing practised yet", customMessage: "they are two learners");
        (await visitor.AskAsync("2")).ShouldStartWith("Passed 100%");
    }

    [Theory]
    [InlineData("http://localhost:3978/my-data/")]
    [InlineData("http://localhost:4990/my-data/", "--urls", "http://127.0.0.1:4990;http://localhost:4991")]
    public async Task A_link_leads_to_where_the_host_beside_it_listens(string link, params string[] urls)
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["chat", Content, .. urls], "1", "no reminders", "export", "exit");

        exitCode.ShouldBe(0, output);
        output.ShouldContain(link);
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_before_anything_is_asked()
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["chat", Content, "--urls", "nonsense"], "1");

        exitCode.ShouldNotBe(0);
        output.ShouldContain("I cannot listen at nonsense, which is no address: write it as http://localhost:3978.");
        output.ShouldNotContain("Hello");
    }

    private static string Content => $"--Content:Path={Repository.SmallContentFolder}";

    private async Task<string> ChatAsync(params string[] typed)
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["chat", Content], typed);
        exitCode.ShouldBe(0, output);
        return output;
    }
}
