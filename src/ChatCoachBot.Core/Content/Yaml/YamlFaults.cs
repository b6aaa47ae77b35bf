using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>What is wrong with one file as YAML.</summary>
internal sealed class YamlFaults(string file)
{
    private readonly List<Fault> _faults = [];

    public string File => file;

    public IReadOnlyList<Fault> All => _faults;

    public void Add(Mark mark, string message)
    {
        var (line, column) = Position.Of(mark);
        _faults.Add(new Fault(file, line, column, message));
    }

    /// <summary>It is noticed lines later; what has to be mended is where it opens.</summary>
    public void AddOpenBracket(Mark mark) => Add(mark, "The bracket that opens here is never closed; close it.");

    public void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Add(node.Start, $"Anchors (&{node.Anchor.Value}) are not allowed in content; remove it, or put a text that starts with '&' in quotes.");
        if (!node.Tag.IsEmpty)
            Add(node.Start, "Tags (!name) are not allowed in content; remove it, or put a text that starts with '!' in quotes.");
    }
}
