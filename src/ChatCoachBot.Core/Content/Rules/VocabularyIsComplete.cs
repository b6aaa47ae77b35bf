namespace ChatCoachBot.Core.Content.Rules;

/// <summary>A term in no category of the vocabulary would never be taught.</summary>
internal sealed class VocabularyIsComplete : ContentRule
{
    public override IEnumerable<Fault> Check(PathFolder folder)
    {
        if (folder.Path is null || folder.Terms is not { } terms)
            yield break;

        var taught = folder.Path.Value.Vocabulary.SelectMany(category => category.Terms).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, term) in terms.Value.Index())
        {
            if (!taught.Contains(term.Id))
                yield return terms.Fault($"[{index}].id", $"The term '{term.Id}' is in no vocabulary category of path.yaml; add it to one.");
        }
    }
}
