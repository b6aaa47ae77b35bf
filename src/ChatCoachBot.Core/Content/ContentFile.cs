namespace ChatCoachBot.Core.Content;

/// <param name="Name">Relative to the content folder, with '/': <c>paths/&lt;path&gt;/exercises/&lt;id&gt;.yaml</c>.</param>
public sealed record ContentFile(string Name, string Text);
