using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>Every sentence of the dialog and of the pages to read in, in one place to be read as English. Content brings its own.</summary>
public static partial class Texts
{
    // Welcome
    public const string Greeting =
        "Hello, I’m ChatCoach. Once a day I bring you one term or scenario from your field. You answer in your own words, and I tell you at once what was clear and what was missing.";

    public const string ChoosePath = "Which path would you like to take?";
    public const string ChooseTime = "When shall I write to you? Choose a time, or type one, such as “remind 09:30 weekdays”.";
    public const string NoReminders = "No reminders";
    public const string NoPaths = "There is no exercise to choose from. Please tell whoever runs the coach that its content is empty.";
    public const string PathGone = "Your path is no longer here. Choose another one.";
    public const string AlreadyStarted = "You are all set.";

    // Help and progress
    public const string HelpHeading = "What you can say";
    public const string HelpIntro = "While an exercise is open, anything else you write is your answer.";
    public const string PassedLabel = "Passed";
    public const string TermsLabel = "Terms used well";
    public const string AverageLabel = "Average of your best scores";
    public const string NextPromptLabel = "Next prompt";

    // Exercises
    public const string TodayHeading = "Today’s exercise";
    public const string DailyTermHeading = "Your term for today";
    public const string DailyExerciseHeading = "Your exercise for today";
    public const string NextHeading = "Here is another one";
    public const string ScenarioHeading = "A scenario";
    public const string AgainHeading = "Once more";
    public const string TermKind = "Term";
    public const string TryAgain = "Type a better answer whenever you like, or choose:";
    public const string NothingOpen = "There is no exercise open right now.";
    public const string NothingYet = "You have not had an exercise yet.";
    public const string Skipped = "Skipped. It will come back another day.";
    public const string TodayDone = "You’re done with today’s exercise. Would you like another one?";
    public const string DailyWaits = "Today’s exercise is ready. Finish this one first, or start it now.";
    public const string NoMoreHints = "You have had every hint I have for this one. Try your own words, or look at the model answer.";
    public const string ModelAnswerHeading = "A model answer";
    public const string ModelAnswerOfChoice = "Now choose the one that says this, or go on.";
    public const string ModelAnswerNote = "It is one good answer among many. Now say it in your own words, or go on.";
    public const string ModelAnswerCopied = "That is the model answer, word for word. Close your eyes, and say it the way you would to a colleague.";
    public const string YouAreWelcome = "You’re welcome.";
    public const string WelcomeStillOpen = "You’re welcome. The exercise is still open: write your answer whenever you like.";
    public const string Unrecognised = "I’m not sure what you mean, and no exercise is open. Choose one of these, or say “help” for every word I know.";
    public const string UnrecognisedHere = "I’m not sure what you mean. If it answers your own exercise, please write it in our own chat; “help” lists every word I know.";
    public const string NoScenario = "Your path has no scenario yet. Would you like another exercise?";
    public const string Apology = "Something went wrong on my side, and I could not work on your last message. Please send it again, or go on with something else.";
    public const string NoText = "I can only read text. Write your answer in a few words.";

    public const string DoneAlready = "You are done with that one. Say “again” to try it once more.";
    public const string Menu = "What would you like to do?";
    public const string Reaction = "Thank you for the reaction. Shall we go on?";
    public const string ReactionStillOpen = "Thank you for the reaction. The exercise is still open: write your answer whenever you like.";
    public const string File = "Thank you. I can only read text, so I cannot look into files.";
    public const string FileStillOpen = "I can only read text, so I cannot look into files. Write your answer in a few words.";

    // Cards
    public const string YourAnswer = "Your answer";
    public const string WriteHere = "Write it here";
    public const string WriteFirst = "Write a few words first.";
    public const string SendAnswer = "Send";
    public const string GradeFollows = "Thank you. Your grade comes right behind this.";
    public const string OpenOurChat = "That is between you and me. Open a chat with me, then say it here once more, and I answer there.";
    public const string KeptInChat = "Only you can see this. I keep it for you in our own chat.";

    // Home page
    public const string HomeHeading = "Your English coach";
    public const string StreakLabel = "Days in a row";
    public const string TodayNotYet = "Today’s exercise is waiting for you.";
    public const string TodayPassed = "You’re done with today’s exercise. Well done!";

    // Invitations
    public const string Invitation =
        "Hello, I’m ChatCoach. A colleague thought you might like this: once a day I bring one term or scenario from your field, you answer in your own words, and I tell you at once what was clear and what was missing. Nobody else sees your answers. Shall we try?";

    public const string Declined = "All right. I won’t ask again; say “start” if you ever change your mind.";

    // Reminders
    public const string RemindHow = "Tell me a time between 00:00 and 23:59, and the days if you like: “remind 09:30 weekdays” or “remind 18:00 mon, wed, fri”.";
    public const string NotStarted = "You have no reminder yet. Say “remind 09:30 weekdays” to get one.";
    public const string NoRemindersSet = "All right, no reminders. Come back whenever you like, or say “remind 09:30 weekdays” to change your mind.";
    public const string Stopped = "I won’t write to you any more. Your progress is kept; say “start” when you want to go on.";
    public const string PauseHow = "Give me a length or a day in the future: “pause 2 weeks”, or “pause until” and a date such as 2030-12-31. “pause” alone lasts until you say “resume”.";
    public const string PausedOpenEnded = "Paused. Say “resume” when you want to go on.";

    // Terms
    public const string TermHow = "Which term? For example “term idempotency”. These are the ones to know first:";
    public const string GlossaryHeading = "Glossary";

    // A path at a glance
    public const string TopicsHeading = "Topics";
    public const string SpotlightHeading = "Know these first";
    public const string VocabularyHeading = "Vocabulary";
    public const string VocabularyHow = "Say “term” and a word to see its card. ✓ marks what you have used well.";
    public const string VocabularyToOpen = "Open a term to see its card. ✓ marks what you have used well.";
    public const string KnownMark = "You have used it well:";
    public const string ScenariosHeading = "Recommended scenarios";
    public const string ReadingHeading = "Recommended reading";
    public const string NextRoleHeading = "Your next role could be";

    // Quiz
    public const string QuizResult = "See the result";
    public const string QuizOnceMore = "Once more";
    public const string QuizLeft = "I’ve put the quiz away. Say “quiz” to go on with it.";
    public const string NoQuiz = "There is no quiz in hand. Say “quiz” to begin one.";

    // What is due
    public const string NothingDue = "Nothing is due for review right now. Would you like something else?";
    public const string QuizHow = "A quiz has 1 to 20 questions. Say “quiz 5”, for example.";

    public static string Chosen(LearningPath path) => $"Your path is {path.Title}. {path.Summary.Trim()}";

    public static string PathsWith(LearningPath own) => $"You are on {own.Title}. These are all the paths:";

    public static string UnknownPath(string text) => $"I don’t know a path called “{Short(text)}”. Choose one of these:";

    public static string Kind(ExerciseKind kind) => kind switch
    {
        ExerciseKind.Define => "Define",
        ExerciseKind.Usage => "Use it",
        ExerciseKind.Explain => "Explain",
        ExerciseKind.Scenario => "Scenario",
        ExerciseKind.Gap => "Fill the gap",
        ExerciseKind.Choice => "Choose",
        ExerciseKind.Rewrite => "Rewrite",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An exercise kind without a label."),
    };

    /// <summary>What a list calls an exercise.</summary>
    public static string Title(Exercise exercise) => Title(exercise.Title, exercise.Prompt);

    public static string PathSize(PublishedPath path) =>
        $"{path.Info.Level} · {Count(path.Syllabus.Count - path.Info.Terms.Count, "exercise")} · {Count(path.Info.Terms.Count, "term")}";

    public static string TopicSummary(Topic topic, PublishedPath path) =>
        $"{topic.Summary.Trim()} ({Count(path.Syllabus.Count(item => item.Exercise.Topic == topic.Id && !TermExercise.Is(item.Exercise)), "exercise")})";

    public static string HowToAnswer(Exercise exercise) => exercise.Kind switch
    {
        ExerciseKind.Gap when exercise.Gaps.Count == 1 => "Type the missing word or words.",
        ExerciseKind.Gap => $"Type the {exercise.Gaps.Count.ToString(CultureInfo.InvariantCulture)} missing words in order, with commas between them.",
        ExerciseKind.Choice => $"Type the number, 1 to {exercise.Options.Count.ToString(CultureInfo.InvariantCulture)}.",
        // How long it is to be is said once.
        _ when exercise.Prompt.Contains("sentence", StringComparison.OrdinalIgnoreCase) => "Answer in your own words.",
        ExerciseKind.Usage => "Write a sentence of your own.",
        ExerciseKind.Scenario => "Answer in two to six sentences.",
        _ => "Answer in your own words.",
    };

    public static string OptionNumber(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    public static string Verdict(Verdict verdict) => verdict switch
    {
        Grading.Verdict.Pass => "Passed",
        Grading.Verdict.Partial => "Getting there",
        _ => "Not yet",
    };

    public static string PassedBy(string speaker) => $"{speaker} passed.";

    public static string ImproveFirst(string first) => $"Start with this: {first}";

    public static string Spelling(SpellingTip tip) => $"“{tip.Typed}” is spelled “{tip.Right}”.";

    public static string Perhaps(string word) => $"Did you mean “{word}”?";

    public static string DidYouMean(string word) => $"Did you mean “{word}”? I have not taken that as an answer.";

    public static string Hint(string hint) => $"Hint: {hint}";

    public static string FirstLetterHint(int gap, string phrase) =>
        $"Hint: gap {(gap + 1).ToString(CultureInfo.InvariantCulture)} starts with “{phrase.TrimStart('"', '=')[..1]}”.";

    public static string NotThisOption(int index, string why) => $"Hint: it is not {OptionNumber(index)}. {why}";

    public static string Reminded(Schedule schedule, DateTimeOffset now)
    {
        var when = $"I’ll write to you at {Time(schedule)} {OnDays(schedule.Days)} ({schedule.TimeZone})";
        var had = schedule.LastPromptOn == LocalClock.DateAt(now, schedule.TimeZone) ? "You have had today’s prompt; the" : "The";
        return schedule.NextDue is { } next ? $"{when}. {had} next one comes {Day(next, schedule, now)}." : $"{when}.";
    }

    public static string TimeZoneHint(string timeZone) => $"Your time zone is {timeZone}. If that is wrong, say “timezone {OtherThan(timeZone)}”, for example.";

    public static string TimeZoneIs(string timeZone) => $"Your time zone is {timeZone}. To change it, say “timezone {OtherThan(timeZone)}”, for example.";

    public static string TimeZoneSet(Schedule schedule, DateTimeOffset now) =>
        $"Your time zone is now {schedule.TimeZone}, where it is {LocalClock.At(now, schedule.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture)}.";

    public static string UnknownTimeZone(string text, string? nearest) => nearest is null
        ? $"I don’t know the time zone “{Short(text)}”. Use a name such as Europe/Warsaw or America/New_York."
        : $"I don’t know the time zone “{Short(text)}”. Did you mean {nearest}?";

    public static string Paused(DateOnly until) => $"Paused until {until.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}. Say “resume” to come back earlier.";

    public static string Resumed(Schedule schedule, DateTimeOffset now) => schedule.Time is null ? NotStarted : $"Welcome back. {Reminded(schedule, now)}";

    public static string UnknownTerm(string text, string? nearest) => nearest is null
        ? $"“{Short(text)}” is not in the glossary."
        : $"“{Short(text)}” is not in the glossary. Did you mean “{nearest}”?";

    public static string NotInGlossary(string text) => $"Nothing in the glossary is about “{Short(text)}”. These are its categories:";

    public static string Found(int terms, string text) => $"{Count(terms, "term")} for “{Short(text)}”";

    public static string NothingFound(string text) => $"Nothing in the glossary is about “{Short(text)}”. Try another word, or fewer.";

    public static string TermsFound(int terms, int known) => $"{Count(terms, "term")}, {known.ToString(CultureInfo.InvariantCulture)} used well (✓)";

    public static string GlossarySize(int terms, int known) =>
        $"{Count(terms, "term")}{(known == 0 ? "" : $", {known.ToString(CultureInfo.InvariantCulture)} used well (✓)")}. Choose a category, or say “glossary” and a word to look for.";

    public static string QuizHeading(int number, int of) => $"Question {number.ToString(CultureInfo.InvariantCulture)} of {of.ToString(CultureInfo.InvariantCulture)}";

    public static string QuizNext(int number, int of) => $"Next ({number.ToString(CultureInfo.InvariantCulture)} of {of.ToString(CultureInfo.InvariantCulture)})";

    public static string QuizOver(int passed, int of) => passed switch
    {
        0 => "That was the quiz: none passed this time. The questions will come back.",
        1 when of == 1 => "That was the quiz: passed. Well done!",
        _ when passed == of => $"That was the quiz: all {of.ToString(CultureInfo.InvariantCulture)} passed. Well done!",
        _ => $"That was the quiz: {Of(passed, of)} passed. The others will come back.",
    };

    public static string DueOffer(int due) => due == 1
        ? "One thing you have learnt is about to fade. A minute keeps it."
        : $"{Count(due, "thing")} you have learnt are about to fade. A short round keeps them.";

    public static string DueButton(int due) => $"Review {due.ToString(CultureInfo.InvariantCulture)}";

    public static string DueOver(int passed, int of) => passed == of
        ? "That was the round: all fresh again. Well done!"
        : $"That was the round: {Of(passed, of)} fresh again. The others will come back soon.";

    public static string TooEasy(DateTimeOffset due, Schedule schedule, DateTimeOffset now) => $"Good: I’ll ask it again {OnDay(due, schedule, now)}.";

    public static string Practised(int practised, int of) => practised == 0
        ? $"Nothing practised yet: {Count(of, "item")} {(of == 1 ? "is" : "are")} waiting for you."
        : $"{practised.ToString(CultureInfo.InvariantCulture)} of {of.ToString(CultureInfo.InvariantCulture)} exercises and terms practised";

    public static string Of(int done, int all) => $"{done.ToString(CultureInfo.InvariantCulture)} of {all.ToString(CultureInfo.InvariantCulture)}";

    public static string Days(int days) => days == 0 ? "none yet: today is a good day to begin" : Count(days, "day");

    public static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    public static string Count(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";

    private static string Count(int count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private static string Next(Schedule schedule, DateTimeOffset now) => schedule.NextDue is { } next ? $" The first one comes {Day(next, schedule, now)}." : "";

    /// <summary>"today", "tomorrow" or "on Friday 27 November", in the schedule's zone; with the year when that is another.</summary>
    public static string OnDay(DateTimeOffset moment, Schedule schedule, DateTimeOffset now)
    {
        var (date, today) = (LocalClock.DateAt(moment, schedule.TimeZone), LocalClock.DateAt(now, schedule.TimeZone));
        return (date.DayNumber - today.DayNumber) switch
        {
            0 => "today",
            1 => "tomorrow",
            _ => "on " + date.ToString(date.Year == today.Year ? "dddd d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>"today at 09:30", "tomorrow at 09:30" or "Friday 27 November at 09:30", in the schedule's zone.</summary>
    public static string Day(DateTimeOffset moment, Schedule schedule, DateTimeOffset now)
    {
        var local = LocalClock.At(moment, schedule.TimeZone);
        var days = DateOnly.FromDateTime(local).DayNumber - LocalClock.DateAt(now, schedule.TimeZone).DayNumber;
        var day = days switch
        {
            0 => "today",
            1 => "tomorrow",
            _ => "on " + local.ToString("dddd d MMMM", CultureInfo.InvariantCulture),
        };
        return $"{day} at {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>A zone for an example that is not the learner's own.</summary>
    private static string OtherThan(string timeZone) => timeZone == "Europe/Warsaw" ? "America/New_York" : "Europe/Warsaw";

    private static string Time(Schedule schedule) => schedule.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string OnDays(Weekdays days) => days switch
    {
        Weekdays.Everyday => "every day",
        Weekdays.Workdays => "on weekdays",
        Weekdays.Weekend => "at weekends",
        _ => "on " + string.Join(", ", days.InWords().Split(", ").Select(day => day + "s")),
    };

    /// <summary>What was cut ends with a whole word.</summary>
    private static string WholeWords(string text) => text.EndsWith('…') && text.LastIndexOf(' ') is > 0 and var end ? text[..end].TrimEnd(',', ';', ':') + "…" : text;

    /// <summary>As much of what was typed as a sentence can carry.</summary>
    private static string Short(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[56]) ? 56 : 57)] + "…";
}
