using ChatCoachBot.Core.Grading.Negation;
using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Grading.References;

/// <summary>A model answer to compare with. Immutable.</summary>
internal sealed class Reference
{
    private Reference(TextWords words, IReadOnlySet<int> asked, Trigrams letters)
    {
        Words = words.All;
        New = [.. words.All.Where(word => !asked.Contains(word.Id))];
        if (New.Count == 0)
            New = [.. words.All];
        Letters = letters;
    }

    public IReadOnlyCollection<TextWord> Words { get; }

    /// <summary>Those that the question does not say: they tell who knows. When it says them all, all.</summary>
    public IReadOnlyList<TextWord> New { get; }

    public Trigrams Letters { get; }

    /// <param name="asked">The words of the question.</param>
    public static Reference Read(string text, Vocabulary vocabulary, IReadOnlySet<int> asked)
    {
        var reading = Reading.Of(text, text.Length, vocabulary);
        NegationPass.Mark(reading);
        return new(TextWords.Of(reading), asked, new(reading.Text.Folded.Lower));
    }
}
