using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Intents;

namespace ChatCoachBot.Core.Dialog;

/// <summary>Decides what a learner means. It is the same on every platform, for typed words and for buttons.</summary>
public sealed class DialogEngine
{
    private readonly AnswerIntent _answer;
    private readonly Intent _unrecognised;
    private readonly SpokenIntent _start = new StartIntent();
    private readonly SpokenIntent _switch = new SwitchIntent();
    private readonly SpokenIntent _remind = new RemindIntent();
    private readonly List<(string Word, SpokenIntent Intent)> _words;

    public DialogEngine()
    {
        List<SpokenIntent> intents =
        [
            new TodayIntent(), new NextIntent(), new ScenarioIntent(), new QuizIntent(), new ReviewIntent(), new LeaveIntent(),
            new HintIntent(), new SkipIntent(), new TooEasyIntent(), new ModelAnswerIntent(), new AgainIntent(), new DisputeIntent(), new ReviewPageIntent(),
            new TermIntent(), new GlossaryIntent(), new ProgressIntent(), new DigestIntent(), new NoDigestIntent(),
            new TeamIntent(), new ShareIntent(), new LeaderboardIntent(),
            new ExportIntent(), new LinkIntent(), new PromptsHereIntent(), new UnlinkIntent(), new ForgetIntent(),
            _remind, new NoRemindersIntent(), new TimeZoneIntent(), new PauseIntent(), new ResumeIntent(), new StopIntent(), _start,
            new PathsIntent(), new PathIntent(), _switch, new ChannelIntent(), new MenuIntent(), new ThanksIntent(), new DeclineIntent(),
        ];
        intents.Add(new HelpIntent(intents));
        Intents = intents;
        List<string> words = [.. intents.Where(intent => intent.Usage is not null).Select(intent => intent.Word)];
        _answer = new AnswerIntent(words);
        _unrecognised = new UnrecognisedIntent(words);
        Edit = new EditIntent(_answer);
        ExerciseAnswer = new ExerciseAnswerIntent(_answer);
        // The longest first: "time zone" before a word "time".
        _words = [.. intents
            .SelectMany(intent => intent.AlsoSaid.Append(intent.Word).Select(word => (word, intent)))
            .OrderByDescending(said => said.word.Length)];
    }

    /// <summary>Every intent that has a word.</summary>
    public IReadOnlyList<SpokenIntent> Intents { get; }

    /// <summary>An answer by a form or a button that says what it answers.</summary>
    public Intent ExerciseAnswer { get; }

    /// <summary>A message that was written anew.</summary>
    public Intent Edit { get; }

    /// <summary>An answer to a channel's exercise.</summary>
    public Intent RoundAnswer { get; } = new RoundAnswerIntent();

    public Intent Reaction { get; } = new ReactionIntent();

    public Intent File { get; } = new FileIntent();

    public Intent Invitation { get; } = new InvitationIntent();

    /// <summary>Whether a text is a word to the coach, and no answer that happens to begin with one.</summary>
    public bool IsWord(string text, Library library) => Named(text.Trim(), library, orAdvice: false) is not null;

    /// <summary>What a text means at this point of a conversation, and what follows its word.</summary>
    /// <param name="beforeOthers">Said in a channel: nobody answers the exercise of their own chat there.</param>
    public (Intent Intent, string Said) Recognise(Conversation conversation, string text, Library library, bool beforeOthers = false)
    {
        var said = text.Trim();
        var awaitsAnswer = conversation.Current is { IsOpen: true } && !beforeOthers;
        return Named(said, library, orAdvice: !awaitsAnswer) ?? conversation.Step switch
        {
            Step.New or Step.Invited or Step.Declined => (_start, ""),
            Step.ChoosingPath => (_switch, said),
            _ when awaitsAnswer => (_answer, text),
            Step.ChoosingTime => (_remind, said),
            _ => (_unrecognised, said),
        };
    }

    /// <summary>The intent whose word a text begins with, and what follows the word; null for any other text.</summary>
    /// <param name="orAdvice">Whether that also counts when what follows makes no sense after the word: the intent tells how to say it.</param>
    private (Intent Intent, string Said)? Named(string said, Library library, bool orAdvice)
    {
        // People who know other bots type "/help".
        var command = said.TrimStart('/');
        foreach (var (word, intent) in _words)
        {
            if (!command.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (command.Length > word.Length && !IsBreak(command[word.Length])))
            {
                continue;
            }

            var rest = command[word.Length..].Trim(' ', '\t', '\n', '!', '.', ':', ',', '?');
            if (intent.Accepts(rest, library) || (orAdvice && intent.TakesArgument))
            {
                return (intent, rest);
            }
        }

        return null;
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is '!' or '.' or ':' or ',' or '?';
}
