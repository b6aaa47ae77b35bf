using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.OwnData;

/// <summary>
/// The glossary of a learner's paths as notes for Anki, with headers that say what each column is (docs.ankiweb.net/importing/text-files.html).
/// A note's GUID is its term's id, so that a later file changes it and its tags, and adds none twice.
/// </summary>
internal static partial class AnkiFile
{
    /// <summary>Front and Back are the fields of Anki's own note type; whose type has an Example finds it apart too.</summary>
    private const string Header = "#separator:tab\n#html:true\n#guid column:1\n#tags column:5\n#columns:GUID\tFront\tBack\tExample\tTags\n";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task WriteAsync(OwnDataSource source, Guid learner, PipeWriter output, CancellationToken cancellationToken)
    {
        var (paths, cards) = await source.GlossaryAsync(learner, cancellationToken);
        Encoding.UTF8.GetBytes(Header, output);
        foreach (var path in paths)
        {
            foreach (var term in path.Info.Terms)
            {
                Encoding.UTF8.GetBytes(Line(path, term, cards), output);
            }

            await output.SendAsync(cancellationToken);
        }

        await output.SendAsync(cancellationToken);
    }

    private static string Line(PublishedPath path, Term term, CardBox cards)
    {
        var examples = string.Join("<br>", term.Examples.Select(Escape));
        var back = $"{Escape(term.Definition)}<br><br><i>{examples}</i><br><small>{Escape(term.PartOfSpeech)} · {Escape(term.Ipa)}</small>";
        return $"chatcoach/{path.Info.Id}/{term.Id}\t{Escape(term.Name)}\t{back}\t{examples}\tchatcoach chatcoach::{path.Info.Id} chatcoach::{Progress(path, term, cards)}\n";
    }

    /// <summary>Known is what was used well once, as everywhere else.</summary>
    private static string Progress(PublishedPath path, Term term, CardBox cards) =>
        new KnownTerms(cards).Has(path, term) ? "known"
        : cards.Find($"{path.Info.Id}/{TermExercise.IdOf(term.Id)}") is { IsNew: false } ? "learning"
        : "new";

    /// <summary>One line without a tab: authors wrap theirs, and in HTML a blank is as good.</summary>
    private static string Escape(string text) => Html.Encode(Blanks().Replace(text.Trim(), " "));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
