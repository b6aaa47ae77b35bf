using System.Globalization;
using System.Text;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>Files that are no YAML, or more of YAML than content needs. The first line that a person would read is asserted whole.</summary>
public static class YamlFaultTests
{
    [Theory]
    [InlineData("", "1:1: The file is empty; write its content or delete it.")]
    [InlineData("# only a comment\n", "1:1: The file is empty; write its content or delete it.")]
    [InlineData("id: [a, b\ntitle: T\n", "1:5: The bracket that opens here is never closed; close it.")]
    [InlineData("id: [a,\n", "1:5: The bracket that opens here is never closed; close it.")]
    [InlineData("id: {a: [b], c\n\ntitle: T\n", "1:5: The bracket that opens here is never closed; close it.")]
    [InlineData("id: [a, \"\\d\"]\n", "1:9: A backslash in double quotes starts an escape that YAML does not know; use single quotes for this text.")]
    [InlineData("id: [a,\n  \"\\d\"]\n", "2:3: A backslash in double quotes starts an escape that YAML does not know; use single quotes for this text.")]
    [InlineData("- [a\n- b\n", "1:1: A '[' or '{' in this file is never closed; close it.")]
    [InlineData("id: 'a\ntitle: T\n", "1:5: The quote that opens here is never closed; close it, and double a single quote inside single quotes.")]
    [InlineData("id: 'it's'\n", "1:9: The line does not fit what is above it; check its indentation, that its key has ': ', and that nothing follows a closing quote.")]
    [InlineData("title: Sagas: a primer\n", "1:13: A ': ' or a key stands where none can; put a text that contains ': ' in quotes, and check the indentation.")]
    [InlineData("title: @here\n", "1:8: A text cannot start with this character; put the text in quotes.")]
    [InlineData("title: \"\\d+\"\n", "1:8: A backslash in double quotes starts an escape that YAML does not know; use single quotes for this text.")]
    [InlineData("id: a\ntitle\nlevel: B2\n", "2:1: The line does not fit what is above it; check its indentation, that its key has ': ', and that nothing follows a closing quote.")]
    [InlineData("- a\nb: c\n", "2:1: A list goes on here without '- '; check the indentation.")]
    [InlineData("summary: |\n  one\n two\n", "3:2: The line does not fit what is above it; check its indentation, that its key has ': ', and that nothing follows a closing quote.")]
    [InlineData("{id: a}}\n", "1:8: Something follows the end of the content; remove it, or check the brackets and the indentation.")]
    [InlineData("? [a]\n: b\n", "1:3: A key must be a plain word here; write 'key: value'.")]
    public static void What_is_no_yaml_is_explained(string text, string fault) => First(text).ShouldBe(fault);

    [Theory]
    [InlineData("id: a\n\ttitle: T\n", "2:1: The line is indented with a tab; YAML needs spaces.")]
    [InlineData("topics:\n  \t- id: a\n\t  title: T\n", "2:3: The line is indented with a tab (so is one more line); YAML needs spaces.")]
    [InlineData("a:\n\tb:\n\t\tc:\n\t\t\td: 1\n", "2:1: The line is indented with a tab (so are 2 more lines); YAML needs spaces.")]
    public static void Tabs_are_explained(string text, string fault) => First(text).ShouldBe(fault);

    [Theory]
    [InlineData("id: &a x\n", "1:5: Anchors (&a) are not allowed in content; remove it, or put a text that starts with '&' in quotes.")]
    [InlineData("id: *a\n", "1:5: Aliases (*name) are not allowed in content; write the value out, or put a text that starts with '*' in quotes.")]
    [InlineData("id: !!str 5\n", "1:5: Tags (!name) are not allowed in content; remove it, or put a text that starts with '!' in quotes.")]
    [InlineData("id: !danger {}\n", "1:5: Tags (!name) are not allowed in content; remove it, or put a text that starts with '!' in quotes.")]
    [InlineData("id: a\n<<: {title: T}\n", "2:1: Merge keys (<<) are not allowed in content; write the keys out.")]
    [InlineData("id: a\ntitle: T\nid: b\n", "3:1: 'id' is here twice (first on line 1); keep one.")]
    public static void What_makes_yaml_hard_to_read_is_refused(string text, string fault) => Faults(text).ShouldContain(fault);

    [Fact]
    public static void A_second_document_is_refused()
    {
        var files = GoodContent.Files.Select(file => file.Name == GoodContent.Choice ? file with { Text = file.Text + "---\nid: another\n" } : file);

        GoodContent.Faults([.. files]).ShouldBe([$"{GoodContent.Choice}:13:1: A second document starts here; put it in a file of its own."]);
    }

    [Fact]
    public static void A_bomb_of_aliases_is_refused_at_once()
    {
        var bomb = new StringBuilder("a0: &a0 [boom, boom, boom, boom, boom, boom, boom, boom, boom, boom]\n");
        for (var i = 1; i < 12; i++)
            bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        Faults(bomb.ToString()).Count.ShouldBe(101, "one for each anchor and each alias, until it is enough");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public static void Deep_nesting_is_refused(string level)
    {
        var fault = Faults(string.Concat(Enumerable.Repeat(level, 100_000))).ShouldHaveSingleItem();

        fault.ShouldMatch("^1:[0-9]+: (The nesting is too deep here; content needs no more than a few levels|A key must be a plain word here; write 'key: value')\\.$");
    }

    [Fact]
    public static void A_file_over_one_megabyte_is_refused() =>
        Faults("# " + new string('ə', 600_000)).ShouldBe(["1:1: The file is larger than 1 MB; split it."]);

    [Theory]
    [InlineData("id: a\ntitle: b\0c\n", "2:9: This character (U+0000) is not text; save the file as UTF-8 and remove it.")]
    [InlineData("id: caf\uFFFD\n", "1:8: This character (U+FFFD) is not text; save the file as UTF-8 and remove it.")]
    public static void What_is_not_text_is_refused(string text, string fault) => Faults(text).ShouldBe([fault]);

    [Fact]
    public static void Half_a_character_is_refused() =>
        Faults("id: " + (char)0xD83D).ShouldBe(["1:5: This character (U+D83D) is not text; save the file as UTF-8 and remove it."]);

    [Fact]
    public static void Windows_line_ends_and_a_byte_order_mark_are_welcome()
    {
        var files = GoodContent.Files.Select(file => file with { Text = "\uFEFF" + file.Text.ReplaceLineEndings("\r\n") }).ToList();

        var reading = ContentReader.Read(files);

        reading.Faults.ShouldBeEmpty();
        reading.Paths[0].Exercises[1].Prompt.ShouldBe("Tell the support team what a rollback is.");
    }

    [Theory]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("1_000")]
    [InlineData("12:30")]
    [InlineData("2026-01-31")]
    [InlineData("0o9")]
    [InlineData(".")]
    [InlineData("\"true\"")]
    [InlineData("'12'")]
    public static void What_yaml_1_2_reads_as_a_text_is_a_text(string title) =>
        GoodContent.Faults(GoodContent.Replace(GoodContent.Path, "title: Release Engineer", $"title: {title}")).ShouldBeEmpty();

    [Theory]
    [InlineData("true", "4:8: 'title' must be a text, but this is true or false; put it in quotes.")]
    [InlineData("0x1F", "4:8: 'title' must be a text, but this is a number; put it in quotes.")]
    [InlineData("-1.5e3", "4:8: 'title' must be a text, but this is a number; put it in quotes.")]
    [InlineData("~", "4:8: 'title' must be a text, but nothing is there.")]
    public static void What_yaml_1_2_types_needs_quotes_to_be_a_text(string title, string fault) =>
        GoodContent.Faults(GoodContent.Replace(GoodContent.Path, "id: release-engineer\ntitle: Release Engineer", $"id: release-engineer\n\ntitle: {title}"))
            .ShouldBe([$"{GoodContent.Path}:{fault}"]);

    private static string First(string path) => Faults(path)[0];

    private static List<string> Faults(string path) => [.. GoodContent.Faults(GoodContent.With(GoodContent.Path, path))
        .Select(fault => fault[(GoodContent.Path.Length + 1)..])];
}
