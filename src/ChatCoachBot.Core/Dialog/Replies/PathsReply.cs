using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>The paths to choose from.</summary>
internal static class PathsReply
{
    public static Reply For(Library library, string question) => Reply.Of(
        new Paragraph(question),
        new Facts([.. library.Paths.Select(path => new Fact($"{path.Info.Title} ({path.Info.Level})", path.Info.Summary.Trim()))]),
        new Choices([.. library.Paths.Select(path => new Choice(path.Info.Title, $"switch {path.Info.Id}"))]));
}
