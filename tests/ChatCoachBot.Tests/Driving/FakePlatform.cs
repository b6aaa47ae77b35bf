using System.Collections.Concurrent;
using System.Threading.Channels;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A platform that takes messages, or refuses them when a test says so.</summary>
public sealed class FakePlatform : IChannel
{
    public const string Name = "fake";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Channel<string> _arrived = System.Threading.Channels.Channel.CreateUnbounded<string>();

    public string Platform => Name;

    public bool KeepsUnread => false;

    public SendLimits Limits { get; init; } = SendLimits.None;

    /// <summary>What it does with a message before it has it; another answer than "sent" means that it does not take it, a throw that the line broke.</summary>
    public Func<string, CancellationToken, Task<SendResult>> Before { get; set; } = Take;

    /// <summary>What it says of a message whose sending ended in the dark.</summary>
    public Func<string, bool?> Has { get; set; } = static _ => null;

    /// <summary>Sees each message that it takes.</summary>
    public Action<OutboxMessage> Received { get; set; } = static _ => { };

    /// <summary>Everything it was given, in order.</summary>
    public ConcurrentQueue<string> Arrived { get; } = new();

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var text = TextOf(message);
        var result = await Before(text, cancellationToken);
        if (result is SendResult.Sent)
        {
            Received(message);
            Arrived.Enqueue(text);
            _arrived.Writer.TryWrite(text);
        }

        return result;
    }

    public Task<Arrival?> ArrivedAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult(Has(TextOf(message)) is { } isThere ? new Arrival(isThere) : null);

    /// <summary>Takes every message.</summary>
    public static Task<SendResult> Take(string text, CancellationToken cancellationToken) => Task.FromResult<SendResult>(new SendResult.Sent());

    /// <summary>What a message begins with: its heading, or its first words.</summary>
    public static string TextOf(OutboxMessage message) => ReplyJson.TryParse(message.Body)!.Blocks
        .Select(block => block switch { Paragraph paragraph => paragraph.Text, Heading heading => heading.Text, _ => null })
        .FirstOrDefault(text => text is not null) ?? "";

    /// <summary>The next message that it was given.</summary>
    public async Task<string> NextAsync() => await _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>Lets the coach say these things to somebody here.</summary>
    /// <param name="claimedUntil">Until when another host seems to be sending the first of them.</param>
    public static async Task SayAsync(CoachApplication coach, string address, IEnumerable<string> texts, DateTimeOffset? expiresAt = null, string workspace = "", DateTimeOffset? claimedUntil = null, Destination? destination = null)
    {
        await coach.ChangeAsync(async db =>
        {
            var conversation = await ConversationAsync(db, workspace, address);
            var kind = expiresAt is null ? OutboxKind.Reply : OutboxKind.Prompt;
            List<OutboxMessage> messages = [.. texts.Select(text => OutboxMessage.Of(Reply.Saying(text), conversation, kind, null, coach.Clock.GetUtcNow(), expiresAt, destination))];
            if (claimedUntil is not null)
            {
                (messages[0].ClaimedBy, messages[0].ClaimedUntil) = ("another host", claimedUntil);
            }

            db.Outbox.AddRange(messages);
        });
        coach.GoOn();
    }

    private static async Task<Conversation> ConversationAsync(CoachDb db, string workspace, string address)
    {
        if (await db.Conversations.SingleOrDefaultAsync(known => known.Platform == Name && known.Address == address, TestContext.Current.CancellationToken) is { } known)
        {
            return known;
        }

        var id = Guid.CreateVersion7();
        var conversation = new Conversation
        {
            Id = id,
            Platform = Name,
            Workspace = workspace,
            Address = address,
            Learner = new Learner { Id = Guid.CreateVersion7(), JoinedAt = DateTimeOffset.UnixEpoch },
            Schedule = new Schedule { ConversationId = id },
        };
        db.Conversations.Add(conversation);
        return conversation;
    }
}
