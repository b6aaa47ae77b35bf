using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Tests.Practice;

/// <summary>
/// A year of 200 learners of known memory, from prompt to prompt, through the dialog as it is: each has a zone, an hour and weekdays of
/// their own, answers what their memory still holds, and does the rounds that are offered until nothing is due.
/// </summary>
public sealed class SimulatedYearTests
{
    private const int Learners = 200;
    private const int Exercises = 120;
    private const double Desired = 0.9;
    private const string Known = "A queue keeps the messages until a consumer has taken them.";
    private const string Forgotten = "I do not know that any more.";

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddDays(365);
    private static readonly string[] Zones = ["UTC", "Europe/Warsaw", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Asia/Tokyo"];
    private static readonly Weekdays[] Days = [Weekdays.Workdays, Weekdays.Everyday, Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday, Weekdays.Weekend];
    private static readonly PracticeSettings Practice = new(new FsrsScheduler(new FsrsOptions { DesiredRetention = Desired }), PracticeSettings.UsualRound);
    private static readonly Library Library = new([Path()]);

    [Fact]
    public void Prompts_and_streaks_are_exact_and_what_was_learnt_is_remembered_as_wished()
    {
        var lives = Enumerable.Range(0, Learners).Select(number => new Life(number)).ToList();
        Parallel.ForEach(lives, life => life.Live());

        foreach (var life in lives)
        {
            life.Prompted.ShouldBe(life.Expected(), $"learner {life.Number}: one prompt on each chosen local date, and none else");
            life.Conversation.Learner.Streak.Days.ShouldBe(life.ExpectedStreak(), $"learner {life.Number}");
            life.Learnt.ShouldBe(Math.Min(Exercises, life.Answered), $"learner {life.Number}: something new on every day of practice until all is learnt");
        }

        // Those who practise every day do all that is due on the day it is due, which is what the model assumes.
        var recalled = lives.Where(life => life.Conversation.Schedule.Days == Weekdays.Everyday && life.Misses == 0).SelectMany(life => life.Reviews).ToList();
        recalled.Count.ShouldBeGreaterThan(10_000);
        recalled.Average(known => known ? 1.0 : 0.0).ShouldBe(Desired, 0.03);
    }

    private static PublishedPath Path()
    {
        var glossary = new Lazy<Glossary>(() => Glossary.Compile([]));
        var topics = Enumerable.Range(0, 4).Select(number => new Topic { Id = $"topic-{number}", Title = $"Topic {number}", Summary = "It is one." }).ToList();
        var exercises = Enumerable.Range(0, Exercises).Select(number => new Exercise
        {
            Id = $"explain-{number:000}",
            Kind = ExerciseKind.Explain,
            Topic = topics[number % topics.Count].Id,
            Prompt = $"Explain thing {number}.",
            ModelAnswer = "It is so.",
            Rubric = new Rubric
            {
                Points =
                [
                    new Point { Id = "keeps", Any = ["keep"], Met = "Yes.", Missed = "What does it keep?", Hint = "Messages." },
                    new Point { Id = "until", Any = ["until"], Met = "Yes.", Missed = "How long?", Hint = "Until…" },
                ],
            },
        }).ToList();
        var info = new LearningPath { Id = "path", Title = "Path", Level = "B2", Summary = "It is one.", Topics = topics, Exercises = exercises };
        return new PublishedPath(info, [.. Syllabus.Of(info).Select((exercise, index) => new PublishedExercise(index + 1, info.Id, exercise, glossary))]);
    }

    /// <summary>One learner's year.</summary>
    private sealed class Life
    {
        private static readonly DialogEngine Dialog = new();

        private readonly Random _random;
        private readonly List<Card> _cards = [];
        private readonly List<DateOnly> _practised = [];
        private readonly TimeOnly _time;
        private readonly int _missesEvery;
        private DateTimeOffset _now = Start;

        public Life(int number)
        {
            Number = number;
            _random = new Random(number);
            _time = new TimeOnly(number % 24, number * 7 % 60);
            // A third of them misses a day now and then.
            _missesEvery = number % 3 == 0 ? 5 + (number % 17) : 0;
            var id = Guid.NewGuid();
            Conversation = new Conversation
            {
                Id = id,
                Platform = "test",
                Address = $"{number}",
                Learner = new Learner { Id = Guid.NewGuid(), PathId = "path", JoinedAt = Start },
                Schedule = new Schedule { ConversationId = id },
                Step = Step.Practising,
            };
            Conversation.Schedule.Move(Zones[number % Zones.Length], Start);
            Conversation.Schedule.Remind(_time, Days[number / 2 % Days.Length], Start);
        }

        public int Number { get; }

        public Conversation Conversation { get; }

        public List<DateOnly> Prompted { get; } = [];

        /// <summary>Of each review of something learnt before: whether it was still known.</summary>
        public List<bool> Reviews { get; } = [];

        public int Misses { get; private set; }

        public int Answered { get; private set; }

        public int Learnt => _cards.Count(card => !card.IsNew);

        public void Live()
        {
            while (Conversation.Schedule.NextDue is { } due && due < End)
            {
                _now = due;
                Prompted.Add(Conversation.Schedule.Claim(due)!.Value);
                var prompt = Open();
                DailyPrompt.Send(prompt, TimeSpan.FromHours(6)).ShouldNotBeNull();
                if (_missesEvery > 0 && Prompted.Count % _missesEvery == 0)
                {
                    Misses++;
                    continue;
                }

                _now = due.AddMinutes(10);
                Answer();
                Answered++;
                _now = _now.AddMinutes(12);
                DoWhatIsDue();
            }
        }

        /// <summary>The chosen weekdays of the year, whatever the clock does on them.</summary>
        public List<DateOnly> Expected()
        {
            var zone = Conversation.Schedule.TimeZone;
            return
            [
                .. Enumerable.Range(0, 368)
                    .Select(day => LocalClock.DateAt(Start, zone).AddDays(day - 1))
                    .Where(date => Conversation.Schedule.Days.Includes(date.DayOfWeek) && LocalClock.MomentOf(date, _time, zone) is { } moment && moment > Start && moment < End),
            ];
        }

        /// <summary>Reckoned another way: day by day, with a purse of freezes.</summary>
        public int ExpectedStreak()
        {
            var (streak, freezes, week) = (0, 0, DateOnly.MinValue);
            var missed = 0;
            for (var date = _practised[0]; date <= _practised[^1]; date = date.AddDays(1))
            {
                if (!_practised.Contains(date))
                {
                    missed += Conversation.Schedule.Days.Includes(date.DayOfWeek) ? 1 : 0;
                    continue;
                }

                (streak, freezes) = missed <= freezes ? (streak + 1, freezes - missed) : (1, freezes);
                missed = 0;
                var monday = date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
                if (monday != week)
                {
                    (freezes, week) = (Math.Min(2, freezes + 1), monday);
                }
            }

            return streak;
        }

        private void DoWhatIsDue()
        {
            // A round has five; forgotten things come back in minutes, and are left for the next day after a few rounds.
            for (var round = 0; round < 40 && new Picker(new CardBox(Guid.Empty, _cards), Practice.Scheduler, _now, Conversation.Schedule.TimeZone).Due(Library.Paths[0].Syllabus).Any(); round++)
            {
                Say("review");
                while (Conversation.Quiz is { IsLeft: false })
                {
                    if (Conversation.Current is { IsOpen: true, Tries: 0 })
                    {
                        Answer();
                    }
                    else
                    {
                        Say("next");
                    }
                }

                _now = _now.AddMinutes(11);
            }
        }

        /// <summary>Says what the memory still holds: it fades as the model has it.</summary>
        private void Answer()
        {
            var card = _cards.Find(card => card.ExerciseKey == Conversation.Current!.Key);
            var memory = card?.Memory ?? default;
            var chance = memory.Phase == FsrsPhase.New ? 0.6 : Practice.Scheduler.Retrievability(memory, _now);
            var knows = _random.NextDouble() < chance;
            foreach (var attempt in Say(knows ? Known : Forgotten))
            {
                if (attempt.Recalled is { } recalled)
                {
                    recalled.ShouldBe(knows);
                    Reviews.Add(recalled);
                }

                attempt.Verdict.ShouldBe(knows ? Verdict.Pass : Verdict.Fail);
            }
        }

        private IReadOnlyList<Attempt> Say(string text)
        {
            var (intent, said) = Dialog.Recognise(Conversation, text, Library);
            var turn = Open();
            intent.Respond(turn, said);
            _cards.AddRange(turn.Cards.Added);
            // Who practises at midnight has practised on both days.
            _practised.AddRange(turn.Attempts.Select(attempt => attempt.LocalDate).Except(_practised));
            return turn.Attempts;
        }

        private Turn Open() => new()
        {
            Conversation = Conversation,
            Library = Library,
            Now = _now,
            Exercise = Conversation.Current is { } current ? Library.Paths[0].Exercise(current.Key) : null,
            Cards = new CardBox(Conversation.Learner.Id, _cards),
            Practice = Practice,
        };
    }
}
