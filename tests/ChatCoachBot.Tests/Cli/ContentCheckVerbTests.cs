using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Cli;

/// <summary>The verb <c>content check</c>.</summary>
public sealed class ContentCheckVerbTests
{
    [Fact]
    public async Task A_fault_is_one_line_that_editors_make_clickable_and_the_exit_code_tells()
    {
        using var folder = Broken();

        var (exitCode, output) = await HostProcess.RunAsync(folder, ["content", "check", "texts"]);

        exitCode.ShouldBe(1, output);
        output.ShouldContain("paths/mine/exercises/empty.yaml:1:1: The file is empty; write its content or delete it.");
        output.ShouldContain(" errors, 0 warnings");
    }

    [Fact]
    public async Task Editors_get_one_document_and_nothing_else()
    {
        using var folder = Broken();

        var (exitCode, output) = await HostProcess.RunAsync(folder, ["content", "check", "texts", "--json"]);

        exitCode.ShouldBe(1, output);
        var fault = JsonNode.Parse(output)!["faults"]!.AsArray().Single(fault => fault!["file"]!.GetValue<string>() == "paths/mine/exercises/empty.yaml")!;
        fault["line"]!.GetValue<int>().ShouldBe(1);
        fault["column"]!.GetValue<int>().ShouldBe(1);
        fault["severity"]!.GetValue<string>().ShouldBe("error");
        fault["message"]!.GetValue<string>().ShouldBe("The file is empty; write its content or delete it.");
        JsonNode.Parse(output)!["paths"]!.AsArray().ShouldHaveSingleItem()!["path"]!.GetValue<string>().ShouldBe("mine");
    }

    private static TemporaryFolder Broken()
    {
        var folder = new TemporaryFolder();
        var exercises = Directory.CreateDirectory(Path.Combine(folder.Path, "texts", "paths", "mine", "exercises"));
        File.WriteAllText(Path.Combine(exercises.FullName, "empty.yaml"), "");
        return folder;
    }
}
