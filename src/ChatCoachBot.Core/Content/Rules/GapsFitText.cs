using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Core.Content.Rules;

/// <summary>Each <c>___</c> of the text has its entry in the gaps.</summary>
internal sealed partial class GapsFitText : ExerciseRule
{
    public override IEnumerable<Fault> Check(Document<Exercise> exercise)
    {
        if (exercise.Value is not { Kind: ExerciseKind.Gap, Text: { } text, Gaps: { Count: > 0 } gaps })
            yield break;

        var marks = Underscores().Matches(text);
        if (marks.Any(mark => mark.Length != 3))
        {
            yield return exercise.Fault("text", "A gap is written with three underscores: '___'.");
        }
        else if (marks.Count != gaps.Count)
        {
            yield return exercise.Fault("text", string.Create(
                CultureInfo.InvariantCulture, $"The text has {marks.Count} '___' but 'gaps' has {gaps.Count}; give each '___' one entry, in order."));
        }
    }

    [GeneratedRegex("_{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Underscores();
}
