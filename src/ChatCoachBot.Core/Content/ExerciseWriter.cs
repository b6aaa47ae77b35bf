using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>Writes an exercise as the file that holds it.</summary>
public static class ExerciseWriter
{
    private const string Header = "# yaml-language-server: $schema=../../../schema/exercise.schema.json\n";

    public static string Write(Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        return Header + YamlWriter.Write(yaml => yaml.Map(() => Write(yaml, exercise)));
    }

    private static void Write(YamlWriter yaml, Exercise exercise)
    {
        yaml.Id("id", exercise.Id);
        yaml.Word("kind", exercise.Kind.ToString().ToLowerInvariant());
        if (exercise.Title is { } title)
            yaml.Value("title", title);
        yaml.Id("topic", exercise.Topic);
        yaml.Ids("terms", exercise.Terms);
        if (exercise.Audience is { } audience)
            yaml.Value("audience", audience);
        yaml.Block("prompt", exercise.Prompt);
        yaml.Block("modelAnswer", exercise.ModelAnswer);
        if (exercise.Rubric is { } rubric)
            yaml.Map("rubric", () => RubricWriter.Write(yaml, rubric));
        if (exercise.Text is { } text)
            yaml.Block("text", text);
        if (exercise.Gaps.Count > 0)
            yaml.List("gaps", exercise.Gaps, gap => yaml.Map(() => Gap(yaml, gap)));
        if (exercise.Options.Count > 0)
            yaml.List("options", exercise.Options, option => yaml.Map(() => Option(yaml, option)));
        if (exercise.Samples.Count > 0)
            yaml.List("samples", exercise.Samples, sample => yaml.Map(() => Sample(yaml, sample)));
    }

    private static void Gap(YamlWriter yaml, Gap gap)
    {
        yaml.Row("any", gap.Any);
        yaml.Value("met", gap.Met);
        yaml.Value("missed", gap.Missed);
        if (gap.Hint is { } hint)
            yaml.Value("hint", hint);
    }

    private static void Option(YamlWriter yaml, Option option)
    {
        yaml.Value("text", option.Text);
        if (option.Correct)
            yaml.Word("correct", "true");
        yaml.Value("why", option.Why);
    }

    private static void Sample(YamlWriter yaml, Sample sample)
    {
        yaml.Value("answer", sample.Answer);
        yaml.Word("expect", sample.Expect.ToString().ToLowerInvariant());
        if (sample.Points is { } points)
            yaml.Row("points", points);
        if (sample.Misconceptions is { } misconceptions)
            yaml.Row("misconceptions", misconceptions);
    }
}
