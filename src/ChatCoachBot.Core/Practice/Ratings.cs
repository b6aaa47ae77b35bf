using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.Core.Practice;

/// <summary>What a grade says about memory.</summary>
public static class Ratings
{
    /// <summary>Below this a partial answer counts as forgotten.</summary>
    private const double Half = 0.5;

    /// <param name="earlierTries">How often the exercise was answered since it was asked.</param>
    /// <param name="helped">Whether a hint or the model answer was seen before: that lowers the rating by one.</param>
    public static Rating Of(Exercise exercise, Grade grade, int earlierTries, bool helped)
    {
        var rating = Of(grade.Score, grade.Verdict);
        if (rating == Rating.Good && earlierTries == 0 && !helped && exercise.Rubric is not null && grade.Points.All(point => point.Met))
        {
            return Rating.Easy;
        }

        return helped && rating > Rating.Again ? rating - 1 : rating;
    }

    /// <summary>By score and verdict alone.</summary>
    public static Rating Of(double score, Verdict verdict) => verdict switch
    {
        Verdict.Pass => Rating.Good,
        Verdict.Partial when score >= Half => Rating.Hard,
        _ => Rating.Again,
    };
}
