namespace ChatCoachBot.Core.Content;

/// <param name="Name">Relative to its content folder, with '/': <c>paths/&lt;path&gt;/exercises/&lt;id&gt;.yaml</c>.</param>
/// <param name="Text">Empty when there is a <see cref="Problem"/>.</param>
public sealed record ContentFile(string Name, string Text)
{
    /// <summary>The content folder, where a fault must tell it from others; empty when there is only one.</summary>
    public string Folder { get; init; } = "";

    /// <summary>A sentence that says why the file cannot be read as text; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>What faults call the file.</summary>
    public string Title => Folder.Length == 0 ? Name : $"{Folder}/{Name}";
}
