using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Intents;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>The buttons that several replies carry, each saying a word of the dialog.</summary>
internal static class Buttons
{
    public static readonly Choice Hint = new("Hint", "hint");
    public static readonly Choice Skip = new("Skip", "skip");
    public static readonly Choice ModelAnswer = new("Show a model answer", "answer");
    public static readonly Choice Again = new("Again", "again");
    public static readonly Choice Next = new("Next", "next");
    public static readonly Choice Today = new("Today’s exercise", "today");
    public static readonly Choice Scenario = new("A scenario", "scenario");
    public static readonly Choice Quiz = new("Quiz", "quiz");
    public static readonly Choice QuizGoOn = new("Go on with the quiz", "quiz");
    public static readonly Choice IWasRight = new("I was right", "I was right");
    public static readonly Choice Progress = new("Progress", "progress");
    public static readonly Choice Glossary = new("Glossary", "glossary");
    public static readonly Choice Help = new("Help", "help");
    public static readonly Choice Resume = new("Resume", "resume");
    public static readonly Choice Decline = new("No, thank you", "no thank you");
    public static readonly Choice Start = new("Start", "start");

    /// <summary>The options of a choice by their numbers; none for the other kinds.</summary>
    public static IEnumerable<Choice> Options(Exercise exercise) =>
        exercise.Options.Select((_, index) => Texts.OptionNumber(index)).Select(number => new Choice(number, number, IsAnswer: true));

    /// <summary>Stays with the grade it stands under, when something else is in hand already.</summary>
    public static Choice TooEasy(string key) => new("Too easy", TooEasyIntent.SayFor(key));

    public static Choice Term(string name, string? label = null) => new(label ?? name, $"term {name}");

    public static Choice Category(string name) => new(name, $"glossary {name}");
}
