using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>The answer that learners are shown as good is good by the exercise's own measure.</summary>
internal sealed class ModelAnswerPasses : SampleRule
{
    public override IEnumerable<Fault> Check(GradedExercise graded)
    {
        var grade = graded.Grader.Grade(graded.Exercise.ModelAnswer);
        if (grade.Verdict is not Verdict.Pass)
            yield return graded.Document.Fault("modelAnswer", $"The model answer must pass but the grader says {GradeText.Of(grade)}.");
    }
}
