namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>Finds a compiled key phrase in a reading. Immutable.</summary>
internal abstract class PhraseMatcher
{
    /// <summary>The first place where the phrase stands and <paramref name="rule"/> lets it count; null when there is none.</summary>
    public abstract Match? Find(Reading reading, MentionRule rule);
}
