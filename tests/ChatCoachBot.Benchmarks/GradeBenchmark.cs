using BenchmarkDotNet.Attributes;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Benchmarks;

/// <summary>One 60-word answer against a compiled rubric of five points, from the shipped content.</summary>
[MemoryDiagnoser]
public class GradeBenchmark
{
    private const string ExerciseId = "explain-eventual-consistency";
    private const string Answer =
        "For a short time after you place the order, the list may still show the old state, because the change travels to the other services "
        + "as a message. Nothing is lost: once the updates stop arriving, every copy shows the same thing, usually within a second. If the customer "
        + "must see it at once, we can read from the source and pay for it with speed.";

    private Exercise _exercise = null!;
    private IReadOnlyList<Term> _glossary = [];
    private Glossary _compiledGlossary = null!;
    private ExerciseGrader _grader = null!;

    [GlobalSetup]
    public void Setup()
    {
        (_exercise, _, _glossary) = ShippedExercises.Load().First(shipped => shipped.Exercise.Id == ExerciseId);
        _compiledGlossary = Glossary.Compile(_glossary);
        _grader = ExerciseGrader.Compile(_exercise, _glossary);
    }

    [Benchmark]
    public Grade Grade() => _grader.Grade(Answer);

    [Benchmark]
    public ExerciseGrader Compile() => ExerciseGrader.Compile(_exercise, _compiledGlossary);

    [Benchmark]
    public ExerciseGrader CompileWithGlossary() => ExerciseGrader.Compile(_exercise, _glossary);
}
