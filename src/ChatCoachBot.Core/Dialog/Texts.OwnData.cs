namespace ChatCoachBot.Core.Dialog;

/// <summary>What is said about what is kept of a learner, and about being one learner in many places.</summary>
public static partial class Texts
{
    // Being forgotten
    public const string ForgetButton = "Yes, erase everything";
    public const string Forgotten = "All that was kept of you is erased. Thank you for practising with me. If you ever want to begin again, just say hello.";

    // One learner, many places
    public const string LinkOffer = "To be one learner in two places, say this to me in the other place:";
    public const string LinkOfferOnce = "The code works once, within 15 minutes. Keep it to yourself: whoever enters it shares your progress.";
    public const string LinkInChat = "I’ve sent you a code in our own conversation, since it is for you alone.";
    public const string LinkHow = "Say “link” to get a code; then, in the other place, say “link” and the code.";
    public const string LinkCodeUnknown = "I don’t know that code. A code works once, within 15 minutes: say “link” in the other place to get a new one.";
    public const string LinkCodeElsewhere = "That code was made right here. Say it to me in the other place.";
    public const string LinkedAlready = "These two places are linked already.";
    public const string LinkButton = "Yes, both are me";
    public const string NotLinked = "This place isn’t linked to another. Say “link” to get a code for that.";
    public const string PromptsHereButton = "Prompts here instead";
    public const string PromptsComeHereAlready = "Your daily prompt comes here already.";
    public const string PromptsElsewhere = "It comes in the place that you linked; to have it here, say “prompts here”.";
    public const string PromptsNowHere = "Your daily prompt comes here from now on.";
    public const string PromptsHereNoTime = "Your daily prompt will come here once you choose a time, for example “remind 09:30 weekdays”.";

    public static string ForgetAsk(IReadOnlyList<string> otherPlatforms) =>
        $"This erases all that is kept of you{(otherPlatforms.Count == 0 ? "" : $", here and in {Places(otherPlatforms)}")}: your answers, progress, settings and messages. "
        + "It cannot be undone; “export” gives you a copy first. Shall I?";

    public static string LinkAsk(string platform) =>
        $"That code was made in {Place(platform)}. If that was you, I can join both places: your answers and progress come together, with one streak and one daily prompt. "
        + "If somebody else gave it to you, don’t: they would see your progress.";

    public static string Linked(string platform) => $"Done: here and in {Place(platform)} you are one learner now, with all that you answered in both.";

    public static string LinkedTo(string platform) => $"You have linked {Place(platform)}: what you practise there counts here too. If that wasn’t you, say “unlink”.";

    public static string PromptsStayHere(string platform) => $"Your daily prompt goes on coming here. To move it, say “prompts here” in {Place(platform)}.";

    public static string PromptsStayThere(string platform) => $"Your daily prompt goes on coming in {Place(platform)}.";

    public static string Unlinked(IReadOnlyList<string> others) =>
        $"This place is a learner of its own again: what you answered here stays here, and the rest in {Places(others)}. Your daily prompt comes there; for one here too, say “remind 09:30”.";

    public static string UnlinkedWithPrompts(IReadOnlyList<string> others) =>
        $"This place is a learner of its own again: what you answered here stays here, and the rest in {Places(others)}. Your daily prompt goes on coming here; for one there too, say “remind 09:30” there.";

    private static string Places(IReadOnlyList<string> platforms)
    {
        List<string> names = [.. platforms.Select(Place).Distinct()];
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    /// <summary>What people call a platform, behind "in".</summary>
    private static string Place(string platform) => platform switch
    {
        "slack" => "Slack",
        "teams" => "Teams",
        "web" => "the web chat",
        "terminal" => "the terminal",
        _ => platform,
    };
}
