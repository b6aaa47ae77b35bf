using YamlDotNet.Core;

namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>A place in a file; both count from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    public static Position Start { get; } = new(1, 1);

    public static Position Of(in Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
