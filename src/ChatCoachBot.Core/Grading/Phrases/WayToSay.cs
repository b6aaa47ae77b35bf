using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>A term, a synonym or an abbreviation, as words.</summary>
internal sealed class WayToSay(IReadOnlyList<PhrasePart.Word> words, bool isAbbreviation)
{
    public IReadOnlyList<PhrasePart.Word> Words { get; } = words;

    /// <summary>The other ways to say it.</summary>
    public List<WayToSay> Others { get; } = [];

    /// <summary>An abbreviation that is also an everyday word ("CAP") counts in its capitals only.</summary>
    public bool NeedsCase { get; } = isAbbreviation && words is [{ Written: var written }] && written.Any(char.IsUpper);

    public static WayToSay Read(string text, bool isAbbreviation)
    {
        var reading = AnswerText.Of(text);
        var words = new List<PhrasePart.Word>();
        foreach (var token in reading.Tokens)
        {
            if (!token.IsEnd)
                words.Add(new(token.Lexeme, reading.Folded.Cased[token.FoldStart..token.FoldEnd].ToString()));
        }

        return new(words, isAbbreviation);
    }

    public bool StandsAt(IReadOnlyList<PhrasePart> parts, int at)
    {
        if (at + Words.Count > parts.Count)
            return false;
        for (var i = 0; i < Words.Count; i++)
        {
            if (parts[at + i] is not PhrasePart.Word word || word.Lexeme.Stem != Words[i].Lexeme.Stem)
                return false;
            if (NeedsCase && word.Written != Words[i].Written && word.Lexeme.IsEnglish)
                return false;
        }

        return true;
    }
}
