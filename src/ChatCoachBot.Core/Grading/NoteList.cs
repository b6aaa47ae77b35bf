namespace ChatCoachBot.Core.Grading;

/// <summary>Notes on an answer; most answers have none, so none cost nothing.</summary>
internal sealed class NoteList
{
    private List<string>? notes;

    public IReadOnlyList<string> Notes => (IReadOnlyList<string>?)notes ?? [];

    public void Add(string note) => (notes ??= []).Add(note);
}
