using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What is said about what is kept of a learner, and about being one learner in many places.</summary>
public static partial class Texts
{
    // Being forgotten
    public const string ForgetButton = "Yes, erase everything";

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
    public const string PromptsHereResting = "Your daily prompt will come here once you say “resume”.";
    public const string PromptsNotYet = "You have no daily prompt at the moment. Say “resume”, or a time such as “remind 09:30 weekdays”, to have one.";
    public const string PromptsHereNoTime = "Your daily prompt will come here once you choose a time, for example “remind 09:30 weekdays”.";

    public static string ForgetAsk(IReadOnlyList<string> others, string here) =>
        $"This erases all that I keep about you{(others.Count == 0 ? "" : $", here and in {Places(others, here)}")}: your answers, progress, settings and messages. "
        + "It cannot be undone; “export” gives you a copy first. Shall I?";

    public static string Forgotten(string here) =>
        $"All that was kept of you is erased. Thank you for practising with me. If you ever want to begin again, just say hello.{OwnHistory(here)}";

    public static string ForgottenElsewhere(string said, string here) =>
        $"You asked me in {Places([said], here)} to forget you, so all that I kept of you is erased here too. If you ever want to begin again, just say hello.{OwnHistory(here)}";

    public static string LinkedPath(LearningPath path) => $"Your path is {path.Title}; “switch” changes it.";

    public static string UnlinkedThere(string said, string here) =>
        $"You have unlinked {Places([said], here)}: what you answered there is on its own again, and the rest stays here.";

    public static string LinkAsk(string maker) =>
        $"That code was made in {Place(maker)}. If that was you, I can join both places: your answers and progress come together, with one streak and one daily prompt. "
        + "If somebody else gave it to you, don’t: they could read all your answers, and erase them.";

    public static string Linked(string maker, string here) => $"Done: here and in {Places([maker], here)} you are one learner now, with all that you answered in both.";

    public static string LinkedTo(string entered, string here) =>
        $"You have linked {Places([entered], here)}: what you practise there counts here too. If that wasn’t you, say “unlink”.";

    public static string PromptsStayHere(string maker, string here) => $"Your daily prompt goes on coming here. To move it, say “prompts here” in {Places([maker], here)}.";

    public static string PromptsStayThere(string maker, string here) => $"Your daily prompt goes on coming in {Places([maker], here)}.";

    public static string Unlinked(IReadOnlyList<string> others, string here) =>
        $"This chat is on its own again: what you answered here stays here, and the rest stays in {Places(others, here)}.";

    public static string PromptsRemainHere(IReadOnlyList<string> others, string here) =>
        $"Your daily prompt goes on coming here. For one in {Places(others, here)} too, say “remind 09:30” there.";

    public static string PromptsRemainThere(IReadOnlyList<string> others, string here) =>
        $"Your daily prompt goes on coming in {Places(others, here)}. For one here too, say “remind 09:30”.";

    /// <param name="here">Where it is said: there may be another chat on the same platform.</param>
    private static string Places(IReadOnlyList<string> platforms, string here)
    {
        List<string> names = [.. platforms.Select(platform => OtherPlace(platform, here)).Distinct()];
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    /// <summary>Slack and Teams keep what was written there; the other places showed what the coach kept.</summary>
    private static string OwnHistory(string platform) => platform is "slack" or "teams" ? " What we wrote stays in this chat until you delete it there." : "";

    private static string OtherPlace(string platform, string here) => platform switch
    {
        "web" when here == platform => "your other web chat",
        _ when here == platform => $"your other chat in {Place(platform)}",
        _ => Place(platform),
    };

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
