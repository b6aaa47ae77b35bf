using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Grading;

public abstract class ExerciseGrader
{
    public static ExerciseGrader Compile(Exercise exercise, IEnumerable<Term> glossary) => throw new NotImplementedException();

    public abstract Grade Grade(string answer);
}
