namespace ChatCoachBot.Core.Practice;

/// <summary>A learner's cards by exercise key; a card comes into being when it is first needed.</summary>
public sealed class CardBox(Guid learnerId, IEnumerable<Card> cards)
{
    private readonly Dictionary<string, Card> _cards = cards.ToDictionary(card => card.ExerciseKey, StringComparer.Ordinal);
    private readonly List<Card> _added = [];

    /// <summary>The cards that the store does not have yet.</summary>
    public IReadOnlyList<Card> Added => _added;

    public Card? Find(string key) => _cards.GetValueOrDefault(key);

    public Card Get(string key)
    {
        if (!_cards.TryGetValue(key, out var card))
        {
            card = new Card { LearnerId = learnerId, ExerciseKey = key };
            _cards.Add(key, card);
            _added.Add(card);
        }

        return card;
    }
}
