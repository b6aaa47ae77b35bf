using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Teams.Rendering;

/// <summary>The line that a notification shows of a card.</summary>
internal static class Summary
{
    private const int Longest = 200;

    public static string Of(Reply reply)
    {
        var text = reply.Blocks.Select(block => block switch
        {
            Heading heading => heading.Text,
            ScoreBar score => score.Label,
            Paragraph paragraph => MarkedText.Unstressed(paragraph.Text),
            _ => null,
        }).OfType<string>().FirstOrDefault() ?? "ChatCoach";
        return text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }
}
