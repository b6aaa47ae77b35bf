using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>
/// Reads the part of YAML 1.2 that content needs, as JSON with positions. Anchors, aliases, tags and merge keys are refused:
/// they make a file hard to read for the people who write content, and a small file huge.
/// </summary>
internal sealed class YamlReader
{
    private const int DepthLimit = 24;

    private readonly Parser _parser;
    private readonly Positions _positions = new();
    private readonly YamlFaults _faults;
    private readonly Stack<Mark> _brackets = [];
    private bool _isReadable = true;

    private YamlReader(ContentFile file)
    {
        _faults = new YamlFaults(file.Title);
#pragma warning disable RS0030 // The only way to give the parser a text is a TextReader; this one reads memory.
        _parser = new Parser(new System.IO.StringReader(file.Text.TrimStart('\uFEFF')));
#pragma warning restore RS0030
    }

    /// <param name="file">The file.</param>
    /// <param name="pointer">Where its root belongs, when it is only a part of what it will be checked as.</param>
    public static YamlDocument Read(ContentFile file, string pointer = "") => PlainText.FirstFault(file) is { } fault
        ? new YamlDocument(file.Title, null, IsReadable: false, new Positions(), [fault])
        : new YamlReader(file).ReadDocument(pointer);

    private YamlDocument ReadDocument(string pointer)
    {
        JsonNode? root = null;
        try
        {
            root = ReadOnlyDocument(pointer);
        }
        catch (YamlException e)
        {
            _isReadable = false;
            if (SyntaxFault.MayBeOpenBracket(e) && _brackets.TryPeek(out var open) && open.Line < e.Start.Line)
                _faults.AddOpenBracket(open);
            else
                _faults.Add(e.Start, SyntaxFault.Explain(e));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's parser trips over its own state when a bracket is still open where the next line starts a key or an item.
            _isReadable = false;
            if (_brackets.TryPeek(out var open))
                _faults.AddOpenBracket(open);
            else
                _faults.Add(Mark.Empty, "A '[' or '{' in this file is never closed; close it.");
        }

        return new YamlDocument(_faults.File, root, _isReadable, _positions, _faults.All);
    }

    private JsonNode? ReadOnlyDocument(string pointer)
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            throw new UnreadableYamlException(Mark.Empty, "The file is empty; write its content or delete it.");

        _parser.Consume<DocumentStart>();
        var root = ReadNode(pointer, 0, key: null);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _faults.Add(second.Start, "A second document starts here; put it in a file of its own.");
        else
            _parser.Consume<StreamEnd>();
        return root;
    }

    private JsonNode? ReadNode(string pointer, int depth, Position? key)
    {
        if (depth > DepthLimit)
            throw new UnreadableYamlException(_parser.Current!.Start, "The nesting is too deep here; content needs no more than a few levels.");

        switch (Next())
        {
            case Scalar scalar:
                _positions.Add(pointer, Position.Of(scalar.Start));
                _faults.RefuseDecoration(scalar);
                return CoreScalar.Read(scalar);
            case SequenceStart sequence:
                _positions.Add(pointer, key ?? Position.Of(sequence.Start));
                _faults.RefuseDecoration(sequence);
                return ReadSequence(sequence, pointer, depth);
            case MappingStart mapping:
                _positions.Add(pointer, key ?? Position.Of(mapping.Start));
                _faults.RefuseDecoration(mapping);
                return ReadMapping(mapping, pointer, depth);
            case AnchorAlias alias:
                _isReadable = false;
                _faults.Add(alias.Start, "Aliases (*name) are not allowed in content; write the value out, or put a text that starts with '*' in quotes.");
                return null;
            case var other:
                throw new UnreadableYamlException(other.Start, "A value is missing here.");
        }
    }

    /// <summary>Notes an open bracket before the parser looks ahead, as that is where it notices that the bracket stays open.</summary>
    private ParsingEvent Next()
    {
        var current = _parser.Current!;
        if (current is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow })
            _brackets.Push(current.Start);
        _parser.MoveNext();
        return current;
    }

    private void Close(bool bracket)
    {
        if (bracket)
            _brackets.Pop();
        _parser.MoveNext();
    }

    private JsonArray ReadSequence(SequenceStart start, string pointer, int depth)
    {
        var items = new JsonArray();
        while (_parser.Current is not SequenceEnd)
            items.Add(ReadNode(Positions.Item(pointer, items.Count), depth + 1, key: null));
        Close(start.Style is SequenceStyle.Flow);
        return items;
    }

    private JsonObject ReadMapping(MappingStart start, string pointer, int depth)
    {
        var mapping = new JsonObject();
        while (_parser.Current is not MappingEnd)
        {
            var key = ReadKey();
            var at = Position.Of(key.Start);
            var child = Positions.Key(pointer, key.Value);
            if (mapping.ContainsKey(key.Value))
            {
                _faults.Add(key.Start, $"'{key.Value}' is here twice (first on line {_positions.OfKey(child).Line}); keep one.");
                ReadNode($"{pointer}#again", depth + 1, at);
                continue;
            }

            _positions.AddKey(child, at);
            mapping.Add(key.Value, ReadNode(child, depth + 1, at));
        }

        Close(start.Style is MappingStyle.Flow);
        return mapping;
    }

    private Scalar ReadKey()
    {
        if (!_parser.Accept<Scalar>(out var key))
            throw new UnreadableYamlException(_parser.Current!.Start, "A key must be a plain word here; write 'key: value'.");
        _parser.MoveNext();
        _faults.RefuseDecoration(key);
        if (key is { Value: "<<", Style: ScalarStyle.Plain })
            _faults.Add(key.Start, "Merge keys (<<) are not allowed in content; write the keys out.");
        return key;
    }
}
