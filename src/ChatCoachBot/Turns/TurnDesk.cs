using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Intents;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Inbox;
using ChatCoachBot.Learners;
using ChatCoachBot.Management;
using ChatCoachBot.Outbox;
using ChatCoachBot.Practice;
using ChatCoachBot.Reviews;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Turns;

/// <summary>Lays out what turns need from the database, and keeps what they decided. All of it runs inside the caller's transaction.</summary>
public sealed class TurnDesk(
    LibraryCache library, PracticeSettings practice, Admins admins, Owners owners, PublicAddress pages, LocalAddress here, IEnumerable<ChannelCall> calls, TimeProvider time)
{
    /// <summary>The conversation of each message, in the same order, locked until the transaction ends; made where there was none.</summary>
    public async Task<IReadOnlyList<Conversation>> ConversationsAsync(CoachDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        await LinkedLearners.LockAsync(db, messages, cancellationToken);
        var known = new Dictionary<(string Platform, string Address), Conversation>();
        foreach (var platform in messages.GroupBy(message => message.Platform))
        {
            List<string> addresses = [.. platform.Select(message => message.Address)];
            var found = await Conversations(db)
                .Where(conversation => conversation.Platform == platform.Key && addresses.Contains(conversation.Address))
                .OrderBy(conversation => conversation.Id)
                .Locked()
                .ToListAsync(cancellationToken);
            found.ForEach(conversation => known.Add((conversation.Platform, conversation.Address), conversation));
        }

        var conversations = new List<Conversation>(messages.Count);
        foreach (var message in messages)
        {
            conversations.Add(known.GetValueOrDefault((message.Platform, message.Address)) ?? await BeginAsync(db, message, cancellationToken));
        }

        return conversations;
    }

    /// <summary>The conversations of the channels that messages were said in, by address, locked until the transaction ends; made where there was none.</summary>
    public async Task<IReadOnlyDictionary<string, Conversation>> ChannelsAsync(CoachDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        var channels = new Dictionary<string, Conversation>(StringComparer.Ordinal);
        foreach (var message in messages.DistinctBy(message => message.Origin!.Channel).OrderBy(message => message.Origin!.Channel, StringComparer.Ordinal))
        {
            var address = message.Origin!.Channel!;
            var known = await Conversations(db)
                .Where(conversation => conversation.Platform == message.Platform && conversation.Address == address)
                .Locked()
                .SingleOrDefaultAsync(cancellationToken);
            channels.Add(address, known ?? BeginChannel(db, message, address));
        }

        return channels;
    }

    /// <summary>The rounds that messages answer, by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ChannelRound>> RoundsAsync(CoachDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. messages.Select(message => message.Origin?.Round).OfType<Guid>().Distinct()];
        return ids.Count == 0 ? new Dictionary<Guid, ChannelRound>() : await db.Rounds.Where(round => ids.Contains(round.Id)).ToDictionaryAsync(round => round.Id, cancellationToken);
    }

    /// <summary>Conversations with what belongs to them.</summary>
    public static IQueryable<Conversation> Conversations(CoachDb db) =>
        db.Conversations.Include(conversation => conversation.Learner).Include(conversation => conversation.Schedule);

    /// <summary>The cards of each learner: all of them or those of the path where the intent needs them, and that of the exercise in hand.</summary>
    public async Task<IReadOnlyDictionary<Guid, CardBox>> CardsAsync(
        CoachDb db, IReadOnlyList<(Conversation Conversation, Intent Intent)> wanted, CancellationToken cancellationToken)
    {
        List<Guid> all = [.. wanted.Where(one => one.Intent.NeedsAllCards).Select(one => one.Conversation.Learner.Id).Distinct()];
        var cards = all.Count == 0 ? [] : await db.Cards.Where(card => all.Contains(card.LearnerId)).ToListAsync(cancellationToken);
        var some = wanted.Where(one => !all.Contains(one.Conversation.Learner.Id)).ToList();
        cards.AddRange(await OnPathsAsync(db, some.Where(one => one.Intent.NeedsPathCards).Select(one => one.Conversation), cancellationToken));
        var inHand = some.Where(one => one.Conversation.Current is { } current && !(one.Intent.NeedsPathCards && current.Key.StartsWith(one.Conversation.Learner.PathId + "/", StringComparison.Ordinal))).ToList();
        if (inHand.Count > 0)
        {
            List<Guid> learners = [.. inHand.Select(one => one.Conversation.Learner.Id).Distinct()];
            List<string> keys = [.. inHand.Select(one => one.Conversation.Current!.Key).Distinct()];
            cards.AddRange(await db.Cards.Where(card => learners.Contains(card.LearnerId) && keys.Contains(card.ExerciseKey)).ToListAsync(cancellationToken));
        }

        // Two conversations of one learner may ask for the same card.
        var byLearner = cards.Distinct().ToLookup(card => card.LearnerId);
        return wanted
            .Select(one => one.Conversation.Learner.Id)
            .Distinct()
            .ToDictionary(learner => learner, learner => new CardBox(learner, byLearner[learner]));
    }

    /// <summary>Each learner's cards of the path that they are on: all that choosing the day's exercise looks at.</summary>
    public async Task<IReadOnlyDictionary<Guid, CardBox>> PathCardsAsync(CoachDb db, IReadOnlyCollection<Conversation> conversations, CancellationToken cancellationToken)
    {
        var byLearner = (await OnPathsAsync(db, conversations, cancellationToken)).ToLookup(card => card.LearnerId);
        return conversations.Select(conversation => conversation.Learner.Id).Distinct().ToDictionary(learner => learner, learner => new CardBox(learner, byLearner[learner]));
    }

    private static async Task<List<Card>> OnPathsAsync(CoachDb db, IEnumerable<Conversation> conversations, CancellationToken cancellationToken)
    {
        var cards = new List<Card>();
        foreach (var onPath in conversations.Where(conversation => conversation.Learner.PathId is not null).GroupBy(conversation => conversation.Learner.PathId + "/"))
        {
            List<Guid> learners = [.. onPath.Select(conversation => conversation.Learner.Id).Distinct()];
            cards.AddRange(await db.Cards.Where(card => learners.Contains(card.LearnerId) && card.ExerciseKey.StartsWith(onPath.Key)).ToListAsync(cancellationToken));
        }

        return cards;
    }

    /// <summary>What the learners of these conversations answered of late.</summary>
    public Task<ILookup<Guid, PastAttempt>> AttemptsAsync(CoachDb db, IEnumerable<Conversation> wanted, CancellationToken cancellationToken) =>
        PastAttempts.OfAsync(db, [.. wanted.Select(conversation => conversation.Learner.Id).Distinct()], time.GetUtcNow(), cancellationToken);

    /// <param name="past">What was answered of late, for who needs it.</param>
    /// <param name="heard">What was said; null for what the coach says of itself.</param>
    /// <param name="channel">The conversation of the channel it was said in, where that matters.</param>
    /// <param name="round">The round of a channel that it answers.</param>
    internal async ValueTask<Turn> OpenAsync(
        CoachDb db,
        Conversation conversation,
        IReadOnlyDictionary<Guid, CardBox> cards,
        CancellationToken cancellationToken,
        ILookup<Guid, PastAttempt>? past = null,
        Heard? heard = null,
        Conversation? channel = null,
        ChannelRound? round = null)
    {
        var message = heard?.Message;
        var version = round?.ExerciseVersion ?? message?.Origin?.Exercise ?? conversation.Current?.Version;
        return new Turn
        {
            Conversation = conversation,
            Library = library.Current,
            Now = time.GetUtcNow(),
            Exercise = version is null ? null : await library.FindAsync(db, version.Value, cancellationToken),
            Cards = cards[conversation.Learner.Id],
            Past = [.. past?[conversation.Learner.Id] ?? []],
            Practice = practice,
            IsAdmin = message is not null && IsAdmin(message),
            MayReview = message is not null && (IsAdmin(message) || owners.PathsOf(message.Platform, message.Sender).Count > 0),
            AnswerInQuestion = heard?.Intent is { NeedsAnswerInQuestion: true } ? await InQuestionAsync(db, conversation, heard.Said, cancellationToken) : null,
            LinkOffer = heard?.Intent is { NeedsLinkOffer: true } ? await LinkedLearners.OfferAsync(db, heard.Said, time.GetUtcNow(), cancellationToken) : null,
            OtherPlaces = heard?.Intent is { NeedsPlaces: true } ? await LinkedLearners.OtherPlacesAsync(db, conversation, cancellationToken) : [],
            PublicUrl = pages.Url,
            LocalUrl = here.For(conversation.Platform),
            ChannelCall = calls.FirstOrDefault(call => call.Platform == conversation.Platform)?.Before ?? "",
            IsLocalUrlGuessed = here.IsGuessed,
            Leaderboard = heard?.Intent is { NeedsLeaderboard: true } ? await Leaderboard.ReadAsync(db, time.GetUtcNow(), cancellationToken) : [],
            Origin = message?.Origin,
            Channel = channel,
            Round = round,
            RoundAnswer = round is null ? null : await db.RoundAnswers.FindAsync([round.Id, conversation.Learner.Id], cancellationToken),
        };
    }

    /// <summary>Stores what turns made, in the same transaction as the state that they changed.</summary>
    internal static async Task KeepAsync(CoachDb db, IReadOnlyList<KeptTurn> turns, CancellationToken cancellationToken)
    {
        db.OneTimeCodes.AddRange(turns.SelectMany(kept => kept.Turn.Codes.Select(code => OneTimeCode.Of(code, kept.Turn.Conversation))));
        db.Cards.AddRange(turns.SelectMany(kept => kept.Turn.Cards.Added));
        db.Disputes.AddRange(turns.SelectMany(kept => kept.Turn.Disputes));
        db.Rounds.AddRange(turns.SelectMany(kept => kept.Turn.Rounds));
        db.RoundAnswers.AddRange(turns.Select(kept => kept.Turn.RoundAnswer).OfType<ChannelAnswer>().Where(answer => db.Entry(answer).State == EntityState.Detached));
        // New conversations are there before what is said in them.
        await db.SaveManyAsync(cancellationToken);
        await db.InsertAsync([.. turns.SelectMany(kept => kept.Turn.Attempts)], cancellationToken);
        await db.InsertAsync([.. turns.SelectMany(Messages)], cancellationToken);
    }

    /// <summary>The learner's answer whose grade is disputed: the latest to the exercise that is meant; null when there is none.</summary>
    private async Task<AnswerInQuestion?> InQuestionAsync(CoachDb db, Conversation conversation, string said, CancellationToken cancellationToken)
    {
        var learner = conversation.Learner.Id;
        var key = DisputeIntent.KeyOf(conversation, said);
        var attempt = await db.Attempts.AsNoTracking()
            .Where(attempt => attempt.LearnerId == learner && (key == null || attempt.ExerciseKey == key))
            .OrderByDescending(attempt => attempt.At)
            .ThenByDescending(attempt => attempt.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return attempt is null ? null : new AnswerInQuestion(
            attempt,
            await library.FindAsync(db, attempt.ExerciseVersion, cancellationToken),
            await db.Disputes.AsNoTracking().FirstOrDefaultAsync(dispute => dispute.AttemptId == attempt.Id, cancellationToken),
            await db.Disputes.CountAsync(dispute => dispute.LearnerId == learner && dispute.State == DisputeState.Open, cancellationToken),
            await owners.ConversationsAsync(db, attempt.ExerciseKey.Split('/')[0], cancellationToken));
    }

    private bool IsAdmin(InboxMessage message) => admins.Include(message.Platform, message.Workspace, PersonOf(message.Sender));

    /// <summary>Platforms with workspaces put theirs before the person's own id.</summary>
    internal static string PersonOf(string sender) => sender[(sender.LastIndexOf('/') + 1)..];

    private static IEnumerable<OutboxMessage> Messages(KeptTurn kept)
    {
        var kind = kept.InReplyTo is null ? OutboxKind.Prompt : OutboxKind.Reply;
        return kept.Turn.Said.Select(said => OutboxMessage.Of(
            said.Reply, said.In ?? kept.Turn.Conversation, kind, kept.InReplyTo, kept.Turn.Now, kept.ExpiresAt, said.Destination));
    }

    private async Task<Conversation> BeginAsync(CoachDb db, InboxMessage message, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var conversation = new Conversation
        {
            Id = id,
            Platform = message.Platform,
            Workspace = message.Workspace,
            Address = message.Address,
            Learner = await LearnerAsync(db, message, cancellationToken),
            Schedule = new Schedule { ConversationId = id },
            ZoneAsked = message.TimeZone is not null,
        };
        if (message.TimeZone is { } name && TimeZones.TryFind(name, out var zone))
        {
            conversation.Schedule.Move(zone, time.GetUtcNow());
        }

        db.Conversations.Add(conversation);
        return conversation;
    }

    private Conversation BeginChannel(CoachDb db, InboxMessage message, string address)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var channel = new Conversation
        {
            Id = id,
            Platform = message.Platform,
            Workspace = message.Workspace,
            Address = address,
            IsChannel = true,
            ZoneAsked = true,
            Learner = new Learner { Id = Guid.CreateVersion7(now), JoinedAt = now },
            Schedule = new Schedule { ConversationId = id },
        };
        db.Conversations.Add(channel);
        return channel;
    }

    private async Task<Learner> LearnerAsync(CoachDb db, InboxMessage message, CancellationToken cancellationToken)
    {
        var known = await db.Identities
            .Where(identity => identity.Platform == message.Platform && identity.UserId == message.Sender)
            .Join(db.Learners, identity => identity.LearnerId, learner => learner.Id, (_, learner) => learner)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return known;
        }

        var learner = new Learner { Id = Guid.CreateVersion7(time.GetUtcNow()), JoinedAt = time.GetUtcNow() };
        db.Learners.Add(learner);
        db.Identities.Add(new Identity { Platform = message.Platform, UserId = message.Sender, LearnerId = learner.Id });
        return learner;
    }
}
