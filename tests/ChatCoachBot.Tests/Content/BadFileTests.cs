using System.Text;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Content;

/// <summary>Files that no author meant to write, beside good ones: each is one clear line, and the rest is still checked.</summary>
public sealed class BadFileTests : IDisposable
{
    private const string Exercises = "paths/release-engineer/exercises/";

    private readonly ContentCopy _content = new();
    private readonly TemporaryFolder _outside = new();

    public void Dispose()
    {
        _content.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_not_followed()
    {
        var secret = Path.Combine(_outside.Path, "secret.yaml");
        await File.WriteAllTextAsync(secret, "password: hunter2", Cancel);
        File.CreateSymbolicLink(_content.At(Exercises + "explain-secret.yaml"), secret);
        File.CreateSymbolicLink(_content.At(Exercises + "explain-relative.yaml"), Path.Combine("..", "..", "..", "..", Path.GetFileName(_outside.Path), "secret.yaml"));
        Directory.CreateSymbolicLink(_content.At("paths/elsewhere"), _outside.Path);
        Directory.CreateSymbolicLink(_content.At("inner"), _outside.Path);
        File.CreateSymbolicLink(_content.At(Exercises + "explain-by-way-of.yaml"), Path.Combine("..", "..", "..", "inner", "secret.yaml"));

        var output = await CheckAsync(errors: 4);

        const string refused = ":1:1: This is a link that leads out of the content folder, or to a folder: put the file itself here.";
        foreach (var name in (string[])[Exercises + "explain-secret.yaml", Exercises + "explain-relative.yaml", Exercises + "explain-by-way-of.yaml", "paths/elsewhere"])
        {
            output.ShouldContain(name + refused);
        }

        output.ShouldNotContain("hunter2");
        output.ShouldNotContain("password");
    }

    [Fact]
    public async Task A_link_within_the_folder_is_as_good_as_a_file()
    {
        // The way a container platform mounts files: through a hidden folder that is swapped as a whole.
        var hidden = Directory.CreateDirectory(_content.At(Exercises + "..2026_11_26"));
        File.Move(_content.At(Exercises + "define-rollback.yaml"), Path.Combine(hidden.FullName, "define-rollback.yaml"));
        Directory.CreateSymbolicLink(_content.At(Exercises + "..data"), "..2026_11_26");
        File.CreateSymbolicLink(_content.At(Exercises + "define-rollback.yaml"), "..data/define-rollback.yaml");

        (await CheckAsync(errors: 0)).ShouldMatch(@"define +1 ");
    }

    [Theory]
    [InlineData("a\tlist:\n\t- tab", "explain-bad.yaml:2:1: The line is indented with a tab; YAML needs spaces.")]
    [InlineData("id: explain-bad\nkind: [explain]", "explain-bad.yaml:2:1: 'kind' must be a text, but this is a list.")]
    [InlineData("id: explain-bad\ntopics: releases", "explain-bad.yaml:2:1: 'topics' is not a key that is known here; did you mean 'topic'?")]
    [InlineData("a: &a [x, x]\nb: [*a, *a, *a]", "explain-bad.yaml:1:4: Anchors (&a) are not allowed in content")]
    public async Task A_text_that_is_no_exercise_is_one_clear_line(string text, string line)
    {
        _content.Write(Exercises + "explain-bad.yaml", text);

        (await CheckAsync()).ShouldContain(Exercises + line);
    }

    [Fact]
    public async Task Ten_megabytes_are_not_read()
    {
        _content.Write(Exercises + "explain-bad.yaml", new string('x', 10 * 1024 * 1024));

        (await CheckAsync(errors: 1)).ShouldContain(Exercises + "explain-bad.yaml:1:1: This file is larger than 1 MB: split it into smaller ones.");
    }

    [Fact]
    public async Task A_file_that_is_not_utf_8_says_so()
    {
        await File.WriteAllBytesAsync(_content.At(Exercises + "explain-bad.yaml"), Encoding.Latin1.GetBytes("id: café"), Cancel);

        (await CheckAsync(errors: 1)).ShouldContain(Exercises + "explain-bad.yaml:1:1: This file is not UTF-8: save it in that encoding.");
    }

    [Fact]
    public async Task A_glossary_that_cannot_be_read_is_not_called_missing()
    {
        await File.WriteAllBytesAsync(_content.At("paths/release-engineer/terms.yaml"), Encoding.Latin1.GetBytes("- id: café"), Cancel);

        (await CheckAsync(errors: 1)).ShouldContain("paths/release-engineer/terms.yaml:1:1: This file is not UTF-8: save it in that encoding.");
    }

    [Theory]
    [InlineData(@"/(a+)+$/")]
    [InlineData(@"/(x|xx)*y/")]
    public async Task A_regular_expression_that_explodes_elsewhere_is_linear_here(string pattern)
    {
        _content.Replace(Exercises + "explain-rollback.yaml", "[previous version, version before]", $"[previous version, version before, '{pattern}']");
        _content.Replace(Exercises + "explain-rollback.yaml", "samples:", $"samples:\n  - {{answer: {new string('x', 3000)}{new string('a', 900)}b, expect: fail}}");

        await CheckAsync(errors: 0);
    }

    [Fact]
    public async Task A_regular_expression_that_cannot_be_linear_is_refused()
    {
        _content.Replace(Exercises + "explain-rollback.yaml", "[previous version, version before]", @"[previous version, '/(a+)\1/']");

        (await CheckAsync()).ShouldContain(Exercises + "explain-rollback.yaml:");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<string> CheckAsync(int? errors = null)
    {
        var (exitCode, output) = await HostProcess.RunAsync(_outside, ["content", "check", _content.Path]);
        exitCode.ShouldBe(errors == 0 ? 0 : 1, output);
        if (errors is { } count)
        {
            output.ShouldContain($"\n{count} error{(count == 1 ? "" : "s")}, ");
        }

        return output;
    }
}
