using System.Text.RegularExpressions;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Drafts;
using ChatCoachBot.Core.Tests.Grading;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>What <c>content/README.md</c> tells an author is so.</summary>
public static partial class AuthorGuideTests
{
    public static TheoryData<string, string, bool> Phrases() =>
        [.. Row().Matches(Guide()).Select(row => (row.Groups["phrase"].Value.Trim('"'), row.Groups["answer"].Value, row.Groups["met"].Value == "yes"))];

    [Theory]
    [MemberData(nameof(Phrases))]
    public static void Each_phrase_is_met_as_the_guide_says(string phrase, string answer, bool met) => (A.Evidence(phrase, answer) is not null).ShouldBe(met);

    [Fact]
    public static void The_guide_shows_a_good_many_phrases() => Phrases().Count.ShouldBe(26);

    [Fact]
    public static void The_path_of_the_guide_passes_the_check_without_a_warning()
    {
        List<ContentFile> files = [.. File().Matches(Guide()).Select(file => new ContentFile(file.Groups["name"].Value, file.Groups["text"].Value))];

        files.Count.ShouldBe(3);
        ContentCheck.Run(files).Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public static void The_drafted_rubric_of_the_guide_is_what_is_drafted()
    {
        var example = Draft().Match(Guide());

        var rubric = RubricDraft.FromModelAnswer(example.Groups["answer"].Value, example.Groups["question"].Value).ShouldNotBeNull();

        RubricWriter.Write(rubric).ShouldBe(example.Groups["rubric"].Value);
    }

    private static string Guide() => System.IO.File.ReadAllText(Path.Combine(ShippedContentTests.Folder(), "README.md"));

    [GeneratedRegex(@"^\| `(?<phrase>.+)` \| (?<answer>.+?) \| (?<met>yes|no) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("rubric draft --question \"(?<question>.+?)\".+?```text\n(?<answer>.+?)```.+?```yaml\n(?<rubric>.+?)```", RegexOptions.Singleline)]
    private static partial Regex Draft();

    [GeneratedRegex(@"^`(?<name>paths/\S+\.yaml)`\s+```yaml\n(?<text>.+?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex File();
}
