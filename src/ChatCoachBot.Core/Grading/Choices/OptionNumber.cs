using System.Globalization;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Choices;

/// <summary>Reads "2", "option 2", "number two", "the second one", "b)" as the number of an option.</summary>
internal static class OptionNumber
{
    private static readonly string[] Cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    private static readonly string[] Nouns = ["option", "number", "answer", "choice", "letter", "no", "nr"];
    private static readonly string[] Fillers = ["think", "choose", "pick", "select", "take", "go", "say", "guess", "correct", "right", "best"];

    /// <returns>Its index from 0, or null when the answer is not just a number or letter, or names several.</returns>
    public static int? Read(AnswerText answer, int options)
    {
        int? named = null;
        var tokens = answer.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.IsEnd || IsFiller(tokens, i))
                continue;
            if (IndexOf(token.Lexeme.Form) is not { } index || index >= options || (named is { } other && other != index))
                return IsFollowedByReason(answer, i, named) ? named : null;
            named = index;
        }

        return named;
    }

    private static bool IsFiller(ReadOnlySpan<Token> tokens, int at)
    {
        var form = tokens[at].Lexeme.Form;
        if (Nouns.Contains(form) && at + 1 < tokens.Length)
            return true;
        if (form is "a" or "one" or "i")
            return !IsDesignator(tokens, at);
        return Fillers.Contains(form) || tokens[at].Role is Role.Determiner or Role.Pronoun or Role.Auxiliary or Role.Preposition;
    }

    // "a", "option a", "I think a", but not "a good one".
    private static bool IsDesignator(ReadOnlySpan<Token> tokens, int at)
    {
        var isLast = tokens[at + 1].IsEnd;
        var form = tokens[at].Lexeme.Form;
        if (form == "one" && at > 0 && (tokens[at - 1].Role == Role.Determiner || Array.IndexOf(Ordinals, tokens[at - 1].Lexeme.Form) >= 0))
            return false;
        return form == "i" ? at == 0 && isLast : isLast || (at > 0 && Nouns.Contains(tokens[at - 1].Lexeme.Form)) || tokens[at + 1].Joint == Joint.Comma;
    }

    // "2, because it is clearer": a number first, then why.
    private static bool IsFollowedByReason(AnswerText answer, int at, int? named)
    {
        var tokens = answer.Tokens;
        if (named is null || tokens[at].Role is Role.And or Role.Or)
            return false;
        for (var i = at - 1; i >= 0; i--)
        {
            if (tokens[i].Role.IsNegating())
                return false;
        }

        return tokens[at].Role == Role.Subordinator || tokens[at].Joint == Joint.Comma || (at > 0 && tokens[at - 1].IsEnd) || IsFirstDigit(answer);
    }

    private static bool IsFirstDigit(AnswerText answer) => char.IsAsciiDigit(answer.Tokens[0].Lexeme.Form[0]);

    private static int? IndexOf(string form)
    {
        if (form.Length == 1 && char.IsAsciiLetterLower(form[0]))
            return form[0] - 'a';
        if (int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number > 0 ? number - 1 : null;
        if (form.Length == 3 && form[1..] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(form[0]))
            return form[0] - '1';
        var cardinal = Array.IndexOf(Cardinals, form);
        var index = cardinal >= 0 ? cardinal : Array.IndexOf(Ordinals, form);
        return index >= 0 ? index : null;
    }
}
