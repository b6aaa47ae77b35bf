using ChatCoachBot.Cli.Exchange;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Tests.Cli.Exchange;

/// <summary>A glossary as a table, both ways.</summary>
public static class GlossaryCsvTests
{
    [Theory]
    [InlineData("term,definition,example,category\nrollback,The return.,It took four minutes.,Core\n")]
    [InlineData("Term;Definition;Example;Category\r\nrollback;The return.;It took four minutes.;Core\r\n")]
    [InlineData("category\texample\tterm\tdefinition\tnote\nCore\tIt took four minutes.\trollback\tThe return.\tx\n")]
    [InlineData("term,definition,example\n \"rollback\" , \"The return.\" ,It took four minutes.\n")]
    public static void Each_row_is_a_term(string table)
    {
        var (term, category) = GlossaryCsv.Read(table).Value.ShouldHaveSingleItem();

        (term.Id, term.Name, term.Definition, term.Examples[0], category).ShouldBe(("rollback", "rollback", "The return.", "It took four minutes.", "Core"));
    }

    [Fact]
    public static void What_cannot_go_over_is_said()
    {
        var carried = GlossaryCsv.Read("term,definition,example,category\na,b,c,d\n,b,c,d\nx,,c,d\ny,b,,d\nA,b,c,d\n");

        carried.Value.ShouldHaveSingleItem().Term.Name.ShouldBe("a");
        carried.LeftBehind.ShouldBe(
        [
            "Row 3 has no term, so it is left out.",
            "Row 4 has no definition, so it is left out.",
            "Row 5 has no example, so it is left out.",
            "Row 6 is left out: “A” is there before.",
            "A table has no pronunciation and no part of speech: write them where “/…/” and a guess stand.",
        ]);
    }

    [Fact]
    public static void A_round_trip_keeps_what_both_know()
    {
        Term[] terms =
        [
            Term("c-sharp", "C#", "A language, with “quotes” and \"quotes\",\nand lines.", "We write C#; it's fine."),
            Term("resume", "résumé", "A summary of one's work.", "=SUM(1;2) is no résumé."),
        ];
        var path = new LearningPath
        {
            Id = "p",
            Title = "P",
            Level = "B2",
            Summary = "S",
            Topics = [],
            Terms = terms,
            Vocabulary = [new VocabularyCategory { Category = "Tools, and more", Terms = ["c-sharp"] }, new VocabularyCategory { Category = "People", Terms = ["resume"] }],
        };

        var again = GlossaryCsv.Read(GlossaryCsv.Write(path).Value).Value;

        again.Select(entry => (entry.Term.Name, entry.Term.Definition, entry.Term.Examples[0], entry.Category)).ShouldBe(
            [("C#", terms[0].Definition, "We write C#; it's fine.", "Tools, and more"), ("résumé", "A summary of one's work.", "=SUM(1;2) is no résumé.", "People")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("name,meaning\na,b\n")]
    public static void A_table_without_its_columns_says_which(string table) =>
        Should.Throw<FormatException>(() => GlossaryCsv.Read(table)).Message.ShouldBe("The first row must name the columns term, definition, example, category.");

    [Fact]
    public static void A_table_without_a_row_says_so() =>
        Should.Throw<FormatException>(() => GlossaryCsv.Read("term,definition,example,category\n")).Message.ShouldBe("There is no row with a term, a definition and an example.");

    private static Term Term(string id, string name, string definition, string example) =>
        new() { Id = id, Name = name, PartOfSpeech = "noun", Ipa = "/x/", Definition = definition, Examples = [example] };
}
