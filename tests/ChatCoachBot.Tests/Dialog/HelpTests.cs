using ChatCoachBot.Tests.Driving;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>What the word `help` brings.</summary>
public sealed class HelpTests(SmallCoach coach)
{
    [Theory]
    [InlineData("help")]
    [InlineData("Help!")]
    [InlineData("HELP")]
    [InlineData("?")]
    [InlineData("commands")]
    public async Task Help_lists_every_word_with_what_it_does(string said)
    {
        using var learner = await coach.NewLearnerAsync();

        var help = await learner.AskAsync(said);

        help.ShouldStartWith("What you can say While an exercise is open, anything else you write is your answer. today today’s exercise next another exercise");
        foreach (var word in (string[])["scenario", "quiz 5", "hint", "skip", "answer", "again", "term idempotency", "glossary", "progress", "remind 09:30 weekdays",
            "timezone Europe/Warsaw", "pause 2 weeks", "resume", "stop", "start", "paths", "path your path at a glance", "switch PATH", "help this list"])
        {
            help.ShouldContain(word);
        }

        learner.Buttons.ShouldBe(["Today’s exercise", "A scenario", "Quiz", "Glossary", "Progress"]);
    }

    [Theory]
    [InlineData("What about it?")]
    [InlineData("Kubernetes")]
    [InlineData("🙂")]
    [InlineData("Help desk tickets are many.")]
    [InlineData("42")]
    public async Task Unknown_words_with_nothing_open_get_help_and_never_silence(string said)
    {
        using var learner = await coach.NewIdleLearnerAsync();

        (await learner.AskAsync(said)).ShouldStartWith("I’m not sure what you mean, and no exercise is open. Choose one of these, or say “help” for every word I know.");
        learner.Buttons.ShouldBe(["Next", "Today’s exercise", "Help"]);
        (await learner.PressAsync("Help")).ShouldStartWith("What you can say");
    }

    [Theory]
    [InlineData("today", "Today’s exercise")]
    [InlineData("next", "Here is another one")]
    [InlineData("scenario", "A scenario")]
    [InlineData("quiz 5", "Question 1 of 5")]
    [InlineData("hint", "Hint: it is not 1.")]
    [InlineData("skip", "Skipped. It will come back another day.")]
    [InlineData("answer", "A model answer")]
    [InlineData("again", "Once more")]
    [InlineData("glossary", "Glossary")]
    [InlineData("progress", "Release Engineer")]
    [InlineData("remind 09:30 weekdays", "I’ll write to you at 09:30 on weekdays (UTC)")]
    [InlineData("timezone Europe/Warsaw", "Your time zone is now Europe/Warsaw")]
    [InlineData("pause 2 weeks", "Paused until Monday 7 December 2026.")]
    [InlineData("resume", "Welcome back.")]
    [InlineData("stop", "I won’t write to you any more.")]
    [InlineData("start", "You are all set.")]
    [InlineData("paths", "You are on Release Engineer.")]
    public async Task What_help_says_can_be_said(string said, string reply)
    {
        using var learner = await coach.NewLearnerAsync();
        (await learner.AskAsync("help")).ShouldContain($" {said} ");

        (await learner.AskAsync(said)).ShouldStartWith(reply);
    }
}
