using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>Writes glossary entries in the form of <c>terms.yaml</c>.</summary>
public static class TermsWriter
{
    public const string Header = "# yaml-language-server: $schema=../../schema/terms.schema.json\n";

    public static string Write(IReadOnlyList<Term> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return YamlWriter.Write(yaml => yaml.List(terms, term => yaml.Map(() => Write(yaml, term))));
    }

    private static void Write(YamlWriter yaml, Term term)
    {
        yaml.Id("id", term.Id);
        yaml.Value("term", term.Name);
        yaml.Value("partOfSpeech", term.PartOfSpeech);
        yaml.Value("ipa", term.Ipa);
        yaml.Value("definition", term.Definition);
        yaml.Row("examples", term.Examples);
        Row("collocations", term.Collocations);
        Row("synonyms", term.Synonyms);
        Row("abbreviations", term.Abbreviations);
        if (term.ConfusedWith.Count > 0)
        {
            yaml.List("confusedWith", term.ConfusedWith, other => yaml.Map(() =>
            {
                yaml.Value("term", other.Term);
                yaml.Value("difference", other.Difference);
            }));
        }

        void Row(string key, IReadOnlyList<string> texts)
        {
            if (texts.Count > 0)
                yaml.Row(key, texts);
        }
    }
}
