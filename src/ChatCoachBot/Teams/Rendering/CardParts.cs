using System.Text.Json;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Teams.Rendering;

/// <summary>A reply in as many cards as Teams' sizes ask for. A message may have 100 KB, and is refused above it.</summary>
internal static class CardParts
{
    private const int LargestPart = 72 * 1024;

    public static IEnumerable<AdaptiveCard> Of(Reply reply, Func<Chart, Uri?> pictureOf) => SizedParts
        .Of(ReplyCard.Elements(reply, pictureOf), static element => JsonSerializer.SerializeToUtf8Bytes(element, CardJson.Default.CardElement).Length, LargestPart)
        .Select(part => new AdaptiveCard(part));
}
