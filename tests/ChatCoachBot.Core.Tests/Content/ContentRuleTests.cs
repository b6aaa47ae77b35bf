using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>Files that are well formed, each for itself, but do not hold together.</summary>
public static class ContentRuleTests
{
    [Fact]
    public static void No_content_at_all_says_what_is_expected() => GoodContent.Faults([]).ShouldBe(
        ["paths:1:1: There is no content here; it is expected in paths/<path>/path.yaml, paths/<path>/terms.yaml and paths/<path>/exercises/<exercise>.yaml."]);

    [Theory]
    [InlineData("path.yaml")]
    [InlineData("paths/release-engineer/exercise/explain-x.yaml")]
    [InlineData("paths/release-engineer/exercises/explain-x.yml")]
    [InlineData("paths/release-engineer/notes.yaml")]
    public static void A_file_that_nothing_reads_is_pointed_out(string name) => GoodContent.Faults([.. GoodContent.Files, new ContentFile(name, "")]).ShouldBe(
        [$"{name}:1:1: Nothing reads a file of this name here; content is in paths/<path>/path.yaml, paths/<path>/terms.yaml and paths/<path>/exercises/<exercise>.yaml."]);

    [Fact]
    public static void Files_that_are_no_yaml_are_none_of_its_business() =>
        GoodContent.Faults([.. GoodContent.Files, new ContentFile("README.md", ""), new ContentFile("schema/path.schema.json", "{}")]).ShouldBeEmpty();

    [Theory]
    [InlineData(GoodContent.Path, "The file is missing; write the path's id, title, level, summary and topics in it.")]
    [InlineData(GoodContent.Terms, "The file is missing; write the path's glossary in it.")]
    public static void A_missing_file_is_reported_once_and_not_everything_that_refers_to_it(string name, string fault) =>
        GoodContent.Faults(GoodContent.Without(name)).ShouldBe([$"{name}:1:1: {fault}"]);

    [Fact]
    public static void A_path_without_exercises_is_reported() => GoodContent.Faults([.. GoodContent.Files.Take(2)]).ShouldContain(
        "paths/release-engineer/exercises:1:1: There are no exercises here; write each in a file of its own, named by its id.");

    [Fact]
    public static void A_broken_file_does_not_make_what_refers_to_it_a_fault() =>
        GoodContent.Faults(GoodContent.With(GoodContent.Explain, "id: [")).ShouldHaveSingleItem().ShouldStartWith(GoodContent.Explain);

    [Theory]
    [InlineData(GoodContent.Path, "id: release-engineer", "id: release-captain", "2:5: The id is 'release-captain' but the folder is 'release-engineer'; give both the same name.")]
    [InlineData(GoodContent.Path, "id: rollbacks", "id: releases", "8:9: The id 'releases' is given twice (first on line 7); rename one.")]
    [InlineData(GoodContent.Path, "spotlight: [rollback]", "spotlight: [rolback]", "11:13: There is no term 'rolback' in this path; did you mean 'rollback'?")]
    [InlineData(GoodContent.Path, "[rollback, canary-release]", "[rollback, canary-release, kafka]", "14:39: There is no term 'kafka' in this path; write it, or name another.")]
    [InlineData(GoodContent.Path, "scenarios:", "  - {category: Words, terms: [rollback]}\nscenarios:", "15:31: The term 'rollback' is in the category 'Core' as well; keep it in one.")]
    [InlineData(GoodContent.Path, "scenarios: [explain-rollback]", "scenarios: [explain-a-rollback]", "15:13: There is no exercise 'explain-a-rollback' in this path; did you mean 'explain-rollback'?")]
    [InlineData(GoodContent.Terms, "- id: canary-release", "- id: rollback", "12:7: The id 'rollback' is given twice (first on line 1); rename one.")]
    [InlineData(GoodContent.Terms, "- id: canary-release", "- id: dark-launch", "12:7: The term 'dark-launch' is in no vocabulary category of path.yaml; add it to one.")]
    [InlineData(GoodContent.Explain, "id: explain-rollback", "id: explain-rollbacks", "1:5: The id is 'explain-rollbacks' but the file is 'explain-rollback.yaml'; give both the same name.")]
    [InlineData(GoodContent.Explain, "topic: rollbacks", "topic: rollback", "3:8: There is no topic 'rollback' in this path; did you mean 'rollbacks'?")]
    [InlineData(GoodContent.Explain, "terms: [rollback]", "terms: [rollback, kafka]", "4:19: There is no term 'kafka' in this path; write it, or name another.")]
    [InlineData(GoodContent.Explain, "- id: what-customers-see", "- id: previous-version", "20:11: The id 'previous-version' is given twice (first on line 13); rename one.")]
    [InlineData(GoodContent.Explain, "      all: [[customers, users], [see, saw]]\n", "", "20:7: The point 'what-customers-see' has neither 'any' nor 'all'; give the phrases that meet it.")]
    [InlineData(GoodContent.Explain, "      any: [delete * data]\n", "", "26:7: The misconception 'deletes-data' has neither 'any' nor 'all'; give the phrases that show it.")]
    [InlineData(GoodContent.Explain, "pass: 0.7", "pass: 0.2", "10:9: The pass mark 0.2 must be above the fail mark 0.2.")]
    [InlineData(GoodContent.Explain, "{min: 5, max: 60}", "{min: 70, max: 60}", "32:18: The fewest words (70) are more than the most (60); swap them.")]
    [InlineData(GoodContent.Explain, "points: [previous-version]", "points: [previous-versoin]", "41:14: The rubric has no point 'previous-versoin'; did you mean 'previous-version'?")]
    [InlineData(GoodContent.Explain, "misconceptions: [deletes-data]", "misconceptions: [magic]", "42:71: The rubric has no misconception 'magic'; name one of the rubric, or remove it.")]
    [InlineData(GoodContent.Explain, "kind: explain", "kind: gap", "9:1: An exercise of kind 'gap' has no 'rubric'; remove it, or change the kind.")]
    [InlineData(GoodContent.Explain, "kind: explain", "kind: choice", "2:7: An exercise of kind 'choice' needs 'options'; add it, or change the kind.")]
    [InlineData(GoodContent.Gap, "kind: gap", "kind: usage", "2:7: An exercise of kind 'usage' needs 'rubric'; add it, or change the kind.")]
    [InlineData(GoodContent.Gap, "kind: gap", "kind: usage", "7:1: An exercise of kind 'usage' has no 'gaps'; remove it, or change the kind.")]
    [InlineData(GoodContent.Gap, "about ___ compat", "about compat", "6:7: The text has 1 '___' but 'gaps' has 2; give each '___' one entry, in order.")]
    [InlineData(GoodContent.Gap, "about ___ compat", "about ____ compat", "6:7: A gap is written with three underscores: '___'.")]
    [InlineData(GoodContent.Choice, "correct: true, ", "", "6:1: No option is correct; give exactly one of them 'correct: true'.")]
    [InlineData(GoodContent.Choice, "release., why", "release., correct: true, why", "6:1: 2 options are correct; give exactly one of them 'correct: true'.")]
    [InlineData(GoodContent.Choice, "  - {text: We are rollbacking the release., why: A rollback is a noun.}\n", "", "6:1: 'options' needs at least 2 items; add them.")]
    public static void What_does_not_hold_together_is_explained(string file, string part, string with, string fault) =>
        GoodContent.Faults(GoodContent.Replace(file, part, with)).ShouldContain($"{file}:{fault}");

    [Fact]
    public static void Two_folders_cannot_hold_one_path()
    {
        var copy = GoodContent.Files.Select(file => file with { Name = file.Name.Replace("release-engineer", "release-captain", StringComparison.Ordinal) });

        GoodContent.Faults([.. GoodContent.Files, .. copy]).ShouldBe(
            ["paths/release-captain/path.yaml:2:5: The id is 'release-engineer' but the folder is 'release-captain'; give both the same name."]);
    }

    [Theory]
    [InlineData(GoodContent.Explain, "\"version before\"]", "/(before/]", "16:33: The regular expression /(before/ cannot be used: ")]
    [InlineData(GoodContent.Explain, "\"version before\"]", "'/(?=before)/']", "16:33: The regular expression /(?=before)/ cannot be used: ")]
    [InlineData(GoodContent.Explain, "[customers, users]", "[customers, '*']", "21:25: The key phrase \"*\" has no word.")]
    [InlineData(GoodContent.Explain, "any: [delete * data]", "any: [del*te]", "27:13: The key phrase \"del*te\" has a star inside a word")]
    [InlineData(GoodContent.Explain, "{any: [stuff]", "{any: [\"=\"]", "34:16: The key phrase \"=\" needs at least one word")]
    [InlineData(GoodContent.Gap, "backwards]", "/x*/]", "9:22: The regular expression /x*/ matches an empty answer")]
    public static void A_key_phrase_that_the_grader_does_not_understand_is_explained_where_it_stands(string file, string part, string with, string fault) =>
        GoodContent.Faults(GoodContent.Replace(file, part, with)).ShouldHaveSingleItem().ShouldStartWith($"{file}:{fault}");

    [Fact]
    public static void Rules_are_checked_even_where_the_form_has_a_fault()
    {
        var files = GoodContent.Replace(GoodContent.Explain, "topic: rollbacks\nterms: [rollback]", "topic: Rollbacks\nterms: [kafka]\nnote: x");

        GoodContent.Faults(files).ShouldBe(
        [
            $"{GoodContent.Explain}:3:8: 'topic' 'Rollbacks' is not an id; use small letters, digits and single hyphens.",
            $"{GoodContent.Explain}:3:8: There is no topic 'Rollbacks' in this path; did you mean 'rollbacks'?",
            $"{GoodContent.Explain}:4:9: There is no term 'kafka' in this path; write it, or name another.",
            $"{GoodContent.Explain}:5:1: 'note' is not a key that is known here; the keys are id, kind, title, topic, terms, audience, prompt, modelAnswer, rubric, text, gaps, options, samples.",
        ]);
    }
}
