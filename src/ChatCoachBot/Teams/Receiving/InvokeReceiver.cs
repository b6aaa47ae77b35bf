using System.Text.Json;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Teams.Rendering;
using ChatCoachBot.Turns;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>
/// Answers what wants its answer in the same request: an answer typed into a card. In a channel the card that comes back is shown to
/// whoever answered, and to nobody else; in the person's own chat the exercise's card is replaced, and the grade follows.
/// </summary>
internal sealed partial class InvokeReceiver(Intake intake, RoundLookup rounds, ImmediateTurn turn, ILogger<InvokeReceiver> log)
{
    private const string CardAction = "adaptiveCard/action";

    /// <summary>Teams gives up after ten to fifteen seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<IResult> ReceiveAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Name != CardAction)
        {
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        }

        if (Invocation(activity.Value) is not { Action: { Verb: ReplyCard.AnswerVerb, Data: { Coach.Exercise: not null } data } })
        {
            return Answer(CardAnswer.Error(StatusCodes.Status400BadRequest, "BadRequest", "This card is not one of mine, or too old."));
        }

        var text = data.Answer?.Trim() ?? "";
        if (text.Length == 0)
        {
            return Answer(CardAnswer.Message("Write a few words first, then send them."));
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await intake.KeepAsync(activity, patience.Token);
            var origin = await OriginAsync(activity, data.Coach, patience.Token);
            var replies = await turn.RunAsync(Intake.Read(activity, InboxKind.Said, text, origin), patience.Token);
            return Answer(activity.IsPersonal ? CardAnswer.Of(ReplyCard.Answered(text))
                : replies.Count > 0 ? CardAnswer.Of(ReplyCard.Alone(replies[0]))
                : CardAnswer.Message("I have that answer already."));
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotTaken(log, FaultText.Of(fault));
            return Answer(CardAnswer.Message("I could not take that in just now. Please send it again in a moment."));
        }
    }

    private async Task<Origin> OriginAsync(Activity activity, CardData card, CancellationToken cancellationToken)
    {
        if (activity.IsPersonal)
        {
            return new Origin { Exercise = card.Exercise, InForm = true };
        }

        var (channel, thread) = ActivityReceiver.Place(activity);
        var round = await rounds.OfCardAsync(channel, card, cancellationToken);
        return new Origin { Exercise = card.Exercise, Round = round, Channel = channel, Thread = thread ?? activity.ReplyToId, InForm = true };
    }

    private static CardInvocation? Invocation(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? value.Deserialize(ActivityJson.Default.CardInvocation) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Answer(CardAnswer answer) => Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(answer, CardJson.Default.CardAnswer), "application/json");

    [LoggerMessage(LogLevel.Error, "Teams: an answer in a card could not be handled, and was not taken: {Fault}")]
    private static partial void LogNotTaken(ILogger log, string fault);
}
