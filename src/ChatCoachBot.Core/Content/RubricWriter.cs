using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatCoachBot.Core.Content;

/// <summary>Writes a rubric as YAML, in the form that an exercise file holds under <c>rubric:</c>.</summary>
public static class RubricWriter
{
    public static string Write(Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
#pragma warning disable RS0030 // The only way to take the text is a TextWriter; this one writes to memory.
        using var text = new System.IO.StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var writer = new Writer(new Emitter(text, new EmitterSettings().WithBestWidth(int.MaxValue).WithIndentedSequences()));
        writer.Document(rubric);
        return text.ToString();
#pragma warning restore RS0030
    }

    private sealed class Writer(Emitter emitter)
    {
        public void Document(Rubric rubric)
        {
            emitter.Emit(new StreamStart());
            emitter.Emit(new DocumentStart(null, null, isImplicit: true));
            Map(() =>
            {
                Value("pass", rubric.Pass);
                if (rubric.Fail is not Rubric.DefaultFail)
                    Value("fail", rubric.Fail);
                List("points", rubric.Points, Point);
                if (rubric.Misconceptions.Count > 0)
                    List("misconceptions", rubric.Misconceptions, Misconception);
                if (rubric.Language.Words is not null || rubric.Language.Avoid.Count > 0)
                    Language(rubric.Language);
            });
            emitter.Emit(new DocumentEnd(isImplicit: true));
            emitter.Emit(new StreamEnd());
        }

        private void Point(Point point) => Map(() =>
        {
            Id(point.Id);
            if (point.Weight is not 1)
                Value("weight", point.Weight);
            if (point.Required)
                Plain("required", "true");
            Phrases(point.Any, point.All);
            Value("met", point.Met);
            Value("missed", point.Missed);
            Value("hint", point.Hint);
        });

        private void Misconception(Misconception idea) => Map(() =>
        {
            Id(idea.Id);
            Phrases(idea.Any, idea.All);
            Value("penalty", idea.Penalty);
            if (idea.Fails)
                Plain("fails", "true");
            Value("feedback", idea.Feedback);
        });

        private void Language(LanguageAdvice language)
        {
            emitter.Emit(new Scalar("language"));
            Map(() =>
            {
                if (language.Words is { } words)
                {
                    emitter.Emit(new Scalar("words"));
                    Map(() => Limits(words));
                }

                if (language.Avoid.Count > 0)
                    List("avoid", language.Avoid, Avoided);
            });
        }

        private void Limits(WordLimits words)
        {
            if (words.Min is { } least)
                Value("min", least);
            if (words.Max is { } most)
                Value("max", most);
        }

        private void Avoided(AvoidedPhrases avoided) => Map(() =>
        {
            Phrases(avoided.Any, []);
            Value("tip", avoided.Tip);
        });

        private void Phrases(IReadOnlyList<string> any, IReadOnlyList<IReadOnlyList<string>> all)
        {
            if (any.Count > 0)
            {
                emitter.Emit(new Scalar("any"));
                Row(any);
            }

            if (all.Count > 0)
                List("all", all, Row);
        }

        private void Row(IReadOnlyList<string> phrases)
        {
            emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Flow));
            foreach (var phrase in phrases)
                Quoted(phrase);
            emitter.Emit(new SequenceEnd());
        }

        private void List<T>(string key, IReadOnlyList<T> items, Action<T> write)
        {
            emitter.Emit(new Scalar(key));
            emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Block));
            foreach (var item in items)
                write(item);
            emitter.Emit(new SequenceEnd());
        }

        private void Map(Action write)
        {
            emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Block));
            write();
            emitter.Emit(new MappingEnd());
        }

        private void Value(string key, double value) => Plain(key, value.ToString("R", CultureInfo.InvariantCulture));

        private void Value(string key, string value)
        {
            emitter.Emit(new Scalar(key));
            Quoted(value);
        }

        private void Plain(string key, string value)
        {
            emitter.Emit(new Scalar(key));
            emitter.Emit(new Scalar(value));
        }

        // Plain, unless a reader could take it for something else.
        private void Id(string id)
        {
            if (char.IsAsciiLetter(id[0]) && id is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n"))
                Plain("id", id);
            else
                Value("id", id);
        }

        // Always in quotes, so that no text is ever a number, a date or "no".
        private void Quoted(string value) => emitter.Emit(new Scalar(null, null, value, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true));
    }
}
