using System.Text.Json;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Teams.Rendering;

/// <summary>A reply in as many cards as Teams' sizes ask for: nearly always one. A message may have 100 KB, and is refused above it.</summary>
internal static class CardParts
{
    private const int LargestPart = 72 * 1024;

    public static IReadOnlyList<AdaptiveCard> Of(Reply reply)
    {
        var parts = new List<AdaptiveCard>();
        var part = new List<CardElement>();
        var size = 0;
        foreach (var element in ReplyCard.Elements(reply))
        {
            var length = JsonSerializer.SerializeToUtf8Bytes(element, CardJson.Default.CardElement).Length;
            if (part.Count > 0 && size + length > LargestPart)
            {
                parts.Add(new AdaptiveCard(part));
                (part, size) = ([], 0);
            }

            part.Add(element);
            size += length;
        }

        parts.Add(new AdaptiveCard(part));
        return parts;
    }
}
