using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Choices;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading;

/// <summary>Grades the choice of one option, by number, letter or text.</summary>
public sealed class ChoiceGrader : ExerciseGrader
{
    private const string PointId = "choice";

    private readonly IReadOnlyList<Option> options;
    private readonly OptionText[] texts;

    internal ChoiceGrader(Exercise exercise)
    {
        options = exercise.Options;
        if (options.Count < 2 || options.Count(option => option.Correct) != 1)
            throw new FormatException($"Exercise {exercise.Id}: it needs two options or more, and exactly one that is correct.");
        texts = [.. options.Select(option => new OptionText(option.Text))];
    }

    public override Grade Grade(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = AnswerText.Of(answer.AsSpan(0, GradedLength(answer)));
        if (text.WordCount == 0 || (OptionNumber.Read(text, options.Count) ?? OptionText.Nearest(texts, text)) is not { } chosen)
            return NotUnderstood();
        var option = options[chosen];
        var first = text.Tokens[0].Start;
        var evidence = new Evidence(first, text.Tokens[^1].End - first, answer[first..text.Tokens[^1].End]);
        return new()
        {
            Score = option.Correct ? 1 : 0,
            Verdict = option.Correct ? Verdict.Pass : Verdict.Fail,
            Points = [new(PointId, option.Correct, option.Correct ? evidence : null, option.Why)],
            ImproveFirst = option.Correct ? null : option.Why,
        };
    }

    private Grade NotUnderstood()
    {
        var how = string.Create(CultureInfo.InvariantCulture, $"Choose one: type its number, 1 to {options.Count}.");
        return new()
        {
            Score = 0,
            Verdict = Verdict.Fail,
            Understood = false,
            Points = [new(PointId, Met: false, Evidence: null, how)],
            Notes = [how],
            ImproveFirst = how,
        };
    }
}
