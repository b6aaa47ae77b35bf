namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>
/// Where each node of a file stands, by its pointer: <c>rubric.points[0].id</c>; the root is the empty pointer.
/// The form is the one NJsonSchema writes, so that its errors can be looked up as they are.
/// </summary>
internal sealed class Positions
{
    private readonly Dictionary<string, Position> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> _keys = new(StringComparer.Ordinal);

    public static string Key(string parent, string key) => parent.Length == 0 ? key : $"{parent}.{key}";

    public static string Item(string parent, int index) => $"{parent}[{index}]";

    public void Add(string pointer, Position node) => _nodes[pointer] = node;

    public void AddKey(string pointer, Position key) => _keys[pointer] = key;

    /// <summary>
    /// Where a person would look for the node: a text at the text itself, a block at the key that opens it,
    /// what is missing at what it is missing from.
    /// </summary>
    public Position Of(string pointer)
    {
        while (true)
        {
            if (_nodes.TryGetValue(pointer, out var node))
                return node;
            if (pointer.Length == 0)
                return Position.Start;
            pointer = Parent(pointer);
        }
    }

    public Position OfKey(string pointer) => _keys.TryGetValue(pointer, out var key) ? key : Of(pointer);

    private static string Parent(string pointer) => pointer[..Math.Max(0, pointer.LastIndexOfAny(['.', '[']))];
}
