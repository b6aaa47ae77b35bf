using System.Text.Json;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Installing;
using ChatCoachBot.Slack.Rendering;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Takes in what people press and fill in.</summary>
internal sealed partial class InteractionReceiver(
    Intake intake, ImmediateTurn turn, SlackApi api, SlackTokens tokens, IDbContextFactory<CoachDb> contexts, LibraryCache library, ILogger<InteractionReceiver> log)
{
    /// <exception cref="NotStoredException">It could not be stored.</exception>
    public async Task<Acknowledgement> ReceiveAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (!Intake.IsId(interaction.Workspace) || !Intake.IsId(interaction.User?.Id))
        {
            return Acknowledgement.Empty;
        }

        switch (interaction)
        {
            case { Type: "block_actions", Actions: { } actions }:
                foreach (var action in actions.Where(action => action?.ActionId is not null))
                {
                    await PressedAsync(interaction, action, cancellationToken);
                }

                return Acknowledgement.Empty;
            case { Type: "view_submission", View: { CallbackId: AnswerView.CallbackId } view }:
                return await SubmittedAsync(interaction, view, cancellationToken);
            default:
                return Acknowledgement.Empty;
        }
    }

    private async Task PressedAsync(Interaction interaction, InteractionAction action, CancellationToken cancellationToken)
    {
        var id = action.ActionId!;
        var origin = OriginOf(interaction);
        if (ActionIds.Answers(id) is var (form, opens))
        {
            var answers = (origin ?? new Origin()) with { Exercise = form.Exercise, Round = form.Round };
            await (opens
                ? OpenAsync(interaction, answers with { InForm = true, ReplyUrl = null }, cancellationToken)
                : StoreAsync(interaction, action, action.Value, answers with { OnHomePage = false }, cancellationToken));
        }
        else if (ActionIds.IsSay(id))
        {
            // What a button of the home page asks for is answered where it can be read and answered.
            await StoreAsync(interaction, action, action.Value, origin is { OnHomePage: true } ? null : origin, cancellationToken);
        }
        else if (interaction.View is { Type: "home" } home)
        {
            await StoreAsync(interaction, action, Setting(id, action, home.State), origin, cancellationToken);
        }
    }

    /// <summary>What a control of the home page says, in words of the dialog; null for none.</summary>
    private static string? Setting(string id, InteractionAction action, ViewState? state) => id switch
    {
        ActionIds.HomePath when action.SelectedOption?.Value is { } path => $"switch {path}",
        ActionIds.HomeZone when action.Value is { } zone => $"timezone {zone}",
        ActionIds.HomePause => action.SelectedOption?.Value,
        ActionIds.HomeTime when action.SelectedTime is { } at => Remind(at, state?.Find(ActionIds.HomeDays, ActionIds.HomeDays)),
        ActionIds.HomeDays when state?.Find(ActionIds.HomeTime, ActionIds.HomeTime)?.SelectedTime is { } at => Remind(at, action),
        _ => null,
    };

    private static string Remind(string at, InteractionAction? days) =>
        days?.SelectedOptions is { Count: > 0 } chosen ? $"remind {at} {string.Join(", ", chosen.Select(day => day?.Value))}" : $"remind {at}";

    private async Task OpenAsync(Interaction interaction, Origin origin, CancellationToken cancellationToken)
    {
        using var patience = Patience.Within(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(patience.Token);
        if (interaction.TriggerId is not { } trigger
            || await library.FindAsync(db, origin.Exercise!.Value, patience.Token) is not { } asked
            || await tokens.FindAsync(interaction.Workspace!, patience.Token) is not { } token)
        {
            return;
        }

        try
        {
            var opened = await api.SayAsync("views.open", token, new OpenView(trigger, AnswerView.Open(asked.Exercise, origin)), SlackJson.Default.OpenView, patience.Token);
            if (opened.Error is { } error)
            {
                LogNotOpened(log, error);
            }
        }
        catch (Exception fault) when (Patience.IsOver(fault, cancellationToken))
        {
            // Who sees no form presses again.
            LogNotOpened(log, FaultText.Of(fault));
        }
    }

    private async Task<Acknowledgement> SubmittedAsync(Interaction interaction, InteractionView view, CancellationToken cancellationToken)
    {
        var text = view.State?.Find(AnswerView.InputBlock, AnswerView.InputAction)?.Value?.Trim() ?? "";
        if (Metadata(view.PrivateMetadata) is not { InForm: true } origin)
        {
            return Acknowledgement.Empty;
        }

        if (text.Length == 0)
        {
            return Errors("Write a few words first.");
        }

        if (Intake.Read(interaction.Workspace, interaction.User?.Id, EventId(interaction, view.Hash), InboxKind.Said, text, origin) is not { } incoming)
        {
            return Acknowledgement.Empty;
        }

        try
        {
            using var patience = Patience.Within(cancellationToken);
            var replies = await turn.RunAsync(incoming, patience.Token);
            // In the person's own conversation the grade comes right behind the form.
            return origin is { Channel: null, OnHomePage: false } || replies.Count == 0
                ? Acknowledgement.Of(new ViewAnswer("clear"), SlackJson.Default.ViewAnswer)
                : Acknowledgement.Of(new ViewAnswer("update") { View = AnswerView.Graded(replies[0]) }, SlackJson.Default.ViewAnswer);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotTaken(log, FaultText.Of(fault));
            return Errors("I could not take that in just now. Please send it again in a moment.");
        }
    }

    private Task StoreAsync(Interaction interaction, InteractionAction action, string? says, Origin? origin, CancellationToken cancellationToken) =>
        says is null
            ? Task.CompletedTask
            : intake.StoreAsync(interaction.Workspace, interaction.User?.Id, EventId(interaction, action.ActionTs), InboxKind.Said, says, origin, cancellationToken);

    /// <summary>A repeat has the same trigger; one trigger may carry several actions.</summary>
    private static string? EventId(Interaction interaction, string? of) => interaction.TriggerId is null ? null : $"{interaction.TriggerId}/{of}";

    /// <returns>Null in the person's own conversation.</returns>
    private static Origin? OriginOf(Interaction interaction) => interaction switch
    {
        { View.Type: "home" } => new Origin { OnHomePage = true },
        { Channel.Id: { } channel } when Intake.IsId(channel) && !SlackAddress.IsDirect(channel) => new Origin
        {
            Channel = new SlackAddress(interaction.Workspace!, channel).ToString(),
            Thread = Intake.IsTimestamp(interaction.Message?.ThreadTs) ? interaction.Message!.ThreadTs : null,
            ReplyUrl = interaction.ResponseUrl,
        },
        _ => null,
    };

    private static Origin? Metadata(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, SlackJson.Default.Origin);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Acknowledgement Errors(string sentence) =>
        Acknowledgement.Of(new ViewAnswer("errors") { Errors = new Dictionary<string, string> { [AnswerView.InputBlock] = sentence } }, SlackJson.Default.ViewAnswer);

    [LoggerMessage(LogLevel.Warning, "Slack: the form for an answer did not open: {Fault}")]
    private static partial void LogNotOpened(ILogger log, string fault);

    [LoggerMessage(LogLevel.Error, "Slack: an answer in a form could not be handled, and was not taken: {Fault}")]
    private static partial void LogNotTaken(ILogger log, string fault);
}
