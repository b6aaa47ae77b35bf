using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>An intent with a word of its own: typed, or said by a button.</summary>
public abstract class SpokenIntent : Intent
{
    /// <summary>The word it starts with, in lower case.</summary>
    public abstract string Word { get; }

    /// <summary>Other words for the same.</summary>
    public virtual IReadOnlyList<string> AlsoSaid => [];

    /// <summary>How to say it, for help; null keeps it out of help.</summary>
    public virtual string? Usage => Word;

    /// <summary>What it does, as help tells it.</summary>
    public virtual string Purpose => "";

    /// <summary>Whether something may follow the word. When no exercise is open, a wrong argument gets this intent's advice: "quiz lots", "pause for ever".</summary>
    public virtual bool TakesArgument => false;

    /// <summary>
    /// Whether what follows the word makes sense after it. While an exercise is open, a text that starts with the word but goes on in
    /// another way is an answer: "Help desks often…", "Stop the consumers first…".
    /// </summary>
    public virtual bool Accepts(string rest) => rest.Length == 0;

    /// <summary>The same for a word that can be told from an answer only by what there is to name.</summary>
    public virtual bool Accepts(string rest, Library library) => Accepts(rest);
}
