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

    /// <summary>What it does with a message before it has it; a throw refuses the message. The token is cancelled when the host stops.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>Everything it was given, in order.</summary>
    public ConcurrentQueue<string> Arrived { get; } = new();

    public async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var text = ReplyJson.TryParse(message.Body)!.Blocks.OfType<Paragraph>().Single().Text;
        await Before(text, cancellationToken);
        Arrived.Enqueue(text);
        _arrived.Writer.TryWrite(text);
    }

    /// <summary>The next message that it was given.</summary>
    public async Task<string> NextAsync() => await _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>Lets the coach say these things to somebody here.</summary>
    public static async Task SayAsync(CoachApplication coach, string address, IEnumerable<string> texts, DateTimeOffset? expiresAt = null)
    {
        await coach.ChangeAsync(async db =>
        {
            var conversation = await ConversationAsync(db, address);
            var kind = expiresAt is null ? OutboxKind.Reply : OutboxKind.Prompt;
            db.Outbox.AddRange(texts.Select(text => OutboxMessage.Of(Reply.Saying(text), conversation, kind, null, coach.Clock.GetUtcNow(), expiresAt)));
        });
        coach.GoOn();
    }

    private static async Task<Conversation> ConversationAsync(CoachDb db, string address)
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
            Address = address,
            Learner = new Learner { Id = Guid.CreateVersion7(), JoinedAt = DateTimeOffset.UnixEpoch },
            Schedule = new Schedule { ConversationId = id },
        };
        db.Conversations.Add(conversation);
        return conversation;
    }
}
