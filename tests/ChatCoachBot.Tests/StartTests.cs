using System.Net;
using System.Net.Sockets;
using ChatCoachBot.Tests.Driving;
using Microsoft.Data.Sqlite;

namespace ChatCoachBot.Tests;

/// <summary>Starting the program as a person does, and what it says when it cannot.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "coach.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_makes_its_database_imports_the_content_and_tells_its_address()
    {
        using var host = HostProcess.Start(_folder, "--urls=http://127.0.0.1:0", "--Management:Url=");
        var address = await host.ReadyAsync();

        using var http = new HttpClient { BaseAddress = address };
        (await http.GetStringAsync("/", TestContext.Current.CancellationToken)).ShouldContain("<h1>ChatCoach</h1>");
        (await http.GetStringAsync("/health/live", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
        (await host.StopAsync()).ShouldBe(0);
        File.Exists(Database).ShouldBeTrue();
        host.Output.ShouldMatch("Imported [0-9]{3} exercises and terms; paths: event-driven-systems-architect, soc-analyst-threat-hunter");
    }

    [Fact]
    public async Task A_second_start_imports_nothing_again()
    {
        await PreparedDatabase.CopyToAsync(Database);
        using var host = HostProcess.Start(_folder, "--urls=http://127.0.0.1:0", "--Management:Url=");
        await host.ReadyAsync();
        await host.StopAsync();

        host.Output.ShouldNotContain("Imported");
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (exitCode, output) = await HostProcess.RunAsync(_folder, [$"--urls=http://127.0.0.1:{port}", "--Management:Url="]);

        exitCode.ShouldBe(1);
        output.ShouldContain($"127.0.0.1:{port}");
        output.ShouldContain("Stop the program that uses that port, or choose another with --urls");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_missing_content_folder_is_one_clear_sentence()
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["--Content:Path=nowhere"]);

        exitCode.ShouldBe(1);
        output.ShouldBe($"There is no content folder at {Path.Combine(_folder.Path, "nowhere")}: start in the folder that holds it, or set Content:Path.");
        File.Exists(Database).ShouldBeFalse();
    }

    [Fact]
    public async Task Broken_content_stops_a_first_start_and_names_file_and_line()
    {
        WriteContent("paths/broken/path.yaml", "id: broken\ntitle: [unclosed\n");

        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["--Content:Path=content"]);

        exitCode.ShouldBe(1);
        output.ShouldContain("so nothing was imported:\npaths/broken/");
    }

    [Fact]
    public async Task Broken_content_leaves_the_last_good_import_in_service()
    {
        await PreparedDatabase.CopyToAsync(Database);
        WriteContent("paths/broken/path.yaml", "id: broken\n");

        using var host = HostProcess.Start(_folder, "--urls=http://127.0.0.1:0", "--Management:Url=", "--Content:Path=content");
        var address = await host.ReadyAsync();

        host.Output.ShouldContain("the last good import goes on serving");
        using var learner = new WebVisitor(address, TestContext.Current.CancellationToken);
        (await learner.JoinAsync()).ShouldStartWith("Today’s exercise");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_one_clear_sentence_and_stays_as_it_was()
    {
        await File.WriteAllTextAsync(Database, new string('x', 5000), TestContext.Current.CancellationToken);

        var (exitCode, output) = await HostProcess.RunAsync(_folder, []);

        exitCode.ShouldBe(1);
        output.ShouldBe("coach.db is not a database that I can read: restore it from a copy, or move it away to start afresh.");
        (await File.ReadAllTextAsync(Database, TestContext.Current.CancellationToken)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task A_database_folder_that_is_not_there_is_one_clear_sentence()
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["--ConnectionStrings:Coach=Data Source=no/such/folder/coach.db"]);

        exitCode.ShouldBe(1);
        output.ShouldBe(
            "The database no/such/folder/coach.db cannot be opened: make sure that its folder exists and can be written, or name another file in ConnectionStrings:Coach.");
    }

    [Fact]
    public async Task A_read_only_database_is_one_clear_sentence()
    {
        await PreparedDatabase.CopyToAsync(Database);

        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["--ConnectionStrings:Coach=Data Source=coach.db;Mode=ReadOnly"]);

        exitCode.ShouldBe(1);
        output.ShouldBe("The database coach.db is read-only: allow writing to it and to its folder, or name another file in ConnectionStrings:Coach.");
    }

    [Fact]
    public async Task A_locked_database_is_one_clear_sentence()
    {
        await PreparedDatabase.CopyToAsync(Database);
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = other.BeginTransaction(deferred: false);

        var (exitCode, output) = await HostProcess.RunAsync(_folder, []);

        exitCode.ShouldBe(1);
        output.ShouldBe("The database coach.db is locked by another program: close it, or wait for it to finish, and start again.");
    }

    [Theory]
    [InlineData("DesiredRetention=0.69", "Practice:DesiredRetention must be from 0.7 to 0.97.")]
    [InlineData("DesiredRetention=0.98", "Practice:DesiredRetention must be from 0.7 to 0.97.")]
    [InlineData("DesiredRetention=NaN", "Practice:DesiredRetention must be from 0.7 to 0.97.")]
    [InlineData("DesiredRetention=high", "A setting has a value of the wrong kind. Failed to convert configuration value 'high' at 'Practice:DesiredRetention' to type 'System.Double'.")]
    [InlineData("DesiredRetention=0,9", "A setting has a value of the wrong kind. Failed to convert configuration value '0,9' at 'Practice:DesiredRetention' to type 'System.Double'.")]
    [InlineData("RoundSize=0", "Practice:RoundSize must be from 1 to 20.")]
    [InlineData("RoundSize=21", "Practice:RoundSize must be from 1 to 20.")]
    [InlineData("RoundSize=2.5", "A setting has a value of the wrong kind. Failed to convert configuration value '2.5' at 'Practice:RoundSize' to type 'System.Int32'.")]
    public async Task A_setting_of_practice_that_cannot_be_is_told_before_anything_is_written(string setting, string told)
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, [$"--Practice:{setting}"]);

        exitCode.ShouldBe(1);
        output.ShouldBe(told);
        File.Exists(Database).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mistyped_verb_does_not_start_the_host()
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["sreve"]);

        exitCode.ShouldBe(1);
        output.ShouldContain("I don’t know “sreve”.");
    }

    private void WriteContent(string name, string text)
    {
        var file = Path.Combine(_folder.Path, "content", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
