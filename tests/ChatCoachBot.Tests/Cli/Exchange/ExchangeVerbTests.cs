using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Cli.Exchange;

/// <summary>The verbs <c>import</c> and <c>export</c>, on files.</summary>
public sealed class ExchangeVerbTests : IDisposable
{
    private readonly ContentCopy _content = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _content.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_glossary_goes_out_as_a_table_and_comes_in_as_a_path_that_passes_the_check()
    {
        var (_, table) = await RunAsync("export", "csv", "release-engineer");
        Content(table).ShouldStartWith("term,definition,example,category\nrollback,The return to the version before.,The rollback took four minutes.,Taking back\n");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "terms.csv"), Content(table), Cancel);

        var (exitCode, output) = await RunAsync("import", "csv", "terms.csv", "second-path");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("note: A table has no pronunciation and no part of speech");
        (await RunAsync("content", "check", _content.Path)).Output.ShouldContain("\n0 errors, ");
        _content.Read("paths/second-path/path.yaml").ShouldContain("- {category: \"Taking back\", terms: [rollback, hotfix]}");
    }

    [Fact]
    public async Task Gaps_and_choices_go_out_as_gift_and_come_in()
    {
        var (_, gift) = await RunAsync("export", "gift", "release-engineer");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "q.gift"), Content(gift), Cancel);

        var (exitCode, output) = await RunAsync("import", "gift", "q.gift", "support-engineer", "--topic", "tickets");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("paths/support-engineer/exercises/choice-status-note.yaml");
        (await RunAsync("content", "check", _content.Path)).Output.ShouldContain("\n0 errors, ");
    }

    [Fact]
    public async Task An_exercise_goes_out_as_an_essay_and_comes_in_and_is_never_overwritten()
    {
        var (_, essay) = await RunAsync("export", "h5p", "release-engineer/explain-rollback");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "content.json"), Content(essay), Cancel);

        (await RunAsync("import", "h5p", "content.json", "release-engineer/explain-again")).ExitCode.ShouldBe(0);
        (await RunAsync("content", "check", _content.Path)).Output.ShouldContain("\n0 errors, ");
        var (exitCode, output) = await RunAsync("import", "h5p", "content.json", "release-engineer/explain-again");
        exitCode.ShouldBe(1);
        output.ShouldContain("explain-again.yaml is there already; choose another id.");
    }

    [Theory]
    [InlineData("no such file cannot be read: check that it exists and that you may read it.", "import", "h5p", "no such file", "release-engineer/explain-x")]
    [InlineData("“../x” names no exercise", "import", "h5p", "FILE", "../x")]
    [InlineData("“a/b/c” names no exercise", "import", "h5p", "FILE", "a/b/c")]
    [InlineData("The path astronaut is not there, or has faults", "import", "gift", "FILE", "astronaut")]
    [InlineData("The path release-engineer has no topic nowhere; it has releases, rollbacks.", "import", "gift", "FILE", "release-engineer", "--topic", "nowhere")]
    [InlineData("“../../etc” is no id", "import", "csv", "FILE", "../../etc")]
    [InlineData("The path astronaut is not there, or has faults", "export", "csv", "astronaut")]
    [InlineData("There is no exercise release-engineer/nothing", "export", "h5p", "release-engineer/nothing")]
    [InlineData("gap-raise-a-concern is a gap and has no rubric", "export", "h5p", "release-engineer/gap-raise-a-concern")]
    [InlineData("I don’t know “--nope” here.", "export", "csv", "release-engineer", "--nope")]
    public async Task Bad_input_is_one_clear_sentence(string message, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "file"), "{}", Cancel);

        var (exitCode, output) = await RunAsync([.. arguments.Select(argument => argument == "FILE" ? "file" : argument)]);

        exitCode.ShouldBe(1, output);
        output.ShouldContain(message);
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_file_that_is_not_utf_8_or_too_large_is_one_clear_sentence()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "bad.csv"), [0xFF, 0xFE, 0x80], Cancel);
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "large.csv"), new byte[11 * 1024 * 1024], Cancel);

        (await RunAsync("import", "csv", "bad.csv", "x")).Output.ShouldBe("bad.csv is not UTF-8: save it in that encoding.");
        (await RunAsync("import", "csv", "large.csv", "x")).Output.ShouldBe("large.csv is larger than 10 MB: divide it.");
    }

    /// <summary>What went to standard output.</summary>
    private static string Content(string output) => string.Join('\n', output.Split('\n').Where(line => !line.StartsWith("note:", StringComparison.Ordinal)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        HostProcess.RunAsync(_folder, arguments[0] == "content" ? arguments : [.. arguments, "--content", _content.Path]);
}
