using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Benchmarks;

/// <summary>The exercises of the shipped content, with their glossaries.</summary>
internal static class ShippedExercises
{
    public static IReadOnlyList<(Exercise Exercise, Glossary Glossary, IReadOnlyList<Term> Terms)> Load()
    {
        var folder = Path.Combine(Repository.ContentFolder, "paths");
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(file => new ContentFile("paths/" + Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
        return
        [
            .. from path in ContentReader.Read([.. files]).Paths
               let glossary = Glossary.Compile(path.Terms)
               from exercise in path.Exercises
               select (exercise, glossary, path.Terms),
        ];
    }
}
