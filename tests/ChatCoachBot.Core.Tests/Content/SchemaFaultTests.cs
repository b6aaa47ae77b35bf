namespace ChatCoachBot.Core.Tests.Content;

/// <summary>Files that are YAML but not of the form that the schemas ask for.</summary>
public static class SchemaFaultTests
{
    [Theory]
    [InlineData("id: explain-rollback", "id: Explain_Rollback", "1:5: 'id' 'Explain_Rollback' is not an id; use small letters, digits and single hyphens.")]
    [InlineData("kind: explain", "kind: explian", "2:7: 'kind' cannot be 'explian'; did you mean 'explain'?")]
    [InlineData("kind: explain", "kind: essay", "2:7: 'kind' cannot be 'essay'; use one of define, usage, explain, scenario, gap, choice, rewrite.")]
    [InlineData("topic: rollbacks\n", "", "1:1: 'topic' is missing; add it. The id of a topic of the path.")]
    [InlineData("terms: [rollback]", "terms: rollback", "4:8: 'terms' must be a list, but this is a text; write [it] in brackets.")]
    [InlineData("terms: [rollback]", "terms: [rollback, rollback]", "4:19: An item of 'terms' repeats an item of its list; remove it.")]
    [InlineData("audience: support team", "audience:", "5:10: 'audience' must be a text, but nothing is there.")]
    [InlineData("audience: support team", "audience: \" \"", "5:11: 'audience' is empty; write a text.")]
    [InlineData("audience: support team", "audiance: support team", "5:1: 'audiance' is not a key that is known here; did you mean 'audience'?")]
    [InlineData("  pass: 0.7", "  pass: high", "10:9: 'pass' must be a number, but this is a text.")]
    [InlineData("  pass: 0.7", "  pass: 1.7", "10:9: 'pass' must be at most 1.")]
    [InlineData("      weight: 2", "      weight: 0", "14:15: 'weight' must be above 0.")]
    [InlineData("      weight: 2", "      wieght: 2", "14:7: 'wieght' is not a key that is known here; did you mean 'weight'?")]
    [InlineData("      required: true", "      required: yes", "15:17: 'required' must be true or false, but this is a text.")]
    [InlineData("version before\"]", "version before\", 2]", "16:51: An item of 'any' must be a text, but this is a number; put it in quotes.")]
    [InlineData("any: [\"previous version\", \"version before\"]", "any: []", "16:7: 'any' needs at least one item; add one.")]
    [InlineData("      hint: Which version runs afterwards?\n", "", "13:7: 'hint' is missing; add it. What the learner reads when asking for help; it does not give the words away.")]
    [InlineData("all: [[customers, users], [see, saw]]", "all: [customers, users]", "21:13: An item of 'all' must be a list, but this is a text; write [it] in brackets.")]
    [InlineData("all: [[customers, users], [see, saw]]", "all: [[customers, users], []]", "21:33: An item of 'all' needs at least one item; add one.")]
    [InlineData("penalty: 0.5", "penalty: -0.5", "28:16: 'penalty' must be at least 0.")]
    [InlineData("{min: 5, max: 60}", "{min: 5.5, max: 60}", "32:18: 'min' must be a whole number, but this is a number.")]
    [InlineData("{min: 5, max: 60}", "60", "32:12: 'words' must have keys and values, but this is a number.")]
    [InlineData("tip: Name the thing.", "tip: {Name: thing}", "34:24: 'tip' must be a text, but it was read as 'key: value'; put it in quotes.")]
    [InlineData("expect: pass", "expect: passed", "37:13: 'expect' cannot be 'passed'; did you mean 'pass'?")]
    public static void An_exercise_of_the_wrong_form_is_explained(string part, string with, string fault) =>
        GoodContent.Faults(GoodContent.Replace(GoodContent.Explain, part, with)).ShouldContain($"{GoodContent.Explain}:{fault}");

    [Fact]
    public static void A_rubric_without_points_is_explained()
    {
        var text = GoodContent.Files.Single(file => file.Name == GoodContent.Explain).Text;
        var start = text.IndexOf("  points:", StringComparison.Ordinal);
        var end = text.IndexOf("  misconceptions:", StringComparison.Ordinal);

        GoodContent.Faults(GoodContent.With(GoodContent.Explain, text.Remove(start, end - start)))
            .ShouldContain($"{GoodContent.Explain}:9:1: 'points' is missing; add it. The ideas the answer must carry.");
        GoodContent.Faults(GoodContent.With(GoodContent.Explain, text.Remove(start, end - start).Insert(start, "  points: []\n")))
            .ShouldContain($"{GoodContent.Explain}:12:3: 'points' needs at least one item; add one.");
    }

    [Theory]
    [InlineData("level: B2", "level: B3", "4:8: 'level' cannot be 'B3'; did you mean 'B1'?")]
    [InlineData("id: rollbacks", "id: Roll Backs", "8:9: 'id' 'Roll Backs' is not an id; use small letters, digits and single hyphens.")]
    [InlineData("spotlight:", "spotligth:", "11:1: 'spotligth' is not a key that is known here; did you mean 'spotlight'?")]
    [InlineData("\n    author: Jez Humble and David Farley", "", "17:5: 'author' is missing; add it. Who wrote it.")]
    [InlineData("next: [not-written-yet]", "terms: []", "19:1: 'terms' is not a key that is known here; the keys are id, title, level, summary, topics, spotlight, vocabulary, scenarios, words, reading, next.")]
    public static void A_path_of_the_wrong_form_is_explained(string part, string with, string fault) =>
        GoodContent.Faults(GoodContent.Replace(GoodContent.Path, part, with)).ShouldContain($"{GoodContent.Path}:{fault}");

    [Theory]
    [InlineData("ipa: /ˈrəʊlbæk/", "ipa: ˈrəʊlbæk", "4:8: 'ipa' 'ˈrəʊlbæk' is no pronunciation; write IPA between two slashes, such as /kjuː/.")]
    [InlineData("[\"The rollback took four minutes.\"]", "[]", "6:3: 'examples' needs at least one item; add one.")]
    [InlineData("difference: It mends", "diference: It mends", "11:7: 'difference' is missing; add it. One sentence that tells the two apart.")]
    [InlineData("- id: canary-release", "- name: canary-release", "12:3: 'name' is not a key that is known here; the keys are id, term, partOfSpeech, ipa, definition, examples, collocations, synonyms, abbreviations, confusedWith.")]
    public static void A_glossary_of_the_wrong_form_is_explained(string part, string with, string fault) =>
        GoodContent.Faults(GoodContent.Replace(GoodContent.Terms, part, with)).ShouldContain($"{GoodContent.Terms}:{fault}");

    [Theory]
    [InlineData("just a text")]
    [InlineData("[]")]
    [InlineData("~")]
    public static void A_file_without_keys_is_explained(string text) => GoodContent.Faults(GoodContent.With(GoodContent.Choice, text))
        .ShouldHaveSingleItem().ShouldStartWith($"{GoodContent.Choice}:1:1: The file must have keys and values, but ");

    [Fact]
    public static void The_faults_of_one_file_are_bounded()
    {
        var files = GoodContent.With(GoodContent.Terms, string.Concat(Enumerable.Repeat("- {}\n", 1000)));

        var faults = GoodContent.Faults(files);

        faults.Count(fault => fault.StartsWith(GoodContent.Terms, StringComparison.Ordinal)).ShouldBe(101);
        faults.ShouldContain(fault => fault.EndsWith("There are more faults from here on; mend the others first.", StringComparison.Ordinal));
    }
}
