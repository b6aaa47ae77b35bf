using System.Collections.Concurrent;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Inbox;
using ChatCoachBot.Storage;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Daily;

/// <summary>
/// A year of 200 learners through schedules, database, outbox and a platform, where it counts what arrives and when. The same year through
/// the dialog and the memory is in the core's tests.
/// </summary>
public sealed class YearTests : IAsyncDisposable
{
    private const int Learners = 200;

    private static readonly TimeOnly Nine = new(9, 0);

    private readonly FakePlatform _platform = new();
    private readonly CoachApplication _coach;

    public YearTests() => _coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Platform = _platform };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    [Fact]
    public async Task Every_prompt_and_every_digest_of_a_year_arrives_once_on_its_day()
    {
        _ = _coach.Address;
        var start = _coach.Clock.GetUtcNow();
        var end = start.AddDays(365);
        var lives = Enumerable.Range(0, Learners).Select(number => new Life(number, start, end)).ToDictionary(life => life.Address, StringComparer.Ordinal);
        await _coach.ChangeAsync(db =>
        {
            db.AddRange(lives.Values.Select(life => life.Identity));
            db.AddRange(lives.Values.Select(life => life.Conversation));
            return Task.CompletedTask;
        });
        _platform.Received = message => lives[message.Address].Arrived.Enqueue((_coach.Clock.GetUtcNow(), FakePlatform.TextOf(message)));

        while (await NextDueAsync() is { } due && due < end)
        {
            _coach.Clock.SetUtcNow(due);
            await _coach.TickAsync();
            await AllSentAsync();
            _coach.Clock.Advance(TimeSpan.FromMinutes(10));
            foreach (var life in lives.Values.Where(life => life.WasPromptedAt(due)))
            {
                await SayAsync(life, life.NextWords(due, await AskedAsync(life)));
            }

            await AllSentAsync();
        }

        var streaks = await _coach.ReadAsync(db => db.Conversations.Include(conversation => conversation.Learner).ToDictionaryAsync(conversation => conversation.Address, conversation => conversation.Learner.Streak, Cancel));
        var delivered = (await _coach.ReadAsync(db => db.Deliveries.ToListAsync(Cancel))).ToLookup(delivery => delivery.ConversationId, delivery => delivery.LocalDate);
        foreach (var life in lives.Values)
        {
            life.PromptDates().ShouldBe(life.ExpectedPrompts(), $"prompts of {life.Address}");
            delivered[life.Conversation.Id].Order().ToList().ShouldBe(life.ExpectedPrompts(), $"deliveries of {life.Address}");
            life.DigestDates().ShouldBe(life.ExpectedDigests(), $"digests of {life.Address}");
            streaks[life.Address].Days.ShouldBe(life.ExpectedStreak(), $"streak of {life.Address}");
        }

        lives.Values.Sum(life => life.PromptDates().Count).ShouldBeGreaterThan(40_000);
        lives.Values.Sum(life => life.DigestDates().Count).ShouldBeGreaterThan(1_000);
        (await _coach.ReadAsync(db => db.Outbox.CountAsync(message => message.DroppedAt != null, Cancel))).ShouldBe(0);
    }

    private Task<DateTimeOffset?> NextDueAsync() => _coach.ReadAsync(db => db.Schedules.MinAsync(schedule => schedule.NextDue, Cancel));

    /// <summary>What is under way when hours pass would be taken for lost.</summary>
    private Task AllSentAsync() => _coach.UntilAsync(db => db.Outbox.AllAsync(message => message.SentAt != null || message.DroppedAt != null, Cancel));

    private Task<string> AskedAsync(Life life) => _coach.ReadAsync(async db =>
        (await db.Conversations.AsNoTracking().SingleAsync(conversation => conversation.Id == life.Conversation.Id, Cancel)).Current!.Key);

    private async Task SayAsync(Life life, string? words)
    {
        if (words is not null)
        {
            await _coach.Services.GetRequiredService<ImmediateTurn>().RunAsync(
                new Incoming(FakePlatform.Name, Guid.NewGuid().ToString(), life.Address, life.Address, InboxKind.Said, words), Cancel);
        }
    }

    /// <summary>One learner's year: what they do, and what has to come of it.</summary>
    private sealed class Life
    {
        private const int PauseDays = 14;
        private const int PauseAt = 10;

        private static readonly string[] Zones = ["Europe/Warsaw", "America/New_York", "Asia/Kolkata"];
        private static readonly Weekdays[] Days = [Weekdays.Workdays, Weekdays.Everyday, Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday, Weekdays.Weekend];

        private readonly int _number;
        private readonly DateTimeOffset _start;
        private readonly DateTimeOffset _end;
        private readonly string _zone;
        private readonly Weekdays _days;
        private readonly List<DateOnly> _practised = [];
        private DateOnly? _pausedOn;

        public Life(int number, DateTimeOffset start, DateTimeOffset end)
        {
            (_number, _start, _end) = (number, start, end);
            (_zone, _days) = (Zones[number % Zones.Length], Days[number / 2 % Days.Length]);
            var id = Guid.CreateVersion7();
            Conversation = new Conversation
            {
                Id = id,
                Platform = FakePlatform.Name,
                Address = $"learner-{number}",
                Learner = new Learner { Id = Guid.CreateVersion7(), PathId = "release-engineer", JoinedAt = start, WantsNoDigest = !WantsDigest },
                Schedule = new Schedule { ConversationId = id },
                Step = Step.Practising,
                ZoneAsked = true,
            };
            Conversation.Schedule.Move(_zone, start);
            Conversation.Schedule.Remind(Nine, _days, start);
        }

        public Conversation Conversation { get; }

        public string Address => Conversation.Address;

        public Identity Identity => new() { Platform = FakePlatform.Name, UserId = Address, LearnerId = Conversation.Learner.Id };

        /// <summary>What the platform was given for them.</summary>
        public ConcurrentQueue<(DateTimeOffset At, string Text)> Arrived { get; } = new();

        /// <summary>A quarter of them answers; the others only read.</summary>
        private bool Answers => _number % 4 == 0;

        private bool Pauses => _number % 7 == 3;

        private bool WantsDigest => _number % 6 != 4;

        public bool WasPromptedAt(DateTimeOffset due) => Prompts().LastOrDefault() == due;

        /// <summary>What they say ten minutes after a prompt; null for nothing.</summary>
        /// <param name="asked">The exercise they were asked.</param>
        public string? NextWords(DateTimeOffset due, string asked)
        {
            var (date, prompts) = (DateIn(due), Prompts().Count());
            if (Pauses && prompts == PauseAt)
            {
                _pausedOn = date;
                return $"pause {PauseDays} days";
            }

            // They miss a day now and then, some of them too many.
            if (!Answers || prompts % (5 + (_number % 9)) == 0)
            {
                return null;
            }

            _practised.Add(date);
            return asked.Contains("choice", StringComparison.Ordinal) ? "2" : "It goes back to the previous version, so customers see the old page.";
        }

        public List<DateOnly> PromptDates() => [.. Prompts().Select(DateIn)];

        public List<DateOnly> DigestDates() => [.. Arrived.Where(message => message.Text == Texts.DigestHeading).Select(message => DateIn(message.At))];

        public List<DateOnly> ExpectedPrompts() =>
        [
            .. Enumerable.Range(0, 368)
                .Select(day => DateIn(_start).AddDays(day - 1))
                .Where(date => _days.Includes(date.DayOfWeek) && LocalClock.MomentOf(date, Nine, _zone) is { } moment && moment > _start && moment < _end)
                .Where(date => !(date > _pausedOn && date < _pausedOn.Value.AddDays(PauseDays))),
        ];

        /// <summary>With the first prompt of each week behind one in which they practised.</summary>
        public List<DateOnly> ExpectedDigests() => !WantsDigest ? [] :
        [
            .. ExpectedPrompts()
                .GroupBy(MondayOf)
                .Where(week => _practised.Exists(date => MondayOf(date) == week.Key.AddDays(-7)))
                .Select(week => week.Min()),
        ];

        /// <summary>Reckoned another way: day by day, with a purse of freezes.</summary>
        public int ExpectedStreak()
        {
            var (streak, freezes, missed, earned) = (0, 0, 0, DateOnly.MinValue);
            for (var date = DateIn(_start); date <= _practised.LastOrDefault(); date = date.AddDays(1))
            {
                if (!_practised.Contains(date))
                {
                    var rests = !_days.Includes(date.DayOfWeek) || (date >= _pausedOn && date < _pausedOn.Value.AddDays(PauseDays));
                    missed += rests || streak == 0 ? 0 : 1;
                    continue;
                }

                (streak, freezes) = missed <= freezes ? (streak + 1, freezes - missed) : (1, freezes);
                missed = 0;
                (freezes, earned) = MondayOf(date) == earned ? (freezes, earned) : (Math.Min(2, freezes + 1), MondayOf(date));
            }

            return streak;
        }

        private IEnumerable<DateTimeOffset> Prompts() =>
            Arrived.Where(message => message.Text is Texts.DailyTermHeading or Texts.DailyExerciseHeading or Texts.DailyWaits).Select(message => message.At);

        private DateOnly DateIn(DateTimeOffset moment) => LocalClock.DateAt(moment, _zone);

        private static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
    }
}
