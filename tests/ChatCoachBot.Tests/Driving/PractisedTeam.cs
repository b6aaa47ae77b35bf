using ChatCoachBot.Content;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Driving;

/// <summary>Seven people who have practised the shipped path for up to eight weeks, day by day, by what a learner says.</summary>
public sealed class PractisedTeam : IAsyncLifetime
{
    /// <summary>Eight weeks, up to the morning of the last Friday.</summary>
    private const int Days = 53;

    private static readonly Person[] People =
    [
        new("Amara", FirstWeek: 0, DaysAWeek: 5, AnswersADay: 6, Right: 88, Says: ["share on Amara", "leaderboard on Amara"]),
        new("Bartek", FirstWeek: 0, DaysAWeek: 4, AnswersADay: 5, Right: 75, Says: ["leaderboard on Bartek"]),
        new("Chiara", FirstWeek: 1, DaysAWeek: 3, AnswersADay: 5, Right: 80, Says: ["share on Chiara", "leaderboard on Chiara"]),
        new("Deepak", FirstWeek: 2, DaysAWeek: 4, AnswersADay: 5, Right: 70, Says: []),
        new("Elif", FirstWeek: 2, DaysAWeek: 3, AnswersADay: 6, Right: 85, Says: ["leaderboard on Elif"]),
        new("Farid", FirstWeek: 3, DaysAWeek: 2, AnswersADay: 6, Right: 65, Says: []),
        new("Giulia", FirstWeek: 5, DaysAWeek: 3, AnswersADay: 6, Right: 78, Says: []),
    ];

    private readonly List<Learner> _learners = [];
    private Dictionary<string, string> _passing = [];

    public CoachApplication Coach { get; } = new() { Settings = { ["Admins"] = "web" } };

    /// <summary>The one who has practised most.</summary>
    public WebVisitor Amara => _learners[0].Visitor;

    public async ValueTask InitializeAsync()
    {
        var files = await ContentSource.FindConfigured([Coach.ContentFolder]).ReadAsync(TestContext.Current.CancellationToken);
        _passing = ContentReader.Read(files).Paths
            .SelectMany(path => path.Exercises.Select(exercise => (Key: $"{path.Id}/{exercise.Id}", exercise.Samples)))
            .ToDictionary(exercise => exercise.Key, exercise => exercise.Samples.First(sample => sample.Expect == Verdict.Pass).Answer);
        foreach (var person in People)
        {
            await JoinAsync(person);
        }

        for (var day = 0; day < Days; day++)
        {
            await Task.WhenAll(_learners.Where(learner => learner.Person.Practises(day)).Select(PractiseAsync));
            Coach.Clock.Advance(TimeSpan.FromDays(1));
        }

        await DisputeAsync(_learners[1]);
        foreach (var (learner, word) in _learners.SelectMany(learner => learner.Person.Says.Select(word => (learner, word))))
        {
            await learner.Visitor.AskAsync(word);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _learners.ForEach(learner => learner.Visitor.Dispose());
        await Coach.DisposeAsync();
    }

    private async Task JoinAsync(Person person)
    {
        var before = await Coach.ReadAsync(db => db.Conversations.Select(conversation => conversation.Id).ToListAsync(TestContext.Current.CancellationToken));
        var visitor = Coach.NewVisitor();
        await visitor.JoinAsync(reminder: "no reminders");
        var id = await Coach.ReadAsync(db => db.Conversations.Select(conversation => conversation.Id).SingleAsync(known => !before.Contains(known), TestContext.Current.CancellationToken));
        _learners.Add(new Learner(person, visitor, id, new Random(_learners.Count)));
    }

    /// <summary>The day's exercise, then what is due, then what comes next.</summary>
    private async Task PractiseAsync(Learner learner)
    {
        var most = learner.Chance.Next(1, learner.Person.AnswersADay + 1);
        for (var answers = 0; answers < most; answers++)
        {
            await learner.Visitor.AskAsync(answers switch { 0 => "today", 1 => "review", _ => "next" });
            if (await InHandAsync(learner) is { } key)
            {
                await learner.Visitor.AskAsync(AnswerTo(key, learner.Chance.Next(100) < learner.Person.Right));
            }
        }
    }

    private static async Task DisputeAsync(Learner learner)
    {
        await learner.Visitor.AskAsync("scenario");
        await learner.Visitor.AskAsync("It is a good idea because it is modern.");
        await learner.Visitor.AskAsync("I was right");
    }

    /// <summary>The exercise that awaits an answer; null for none.</summary>
    private async Task<string?> InHandAsync(Learner learner)
    {
        var current = await Coach.ReadAsync(db => db.Conversations.Where(conversation => conversation.Id == learner.Conversation).Select(conversation => conversation.Current).SingleAsync(TestContext.Current.CancellationToken));
        return current is { IsOpen: true } ? current.Key : null;
    }

    /// <summary>An answer that the exercise's author expects to pass, or one that does not.</summary>
    private string AnswerTo(string key, bool right)
    {
        var exercise = Coach.Services.GetRequiredService<LibraryCache>().Current.Path(key.Split('/')[0])!.Exercise(key)!.Exercise;
        return exercise switch
        {
            { Options.Count: > 0 } => $"{exercise.Options.TakeWhile(option => option.Correct != right).Count() + 1}",
            _ when !right => "I cannot explain this one yet, sorry.",
            _ when TermExercise.Is(exercise) => $"In our shop {exercise.Rubric!.Points[0].Any[0]} is what the payment team talked about last week.",
            _ => _passing[key],
        };
    }

    /// <param name="FirstWeek">How many weeks later than the others they begin.</param>
    /// <param name="Right">How many of a hundred answers.</param>
    /// <param name="Says">What they let others see.</param>
    private sealed record Person(string Name, int FirstWeek, int DaysAWeek, int AnswersADay, int Right, string[] Says)
    {
        public bool Practises(int day) => day >= FirstWeek * 7 && day % 7 < DaysAWeek;
    }

    private sealed record Learner(Person Person, WebVisitor Visitor, Guid Conversation, Random Chance);
}
