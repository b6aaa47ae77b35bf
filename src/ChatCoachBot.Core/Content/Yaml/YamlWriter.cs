using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>Writes YAML the way an author would: blocks for what is long, rows for phrases, and every text in quotes, so that none is ever a number or “no”.</summary>
internal sealed class YamlWriter
{
    private readonly Emitter _emitter;

    private YamlWriter(Emitter emitter) => _emitter = emitter;

    public static string Write(Action<YamlWriter> document)
    {
#pragma warning disable RS0030 // The only way to take the text is a TextWriter; this one writes to memory.
        using var text = new System.IO.StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var writer = new YamlWriter(new Emitter(text, new EmitterSettings().WithBestWidth(int.MaxValue).WithIndentedSequences()));
        writer.Document(document);
        return text.ToString();
#pragma warning restore RS0030
    }

    public void Map(Action write)
    {
        _emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Block));
        write();
        _emitter.Emit(new MappingEnd());
    }

    public void Map(string key, Action write)
    {
        _emitter.Emit(new Scalar(key));
        Map(write);
    }

    public void List<T>(string key, IReadOnlyList<T> items, Action<T> write)
    {
        _emitter.Emit(new Scalar(key));
        List(items, write);
    }

    public void List<T>(IReadOnlyList<T> items, Action<T> write)
    {
        _emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Block));
        foreach (var item in items)
            write(item);
        _emitter.Emit(new SequenceEnd());
    }

    public void Row(string key, IReadOnlyList<string> texts)
    {
        _emitter.Emit(new Scalar(key));
        Row(texts);
    }

    public void Row(IReadOnlyList<string> texts) => Row(texts, Quoted);

    /// <summary>A row of ids; none is written where there are none.</summary>
    public void Ids(string key, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            return;
        _emitter.Emit(new Scalar(key));
        Row(ids, Name);
    }

    public void Value(string key, double value) => Word(key, value.ToString("R", CultureInfo.InvariantCulture));

    public void Value(string key, string value)
    {
        _emitter.Emit(new Scalar(key));
        Quoted(value);
    }

    /// <summary>A word of the format, such as <c>true</c> or a kind.</summary>
    public void Word(string key, string word)
    {
        _emitter.Emit(new Scalar(key));
        _emitter.Emit(new Scalar(word));
    }

    public void Id(string key, string id)
    {
        _emitter.Emit(new Scalar(key));
        Name(id);
    }

    /// <summary>A text of several lines, as it is read; one that a block cannot hold stands in quotes.</summary>
    public void Block(string key, string text)
    {
        // The library's blocks lose the last line break behind two empty lines.
        var isPlain = text.Length > 0 && !char.IsWhiteSpace(text[0]) && !text.Contains("\n\n\n", StringComparison.Ordinal)
            && !text.Split('\n').Any(line => line.Length > 0 && char.IsWhiteSpace(line[^1])) && !text.Any(IsNoText);
        if (!isPlain)
        {
            Value(key, text);
            return;
        }

        _emitter.Emit(new Scalar(key));
        _emitter.Emit(new Scalar(null, null, text, ScalarStyle.Literal, isPlainImplicit: false, isQuotedImplicit: true));
    }

    private static bool IsNoText(char c) => c is '\u0085' or '\u2028' or '\u2029' || (char.IsControl(c) && c != '\n');

    private void Document(Action<YamlWriter> write)
    {
        _emitter.Emit(new StreamStart());
        _emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        write(this);
        _emitter.Emit(new DocumentEnd(isImplicit: true));
        _emitter.Emit(new StreamEnd());
    }

    private void Row(IReadOnlyList<string> texts, Action<string> write)
    {
        _emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Flow));
        foreach (var text in texts)
            write(text);
        _emitter.Emit(new SequenceEnd());
    }

    // Plain, unless a reader could take it for something else.
    private void Name(string id)
    {
        if (char.IsAsciiLetter(id[0]) && id is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n"))
            _emitter.Emit(new Scalar(id));
        else
            Quoted(id);
    }

    private void Quoted(string value) => _emitter.Emit(new Scalar(null, null, value, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true));
}
