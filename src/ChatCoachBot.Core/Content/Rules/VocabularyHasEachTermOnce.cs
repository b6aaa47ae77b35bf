namespace ChatCoachBot.Core.Content.Rules;

/// <summary>A term in no category of the vocabulary would never be taught, and one in two would be taught twice.</summary>
internal sealed class VocabularyHasEachTermOnce : ContentRule
{
    public override IEnumerable<Fault> Check(PathFolder folder)
    {
        if (folder.Path is not { } path)
            yield break;

        var taught = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, category) in path.Value.Vocabulary.Index())
        {
            // The same id twice in one category is the schema's fault already.
            foreach (var (term, id) in category.Terms.Index())
            {
                if (!taught.TryAdd(id, category.Category) && taught[id] != category.Category)
                    yield return path.Fault($"vocabulary[{index}].terms[{term}]", $"The term '{id}' is in the category '{taught[id]}' as well; keep it in one.");
            }
        }

        // What another folder adds gets a category of its own.
        var beside = path.File[..path.File.LastIndexOf('/')] + "/terms.yaml";
        if (folder.TermFiles?.FirstOrDefault(file => file.File == beside) is not { } own)
            yield break;
        foreach (var (index, term) in own.Value.Index())
        {
            if (!taught.ContainsKey(term.Id))
                yield return own.Fault($"[{index}].id", $"The term '{term.Id}' is in no vocabulary category of path.yaml; add it to one.");
        }
    }
}
