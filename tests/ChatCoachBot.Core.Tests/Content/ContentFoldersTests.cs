using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>Content from several folders.</summary>
public static class ContentFoldersTests
{
    private static ContentFile Team(string name, string text) => new(name, text) { Folder = "team" };

    [Fact]
    public static void A_later_folders_term_takes_the_place_of_an_earlier_ones_and_a_new_one_comes_last()
    {
        var reading = ContentReader.Read([.. GoodContent.Files, Team(GoodContent.Terms,
            """
            - id: rollback
              term: rollback
              partOfSpeech: noun
              ipa: /ˈrəʊlbæk/
              definition: What Ada calls “home”.
              examples: ["Ada started the rollback."]
            - id: release-train
              term: release train
              partOfSpeech: noun
              ipa: /rɪˈliːs treɪn/
              definition: The Thursday release.
              examples: ["We missed the train."]

            """)]);

        reading.Faults.ShouldBeEmpty();
        var path = reading.Paths.ShouldHaveSingleItem();
        path.Terms.Select(term => term.Id).ShouldBe(["rollback", "canary-release", "release-train"]);
        path.Terms[0].Definition.ShouldBe("What Ada calls “home”.");
        path.Vocabulary[^1].Category.ShouldBe("Added by your team");
        path.Vocabulary[^1].Terms.ShouldBe(["release-train"]);
    }

    [Fact]
    public static void An_exercise_is_added_and_may_name_what_the_path_has()
    {
        var gap = GoodContent.Files.Single(file => file.Name == GoodContent.Gap);
        var reading = ContentReader.Read([.. GoodContent.Files,
            Team(GoodContent.Gap.Replace("gap-raise", "gap-voice", StringComparison.Ordinal), gap.Text.Replace("id: gap-raise", "id: gap-voice", StringComparison.Ordinal))]);

        reading.Faults.ShouldBeEmpty();
        reading.Paths.ShouldHaveSingleItem().Exercises.Count.ShouldBe(4);
    }

    [Fact]
    public static void What_is_there_twice_is_named_with_the_first_place()
    {
        var path = GoodContent.Files.Single(file => file.Name == GoodContent.Path);
        var gap = GoodContent.Files.Single(file => file.Name == GoodContent.Gap);

        GoodContent.Faults([.. GoodContent.Files, Team(GoodContent.Path, path.Text), Team(GoodContent.Gap, gap.Text)]).ShouldBe(
        [
            $"team/{GoodContent.Gap}:1:1: The exercise is in {GoodContent.Gap} already; give this one another id.",
            $"team/{GoodContent.Path}:1:1: This path is in {GoodContent.Path} already; here its exercises and terms can stand, but no path.yaml.",
        ]);
    }

    [Fact]
    public static void A_fault_keeps_its_own_path_back_and_no_other()
    {
        var other = GoodContent.Files.Select(file => Team(
            file.Name.Replace("release-engineer", "other", StringComparison.Ordinal), file.Text.Replace("id: release-engineer", "id: other", StringComparison.Ordinal)));
        var reading = ContentReader.Read([.. GoodContent.Files, .. other, Team("paths/other/exercises/explain-more.yaml", "id: [")]);

        reading.Paths.ShouldHaveSingleItem().Id.ShouldBe("release-engineer");
        reading.Faults.ShouldHaveSingleItem().File.ShouldBe("team/paths/other/exercises/explain-more.yaml");
    }

    [Fact]
    public static void Terms_for_a_path_that_is_nowhere_are_a_fault_where_they_stand() =>
        GoodContent.Faults([.. GoodContent.Files, Team("paths/relese-engineer/terms.yaml", "[]")]).ShouldContain(
            "team/paths/relese-engineer/path.yaml:1:1: The file is missing; write the path's id, title, level, summary and topics in it.");

    [Fact]
    public static void A_file_that_could_not_be_read_is_one_fault_and_not_missing_as_well() =>
        GoodContent.Faults(GoodContent.With(GoodContent.Explain, "").Select(file => file.Name == GoodContent.Explain ? file with { Problem = "It is not UTF-8." } : file).ToList())
            .ShouldBe([$"{GoodContent.Explain}:1:1: It is not UTF-8."]);
}
