using ChatCoachBot.Core.Grading.Spelling;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>One word form in lower case, and what the grader compares of it. Immutable to those who use it.</summary>
internal sealed class Lexeme
{
    public static readonly Lexeme SentenceEnd = new(".", Role.SentenceEnd);
    public static readonly Lexeme QuestionEnd = new("?", Role.QuestionEnd);

    private string? stem;

    // Written by any thread, hence one byte: 0 is not known yet.
    private byte english;

    public Lexeme(string form)
        : this(form, Roles.Of(form))
    {
    }

    private Lexeme(string form, Role role)
    {
        Form = form;
        Role = role;
        Spelling = SpellingVariants.Unify(form);
        Lemma = IrregularForms.LemmaOf(Spelling);
    }

    /// <summary>The word as typed, folded and in lower case.</summary>
    public string Form { get; }

    /// <summary>The word in the one spelling that stands for the British and the American one.</summary>
    public string Spelling { get; }

    /// <summary>The base form of an irregular word, or else <see cref="Spelling"/>.</summary>
    public string Lemma { get; }

    public Role Role { get; }

    /// <summary>What two forms of a word have in common. Computed when first asked for, since most words of an answer are never compared.</summary>
    public string Stem => stem ??= Stemmer.Stem(Lemma);

    public bool HasStem => stem is not null;

    /// <summary>Whether it is an English word of its own. Loads the word list when first asked for.</summary>
    public bool IsEnglish
    {
        get
        {
            if (english == 0)
                english = EnglishWords.Contains(Form) ? (byte)1 : (byte)2;
            return english == 1;
        }
    }
}
