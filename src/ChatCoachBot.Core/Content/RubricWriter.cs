using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>Writes a rubric as YAML, in the form that an exercise file holds under <c>rubric:</c>.</summary>
public static class RubricWriter
{
    public static string Write(Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        return YamlWriter.Write(yaml => yaml.Map(() => Write(yaml, rubric)));
    }

    internal static void Write(YamlWriter yaml, Rubric rubric)
    {
        yaml.Value("pass", rubric.Pass);
        if (rubric.Fail is not Rubric.DefaultFail)
            yaml.Value("fail", rubric.Fail);
        yaml.List("points", rubric.Points, point => yaml.Map(() => Point(yaml, point)));
        if (rubric.Misconceptions.Count > 0)
            yaml.List("misconceptions", rubric.Misconceptions, idea => yaml.Map(() => Misconception(yaml, idea)));
        if (rubric.Language.Words is not null || rubric.Language.Avoid.Count > 0)
            yaml.Map("language", () => Language(yaml, rubric.Language));
    }

    private static void Point(YamlWriter yaml, Point point)
    {
        yaml.Id("id", point.Id);
        if (point.Weight is not 1)
            yaml.Value("weight", point.Weight);
        if (point.Required)
            yaml.Word("required", "true");
        Phrases(yaml, point.Any, point.All);
        yaml.Value("met", point.Met);
        yaml.Value("missed", point.Missed);
        yaml.Value("hint", point.Hint);
    }

    private static void Misconception(YamlWriter yaml, Misconception idea)
    {
        yaml.Id("id", idea.Id);
        Phrases(yaml, idea.Any, idea.All);
        yaml.Value("penalty", idea.Penalty);
        if (idea.Fails)
            yaml.Word("fails", "true");
        yaml.Value("feedback", idea.Feedback);
    }

    private static void Language(YamlWriter yaml, LanguageAdvice language)
    {
        if (language.Words is { } words)
        {
            yaml.Map("words", () =>
            {
                if (words.Min is { } least)
                    yaml.Value("min", least);
                if (words.Max is { } most)
                    yaml.Value("max", most);
            });
        }

        if (language.Avoid.Count == 0)
            return;
        yaml.List("avoid", language.Avoid, avoided => yaml.Map(() =>
        {
            Phrases(yaml, avoided.Any, []);
            yaml.Value("tip", avoided.Tip);
        }));
    }

    private static void Phrases(YamlWriter yaml, IReadOnlyList<string> any, IReadOnlyList<IReadOnlyList<string>> all)
    {
        if (any.Count > 0)
            yaml.Row("any", any);
        if (all.Count > 0)
            yaml.List("all", all, yaml.Row);
    }
}
