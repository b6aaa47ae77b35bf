using System.Diagnostics;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Intents;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Storage;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Benchmarks;

/// <summary>The day's exercise of one learner with many cards: reading them and choosing.</summary>
internal static class PickBenchmark
{
    private const int Times = 300;
    private const string PathId = "event-driven-systems-architect";

    public static async Task RunAsync(int cards)
    {
        using var folder = new TemporaryFolder();
        using var host = DueBenchmark.Build(folder);
        await CoachStart.RunAsync(host.Services, importsChanges: true, CancellationToken.None);
        var contexts = host.Services.GetRequiredService<IDbContextFactory<CoachDb>>();
        var (desk, practice) = (host.Services.GetRequiredService<TurnDesk>(), host.Services.GetRequiredService<PracticeSettings>());
        var path = host.Services.GetRequiredService<LibraryCache>().Current.Path(PathId)!;
        List<string> keys = [.. path.Syllabus.Select(exercise => exercise.Key)];
        var (onMany, onOne) = (await AddAsync(contexts, cards, keys, "other-path", practice), await AddAsync(contexts, cards, keys, PathId, practice));
        await MeasureAsync($"{cards} cards on many paths, a prompt", onMany, db => desk.PathCardsAsync(db, [onMany], CancellationToken.None));
        await MeasureAsync($"{cards} cards on many paths, `next`", onMany, db => desk.CardsAsync(db, [(onMany, new NextIntent())], CancellationToken.None));
        await MeasureAsync($"{cards} cards on one path, `next`", onOne, db => desk.CardsAsync(db, [(onOne, new NextIntent())], CancellationToken.None));
        await MeasureAsync($"{cards} cards on many paths, an intent that needs all", onMany, db => desk.CardsAsync(db, [(onMany, new ScenarioIntent())], CancellationToken.None));

        async Task MeasureAsync(string what, Conversation conversation, Func<CoachDb, Task<IReadOnlyDictionary<Guid, CardBox>>> read)
        {
            var times = new List<double>();
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await using var db = await contexts.CreateDbContextAsync();
                var box = (await read(db))[conversation.Learner.Id];
                var picker = new Picker(box, practice.Scheduler, DateTimeOffset.UtcNow, TimeZones.Utc);
                picker.Next(path.Syllabus).ShouldNotBeNull();
                picker.Due(path.Syllabus).Take(practice.RoundSize).Count().ShouldBePositive();
                if (i >= Times / 3)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            Console.WriteLine($"{what}: {Figures.Of(times, "ms")}");
        }
    }

    private static async Task<Conversation> AddAsync(IDbContextFactory<CoachDb> contexts, int cards, List<string> keys, string others, PracticeSettings practice)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = DateTimeOffset.UtcNow;
        var id = Guid.CreateVersion7();
        var conversation = new Conversation
        {
            Id = id,
            Platform = "web",
            Address = others,
            Learner = new Learner { Id = Guid.CreateVersion7(), PathId = PathId, JoinedAt = now },
            Schedule = new Schedule { ConversationId = id },
        };
        db.Conversations.Add(conversation);
        for (var i = 0; i < cards; i++)
        {
            var card = new Card { LearnerId = conversation.Learner.Id, ExerciseKey = i < keys.Count ? keys[i] : $"{others}/exercise-{i}" };
            card.FindTooEasy(practice.Scheduler, now.AddDays(-i % 60));
            db.Cards.Add(card);
        }

        await db.SaveChangesAsync();
        return conversation;
    }
}
