using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>
/// One thing said or due, and all that deciding on it takes. Intents change the conversation, the cards and the attempts here,
/// and say their replies; the host stores the whole in one transaction.
/// </summary>
public sealed class Turn
{
    private readonly List<Said> _said = [];
    private readonly List<Attempt> _attempts = [];
    private readonly List<ChannelRound> _rounds = [];
    private readonly List<IssuedCode> _codes = [];
    private readonly List<Dispute> _disputes = [];

    public required Conversation Conversation { get; init; }

    public required Library Library { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The exercise that <see cref="Conversation.Current"/> names, in the version that was asked.</summary>
    public required PublishedExercise? Exercise { get; init; }

    /// <summary>The learner's cards: that of the current exercise, and those that the intent <see cref="Intents.Intent.NeedsPathCards"/> or <see cref="Intents.Intent.NeedsAllCards"/> for.</summary>
    public required CardBox Cards { get; init; }

    /// <summary>What the learner answered of late, for an intent that <see cref="Intents.Intent.NeedsAttempts"/> and for a digest; else nothing.</summary>
    public IReadOnlyList<PastAttempt> Past { get; init; } = [];

    public required PracticeSettings Practice { get; init; }

    /// <summary>Whether whoever speaks looks after the coach; nobody does when the coach speaks of itself.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether whoever speaks may judge disputed grades.</summary>
    public bool MayReview { get; init; }

    /// <summary>The answer that is spoken of, for an intent that <see cref="Intents.Intent.NeedsAnswerInQuestion"/>; null when there is none.</summary>
    public AnswerInQuestion? AnswerInQuestion { get; init; }

    /// <summary>Where the coach's own pages are reached from outside; null when they are not.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Where whoever speaks reaches them on the coach's own machine; null for people elsewhere.</summary>
    public Uri? LocalUrl { get; init; }

    /// <summary>What people say before a word to the coach in a channel of this platform: a command, or a mention.</summary>
    public string ChannelCall { get; init; } = "";

    /// <summary>Whether nobody may answer there: a terminal runs without a host too.</summary>
    public bool IsLocalUrlGuessed { get; init; }

    /// <summary>Those on the leaderboard, for an intent that <see cref="Intents.Intent.NeedsLeaderboard"/>.</summary>
    public IReadOnlyList<LeaderboardEntry> Leaderboard { get; init; } = [];

    /// <summary>The code that was entered, for an intent that <see cref="Intents.Intent.NeedsLinkOffer"/>; null when it opens nothing.</summary>
    public LinkOffer? LinkOffer { get; init; }

    /// <summary>The learner's other conversations, for an intent that <see cref="Intents.Intent.NeedsPlaces"/>.</summary>
    public IReadOnlyList<Conversation> OtherPlaces { get; init; } = [];

    /// <summary>What is to be done beyond the conversation; null for nothing.</summary>
    public Wish? Wish { get; set; }

    /// <summary>Where it was said; null when that is the conversation itself.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The conversation of the channel it was said in, for an intent that <see cref="Intents.Intent.NeedsChannel"/>.</summary>
    public Conversation? Channel { get; init; }

    /// <summary>The channel's round that it answers.</summary>
    public ChannelRound? Round { get; init; }

    /// <summary>The learner's best in that round; null before the first answer.</summary>
    public ChannelAnswer? RoundAnswer { get; set; }

    /// <summary>What was said, in order, with the way each part goes out.</summary>
    public IReadOnlyList<Said> Said => _said;

    public IEnumerable<Reply> Replies => _said.Select(said => said.Reply);

    public IReadOnlyList<Attempt> Attempts => _attempts;

    public Learner Learner => Conversation.Learner;

    public Schedule Schedule => Conversation.Schedule;

    /// <summary>Whether the daily prompt comes in this conversation: linked ones share a schedule.</summary>
    public bool PromptsComeHere => Schedule.ConversationId == Conversation.Id;

    /// <summary>The learner's path; null until one is chosen, or when it is no longer served.</summary>
    public PublishedPath? Path => Library.Path(Learner.PathId);

    public DateOnly LocalDate => LocalClock.DateAt(Now, Schedule.TimeZone);

    /// <summary>Rounds that were opened in a channel.</summary>
    public IReadOnlyList<ChannelRound> Rounds => _rounds;

    /// <summary>Answers where it was said.</summary>
    public void Say(Reply reply)
    {
        // A home page shows one notice, and the next would take its place: all that a control brings about is one.
        if (Origin is { OnHomePage: true } && _said is [.., { Destination.Kind: DestinationKind.HomePage } last])
        {
            _said[^1] = last with { Reply = new Reply([.. last.Reply.Blocks, .. reply.Blocks]) };
            return;
        }

        _said.Add(new Said(reply, Back()));
    }

    public void Say(string text, params Choice[] choices) => Say(Reply.Saying(text, choices));

    /// <param name="destination">Null for a plain post in the conversation.</param>
    /// <param name="conversation">Where it is said; null for the turn's own.</param>
    public void Send(Reply reply, Destination? destination, Conversation? conversation = null) => _said.Add(new Said(reply, destination, conversation));

    /// <summary>Tells the person alone, in their own conversation.</summary>
    /// <param name="elsewhere">What is said where they spoke, when that is another place.</param>
    public void SayAlone(Reply reply, string elsewhere)
    {
        if (Origin is { BeforeOthers: true })
        {
            // Then what answers there comes to their own chat anyway, and who has none is told so.
            Say(reply);
            return;
        }

        Send(reply, destination: null);
        if (Origin is { Channel: not null } or { OnHomePage: true })
        {
            Say(elsewhere);
        }
    }

    /// <summary>Counts an answer in the round: a worse one takes nothing away.</summary>
    public void Count(IReadOnlyList<string> pointsMet, bool passed)
    {
        RoundAnswer ??= new ChannelAnswer { RoundId = Round!.Id, LearnerId = Learner.Id, PointsMet = [] };
        RoundAnswer.PointsMet = [.. RoundAnswer.PointsMet.Union(pointsMet, StringComparer.Ordinal)];
        RoundAnswer.Passed |= passed;
    }

    /// <summary>Codes that were made for the learner.</summary>
    public IReadOnlyList<IssuedCode> Codes => _codes;

    /// <returns>The secret, to be told to the learner alone.</returns>
    public string Issue(CodePurpose purpose)
    {
        var code = IssuedCode.New(purpose, Now);
        _codes.Add(code);
        return code.Secret;
    }

    public void Open(ChannelRound round) => _rounds.Add(round);

    /// <summary>Grades that the learner found wrong.</summary>
    public IReadOnlyList<Dispute> Disputes => _disputes;

    public void Open(Dispute dispute) => _disputes.Add(dispute);

    /// <summary>Takes a graded answer: it is kept, changes what the learner remembers, and counts for the day.</summary>
    /// <param name="inHand">The exercise in hand that it answers; null for a channel's, which nobody has in hand.</param>
    public Attempt Take(PublishedExercise asked, string answer, Grade grade, CurrentExercise? inHand = null)
    {
        var card = Cards.Get(asked.Key);
        var (tries, hints, modelShown) = (inHand?.Tries ?? 0, inHand?.HintsGiven.Count ?? 0, inHand?.ModelShown == true);
        var rating = Ratings.Of(asked.Exercise, grade, tries, helped: hints > 0 || modelShown);
        var attempt = new Attempt
        {
            LearnerId = Learner.Id,
            ConversationId = Conversation.Id,
            ExerciseKey = asked.Key,
            ExerciseVersion = asked.Version,
            Answer = answer,
            Score = grade.Score,
            Verdict = grade.Verdict,
            PointsMet = [.. grade.Points.Where(point => point.Met).Select(point => point.Id)],
            Hints = hints,
            ModelShown = modelShown,
            Rating = rating,
            Recalled = tries == 0 && card.Memory.Phase == FsrsPhase.Review ? rating != Rating.Again : null,
            LocalDate = LocalDate,
            At = Now,
        };
        _attempts.Add(attempt);
        card.Take(attempt, Practice.Scheduler);
        Learner.Streak = Learner.Streak.Practised(Schedule, Now);
        if (attempt.Verdict == Verdict.Pass && asked.Key == Conversation.TodayKey)
        {
            Conversation.FinishToday();
        }

        return attempt;
    }

    /// <summary>Chooses among exercises for this learner, now.</summary>
    public Picker Picker => field ??= new(Cards, Practice.Scheduler, Now, Schedule.TimeZone);

    private Destination? Back() => Origin switch
    {
        // The form shows the reply itself; this is where it stays.
        { InForm: true } => null,
        { OnHomePage: true } => new Destination { Kind = DestinationKind.HomePage },
        { Channel: { } channel } => new Destination { Kind = DestinationKind.ForOnePerson, Channel = channel, Message = Origin.Thread, ReplyUrl = Origin.ReplyUrl },
        _ => null,
    };
}
