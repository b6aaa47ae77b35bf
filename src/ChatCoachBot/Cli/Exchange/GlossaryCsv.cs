using System.Globalization;
using ChatCoachBot.Core.Content;
using CsvHelper;
using CsvHelper.Configuration;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>A glossary as a table: term, definition, example, category.</summary>
internal static class GlossaryCsv
{
    private static readonly string[] Columns = ["term", "definition", "example", "category"];

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        TrimOptions = TrimOptions.Trim,
        PrepareHeaderForMatch = static header => header.Header.Trim().ToLowerInvariant(),
        MissingFieldFound = null,
        BadDataFound = null,
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
    };

    public static Carried<string> Write(LearningPath path)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        WriteRow(csv, Columns);
        foreach (var term in path.Terms)
        {
            var category = path.Vocabulary.FirstOrDefault(category => category.Terms.Contains(term.Id))?.Category ?? "";
            WriteRow(csv, [term.Name, term.Definition.Trim(), term.Examples[0], category]);
        }

        csv.Flush();
        return new(text.ToString(), ["Pronunciation, part of speech, further examples, collocations, synonyms, abbreviations and what a term is confused with have no column here."]);
    }

    /// <returns>The terms with the category of each, in the order of the rows.</returns>
    /// <exception cref="FormatException">The table lacks a column, or has no row that makes a term.</exception>
    public static Carried<IReadOnlyList<(Term Term, string Category)>> Read(string table)
    {
        using var text = new StringReader(table);
        using var csv = new CsvReader(text, Configuration);
        if (!csv.Read() || !csv.ReadHeader() || Columns.Take(3).FirstOrDefault(column => !csv.HeaderRecord!.Any(header => header.Trim().Equals(column, StringComparison.OrdinalIgnoreCase))) is { } missing && missing.Length > 0)
        {
            throw new FormatException($"The first row must name the columns {string.Join(", ", Columns)}.");
        }

        var left = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var terms = new List<(Term, string)>();
        while (csv.Read())
        {
            var row = string.Create(CultureInfo.InvariantCulture, $"Row {csv.Parser.Row}");
            if (Columns.Take(3).FirstOrDefault(column => string.IsNullOrWhiteSpace(csv.GetField(column))) is { } empty)
            {
                left.Add($"{row} has no {empty}, so it is left out.");
                continue;
            }

            var name = csv.GetField("term")!;
            if (!taken.Add(ContentIds.Of(name, "term")))
            {
                left.Add($"{row} is left out: “{name}” is there before.");
                continue;
            }

            var category = csv.TryGetField<string>("category", out var given) && !string.IsNullOrWhiteSpace(given) ? given : "Core";
            terms.Add((
                new Term
                {
                    Id = ContentIds.Of(name, "term"),
                    Name = name,
                    PartOfSpeech = "noun",
                    Ipa = "/…/",
                    Definition = csv.GetField("definition")!,
                    Examples = [csv.GetField("example")!],
                },
                category));
        }

        if (terms.Count == 0)
        {
            throw new FormatException("There is no row with a term, a definition and an example.");
        }

        left.Add("A table has no pronunciation and no part of speech: write them where “/…/” and a guess stand.");
        return new(terms, left);
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
