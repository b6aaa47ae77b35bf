using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>A grade: the score, what was met and in which words, what to say, and what to do next.</summary>
internal static class GradeReply
{
    /// <param name="offer">A round of what is due; null for none.</param>
    /// <param name="unaided">Whether it was answered at the first try, without help: then it may have been too easy.</param>
    public static Reply For(PublishedExercise published, Grade grade, Choice next, (string Text, Choice Button)? offer = null, bool unaided = false)
    {
        var exercise = published.Exercise;
        List<Block> blocks = [.. Blocks(grade)];
        if (grade.Verdict == Verdict.Pass)
        {
            if (offer is var (text, _))
            {
                blocks.Add(new Paragraph(text));
            }

            blocks.Add(new Choices(
            [
                .. offer is var (_, button) ? [button] : Array.Empty<Choice>(),
                next,
                Buttons.ModelAnswer,
                Buttons.Again,
                .. unaided && grade.Points.All(point => point.Met) ? [Buttons.TooEasy(published.Key)] : Array.Empty<Choice>(),
            ]));
        }
        else
        {
            blocks.Add(new Caption(Texts.TryAgain));
            blocks.Add(new AnswerForm(published.Version, exercise.Options.Count == 0));
            blocks.Add(new Choices([.. Buttons.Options(exercise), Buttons.Hint, Buttons.Skip, Buttons.ModelAnswer, next, Buttons.IWasRight]));
        }

        return new Reply(blocks);
    }

    /// <summary>The grade itself, without what to do next.</summary>
    public static IEnumerable<Block> Blocks(Grade grade)
    {
        yield return new ScoreBar(grade.Score, grade.Verdict, Texts.Verdict(grade.Verdict));
        foreach (var note in grade.Notes)
        {
            yield return new Paragraph(note);
        }

        List<Finding> findings = [.. Findings(grade)];
        yield return new Findings(findings);
        // What stands first among what is to be mended need not be said twice.
        var toMend = findings.Where(finding => finding.Mark is Mark.Wrong or Mark.Missed).ToList();
        if (grade.Verdict != Verdict.Pass && grade.ImproveFirst is { } first && toMend.Count > 1 && toMend[0].Text != first)
        {
            yield return new Paragraph(Texts.ImproveFirst(first));
        }
    }

    private static IEnumerable<Finding> Findings(Grade grade) =>
    [
        .. grade.Points.Where(point => point.Met).Select(point => new Finding(Mark.Met, point.Feedback, point.Evidence?.Text)),
        .. grade.Misconceptions.Select(wrong => new Finding(Mark.Wrong, wrong.Feedback, wrong.Evidence.Text)),
        .. grade.Points.Where(point => !point.Met).Select(point => new Finding(Mark.Missed, point.Feedback)),
        .. grade.Spelling.Select(tip => new Finding(Mark.Tip, Texts.Spelling(tip))),
        .. grade.Language.Select(tip => new Finding(Mark.Tip, tip)),
    ];
}
