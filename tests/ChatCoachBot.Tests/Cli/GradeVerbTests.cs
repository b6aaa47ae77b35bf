using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using ChatCoachBot.Cli;
using ChatCoachBot.Cli.Lines;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Cli;

/// <summary>The verbs <c>grade</c> and <c>rubric draft</c>: streams in, streams out.</summary>
public sealed class GradeVerbTests
{
    private const string Rubric = """{"points": [{"id": "converge", "any": ["converge"]}], "misconceptions": [{"id": "loses-data", "any": ["lose data"], "fails": true}]}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_is_graded_by_the_rubric_it_brings()
    {
        var line = await GradeOneAsync($$"""{"id": "a", "answer": "Replicas convrege.", "rubric": {{Rubric}}}""");

        line.ShouldBe("""{"id":"a","score":1,"verdict":"pass","points":[{"id":"converge","met":true,"evidence":"convrege"}],"misconceptions":[]}""");
    }

    [Fact]
    public async Task A_misconception_is_named_and_what_is_missed_has_no_evidence()
    {
        var line = await GradeOneAsync($$"""{"id": 7, "answer": "We lose data.", "rubric": {{Rubric}}}""");

        line.ShouldBe("""{"id":7,"score":0,"verdict":"fail","points":[{"id":"converge","met":false,"evidence":null}],"misconceptions":["loses-data"]}""");
    }

    [Theory]
    [InlineData("""{"answer": "The water evaporates.", "references": ["The water evaporated."], "question": "What happened?"}""")]
    [InlineData("""{"answer": "The water evaporates.", "key_points": ["water", "it evaporated"]}""")]
    [InlineData("""{"answer": "The water evaporates.", "references": ["Something else.", "The water evaporated."], "other": [1, {"a": null}]}""")]
    public async Task A_line_is_graded_by_model_answers_or_key_points(string line)
    {
        var grade = JsonNode.Parse(await GradeOneAsync(line))!;

        grade["verdict"]!.GetValue<string>().ShouldBe("pass");
        grade["points"]!.AsArray().ShouldNotBeEmpty();
        grade.AsObject().ContainsKey("id").ShouldBeFalse();
    }

    [Theory]
    [InlineData("x", "{\"error\":\"The line is no JSON: write one {…} on each line, in UTF-8.\"}")]
    [InlineData("[1]", "{\"error\":\"The line is no JSON object: write one {…} on each line.\"}")]
    [InlineData("""{"id": "a"}""", """{"id":"a","error":"The line needs an \"answer\", which is a text."}""")]
    [InlineData("""{"id": {"b": 1}, "answer": "a"}""", """{"error":"The line needs an \"exercise\", a \"rubric\", \"key_points\" or \"references\" to grade by."}""")]
    [InlineData("""{"id": "a", "answer": 5, "references": ["b"]}""", """{"id":"a","error":"The line needs an \"answer\", which is a text."}""")]
    [InlineData("""{"id": "a", "answer": "b", "references": []}""", """{"id":"a","error":"\"references\" is a list of 1 to 200 texts, 100,000 characters in all."}""")]
    [InlineData("""{"id": "a", "answer": "b", "references": ["b", null]}""", """{"id":"a","error":"\"references\" is a list of 1 to 200 texts, 100,000 characters in all."}""")]
    [InlineData("""{"id": "a", "answer": "b", "key_points": ["the", "?"]}""", """{"id":"a","error":"No key point has a word to grade by."}""")]
    [InlineData("""{"id": "a", "answer": "b", "references": ["b"], "question": 1}""", """{"id":"a","error":"A \"question\" is a text of at most 100,000 characters."}""")]
    [InlineData("""{"id": "a", "answer": "b", "rubric": "points"}""", """{"id":"a","error":"A \"rubric\" is an object."}""")]
    [InlineData("""{"id": "a", "answer": "b", "rubric": {"points": []}}""", """{"id":"a","error":"rubric:1:2: 'points' needs at least one item; add one."}""")]
    [InlineData("""{"id": "a", "answer": "b", "rubric": {"points": [{"id": "p", "any": ["c*d"]}]}}""",
        """{"id":"a","error":"rubric:1:33: The key phrase \"c*d\" has a star inside a word; a star stands alone or ends a word."}""")]
    [InlineData("""{"id": "a", "answer": "b", "rubric": {"points": [{"id": "p", "any": ["c"]}, {"id": "p", "any": ["d"]}]}}""",
        """{"id":"a","error":"rubric:1:47: The id 'p' is given twice (first on line 1); rename one."}""")]
    [InlineData("""{"id": "a", "answer": "b", "exercise": "no-such-path/no-such-exercise"}""",
        """{"id":"a","error":"There is no such exercise: name it <path>/<id>, as its file is named below content/paths."}""")]
    [InlineData("""{"id": "a", "answer": "b", "exercise": "../../etc/passwd"}""",
        """{"id":"a","error":"There is no such exercise: name it <path>/<id>, as its file is named below content/paths."}""")]
    [InlineData("""{"id": "a", "answer": "\ud800", "references": ["b"]}""", """{"id":"a","error":"The line has a text that is no valid Unicode."}""")]
    public async Task A_line_that_cannot_be_graded_gets_an_error_and_the_rest_goes_on(string line, string error)
    {
        var lines = await GradeAsync($$"""{"id": 1, "answer": "converge", "rubric": {{Rubric}}}""", line, $$"""{"id": 2, "answer": "converge", "rubric": {{Rubric}}}""");

        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("""{"id":1,"score":1""");
        lines[1].ShouldBe(error);
        lines[2].ShouldStartWith("""{"id":2,"score":1""");
    }

    [Fact]
    public async Task Blank_lines_a_byte_order_mark_carriage_returns_and_a_missing_last_line_end_do_no_harm()
    {
        var line = $$"""{"id": 1, "answer": "converge", "rubric": {{Rubric}}}""";
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($"\ufeff{line}\r\n\r\n  \n{line}"));
        using var output = new MemoryStream();

        await RunAsync(input, output);

        Encoding.UTF8.GetString(output.ToArray()).Trim().Split('\n').ShouldAllBe(graded => graded.StartsWith("""{"id":1,"score":1"""));
        Encoding.UTF8.GetString(output.ToArray()).Trim().Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_grade_comes_out_before_the_next_line_goes_in()
    {
        var into = new Pipe();
        var from = new Pipe();
        var running = RunAsync(into.Reader.AsStream(), from.Writer.AsStream());
        using var reader = new StreamReader(from.Reader.AsStream());
        for (var number = 1; number <= 3; number++)
        {
            await into.Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"id": {{number}}, "answer": "converge", "rubric": {{Rubric}}}""" + "\n"), Cancel);
            (await reader.ReadLineAsync(Cancel)).ShouldNotBeNull().ShouldStartWith($$"""{"id":{{number}},"score":1""");
        }

        await into.Writer.CompleteAsync();
        await running;
    }

    [Fact]
    public async Task The_program_grades_an_exercise_of_its_content_and_writes_nothing_else()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await HostProcess.RunAsync(
            folder, ["grade"], """{"id": "a", "answer": "Once updates stop, all replicas converge.", "exercise": "event-driven-systems-architect/explain-eventual-consistency"}""", "not JSON");

        exitCode.ShouldBe(0, output);
        output.Split('\n').Length.ShouldBe(2, output);
        JsonNode.Parse(output.Split('\n')[0])!["points"]!.AsArray().ShouldContain(point => point!["id"]!.GetValue<string>() == "converges" && point["met"]!.GetValue<bool>());
        output.Split('\n')[1].ShouldStartWith("{\"error\":");
    }

    [Fact]
    public async Task The_program_drafts_a_rubric_that_it_grades_by()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, yaml) = await HostProcess.RunAsync(folder, ["rubric", "draft", "--question", "Why is the list stale?"], "The list is stale because replicas lag.");

        exitCode.ShouldBe(0, yaml);
        Core.Content.RubricReader.Read(yaml).Rubric.ShouldNotBeNull(yaml).Points.ShouldHaveSingleItem().Id.ShouldBe("replicas-lag");
    }

    [Fact]
    public async Task Key_points_come_one_on_each_line()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, yaml) = await HostProcess.RunAsync(folder, ["rubric", "draft", "--key-points"], "Replicas converge once writes stop", "", "reads may be stale");

        exitCode.ShouldBe(0, yaml);
        Core.Content.RubricReader.Read(yaml).Rubric.ShouldNotBeNull(yaml).Points.Select(point => point.Id).ShouldBe(["replicas-converge-writes", "reads-stale"]);
    }

    [Theory]
    [InlineData("grade", "--refrences")]
    [InlineData("grade", "answers.jsonl")]
    [InlineData("rubric", "draft", "--quetsion", "why")]
    [InlineData("content", "check", "content", "--all")]
    public async Task An_option_that_there_is_not_is_named(params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder, arguments);

        exitCode.ShouldBe(1, output);
        output.ShouldMatch("^I don’t know “[^”]+” here. Say --help behind the verb to see what it takes.$");
    }

    [Fact]
    public async Task Without_words_there_is_one_sentence_and_an_exit_code()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder, ["rubric", "draft"], "…");

        exitCode.ShouldBe(1, output);
        output.ShouldStartWith("There are no words to make a rubric from.");
        output.Split('\n').Length.ShouldBe(1);
    }

    private static async Task<string> GradeOneAsync(string line) => (await GradeAsync(line)).ShouldHaveSingleItem();

    private static async Task<string[]> GradeAsync(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        using var output = new MemoryStream();
        await RunAsync(input, output);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }

    private static async Task RunAsync(Stream input, Stream output)
    {
        using var graders = new GraderCache(new ExerciseShelf(Repository.ContentFolder));
        await GradeCommand.RunAsync(input, output, graders, new GradeProgress(TextWriter.Null, isShown: false, TimeProvider.System), Cancel);
    }
}
