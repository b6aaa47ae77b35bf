using System.Diagnostics;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
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
        var conversation = await AddAsync(contexts, cards, [.. path.Syllabus.Select(exercise => exercise.Key)], practice);
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var db = await contexts.CreateDbContextAsync();
            var box = (await desk.PathCardsAsync(db, [conversation], CancellationToken.None))[conversation.Learner.Id];
            var picker = new Picker(box, practice.Scheduler, DateTimeOffset.UtcNow, TimeZones.Utc);
            picker.Next(path.Syllabus).ShouldNotBeNull();
            picker.Due(path.Syllabus).Take(practice.RoundSize).Count().ShouldBePositive();
            if (i >= Times / 3)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Console.WriteLine($"{cards} cards: {Figures.Of(times, "ms")}");
    }

    private static async Task<Conversation> AddAsync(IDbContextFactory<CoachDb> contexts, int cards, List<string> keys, PracticeSettings practice)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = DateTimeOffset.UtcNow;
        var id = Guid.CreateVersion7();
        var conversation = new Conversation
        {
            Id = id,
            Platform = "web",
            Address = "picker",
            Learner = new Learner { Id = Guid.CreateVersion7(), PathId = PathId, JoinedAt = now },
            Schedule = new Schedule { ConversationId = id },
        };
        db.Conversations.Add(conversation);
        for (var i = 0; i < cards; i++)
        {
            var card = new Card { LearnerId = conversation.Learner.Id, ExerciseKey = i < keys.Count ? keys[i] : $"other-path/exercise-{i}" };
            card.FindTooEasy(practice.Scheduler, now.AddDays(-i % 60));
            db.Cards.Add(card);
        }

        await db.SaveChangesAsync();
        return conversation;
    }
}
