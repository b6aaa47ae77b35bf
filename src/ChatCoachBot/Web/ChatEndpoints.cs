using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ChatCoachBot.Web;

/// <summary>The page, what it posts, and the stream of what the coach says.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        var chat = routes.MapGroup("/").AddEndpointFilter<LoopbackOnly>();
        chat.MapGet("/", PageAsync);
        chat.MapGet("/chat/events", Events).RequireRateLimiting(WebServices.Pages);
        chat.MapPost("/chat/messages", PostAsync)
            .RequireRateLimiting(WebServices.Messages)
            .WithMetadata(new RequestSizeLimitAttribute(WebMessage.LargestBody));
    }

    private static async Task<RazorComponentResult> PageAsync(HttpContext context, History history, IAntiforgery antiForgery, CancellationToken cancellationToken)
    {
        var visitor = await Visitor.RecogniseAsync(context);
        var (items, lastId) = await history.ReadAsync(visitor, cancellationToken);
        return new RazorComponentResult<ChatPage>(new Dictionary<string, object?>
        {
            [nameof(ChatPage.History)] = items,
            [nameof(ChatPage.LastId)] = lastId,
            [nameof(ChatPage.Welcome)] = items.Count == 0,
            [nameof(ChatPage.AntiForgery)] = antiForgery.GetAndStoreTokens(context).RequestToken,
        });
    }

    private static async Task<IResult> PostAsync(HttpContext context, InboxStore inbox, IAntiforgery antiForgery, CancellationToken cancellationToken)
    {
        if (Visitor.Of(context) is not { } visitor || !await antiForgery.IsRequestValidAsync(context))
        {
            return Refuse(StatusCodes.Status401Unauthorized, Texts.PageGrownOld);
        }

        var (message, status, problem) = await WebMessage.ReadAsync(context.Request, cancellationToken);
        if (message is null)
        {
            return Refuse(status, problem);
        }

        try
        {
            await inbox.StoreAsync(ToIncoming(message, visitor), cancellationToken);
            return Results.Accepted();
        }
        catch (NotStoredException)
        {
            // The page sends it again.
            return Refuse(StatusCodes.Status503ServiceUnavailable, "I can’t take that in just now. Wait a moment and send it again.");
        }
    }

    private static Incoming ToIncoming(WebMessage message, string visitor) => new(
        WebChannel.Name,
        WebEvent.IdOf(visitor, message.Id),
        Address: visitor,
        Sender: visitor,
        message.Text is null ? InboxKind.Opened : InboxKind.Said,
        message.Text ?? "",
        message.TimeZone);

    private static IResult Events(HttpContext context, ReplyStream stream, [FromHeader(Name = "Last-Event-ID")] long? lastEventId, [FromQuery] long? after) =>
        Visitor.Of(context) is { } visitor
            ? TypedResults.ServerSentEvents(stream.ReadAsync(visitor, lastEventId ?? after ?? 0, context.RequestAborted))
            : Refuse(StatusCodes.Status401Unauthorized, "Open the page first.");

    private static IResult Refuse(int status, string sentence) => Results.Text(sentence, statusCode: status);
}
