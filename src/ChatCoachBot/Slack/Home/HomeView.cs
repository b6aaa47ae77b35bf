using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Slack.Rendering;

namespace ChatCoachBot.Slack.Home;

/// <summary>The home page in Slack's blocks, with the settings as controls.</summary>
internal static class HomeView
{
    private static readonly (string Label, string Says)[] Pauses =
    [
        ("A week", "pause 1 week"), ("Two weeks", "pause 2 weeks"), ("A month", "pause 30 days"), ("Until I come back", "pause"), ("Go on now", "resume"),
    ];

    /// <param name="notice">What a control brought about; null for nothing.</param>
    /// <param name="schedule">Null for who has not begun: then there is nothing to set.</param>
    public static SlackView Draw(
        Reply page, IReadOnlyList<Block> forAdmins, Reply? notice, Schedule? schedule = null, string? pathId = null, Library? library = null) =>
        new(
            "home",
            [
                .. ((IReadOnlyList<SlackBlock>)
                [
                    .. Notice(notice),
                    .. Buttons(ReplyBlocks.Of(page)),
                    .. schedule is null ? [] : Settings(schedule, pathId!, library!),
                    .. forAdmins.Count == 0 ? [] : new SlackBlock[] { new DividerBlock() },
                    .. ReplyBlocks.Of(new Reply(forAdmins)),
                ]).Take(BlockKit.MostBlocksInView),
            ]);

    private static IEnumerable<SlackBlock> Notice(Reply? notice) => notice is null
        ? []
        : [.. ReplyBlocks.Of(new Reply([.. notice.Blocks.Where(block => block is not (Choices or AnswerForm))])), new DividerBlock()];

    /// <summary>What a button of the page says belongs in the conversation, where it can be answered.</summary>
    private static IEnumerable<SlackBlock> Buttons(IEnumerable<SlackBlock> blocks) => blocks.Select(block => block is ActionsBlock actions
        ? new ActionsBlock([.. actions.Elements.Select(element => ActionIds.IsSay(element.ActionId) ? element with { ActionId = $"{ActionIds.HomeSay}:{element.ActionId}" } : element)])
        : block);

    private static IEnumerable<SlackBlock> Settings(Schedule schedule, string pathId, Library library)
    {
        List<SlackOption> paths = [.. library.Paths.Take(BlockKit.MostOptions).Select(path => SlackOption.Of(path.Info.Title, path.Info.Id))];
        List<SlackOption> days = [.. Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7).Select(day => SlackOption.Of(NameOf(day), NameOf(day).ToLowerInvariant()))];
        List<SlackOption> chosen = [.. days.Where((_, index) => schedule.Days.Includes((DayOfWeek)((index + 1) % 7)))];
        yield return new DividerBlock();
        yield return new HeaderBlock(SlackText.Plain("Settings", BlockKit.LongestHeader));
        yield return Setting("Path", new SelectElement(Choose, paths)
        {
            ActionId = ActionIds.HomePath,
            InitialOption = paths.Find(option => option.Value == pathId),
        });
        yield return Setting("When I write to you", new TimePickerElement(SlackText.Plain("No reminder", BlockKit.LongestOption))
        {
            ActionId = ActionIds.HomeTime,
            InitialTime = schedule.Time?.ToString("HH:mm", CultureInfo.InvariantCulture),
        });
        yield return Setting("Days", new CheckboxesElement(days) { ActionId = ActionIds.HomeDays, InitialOptions = chosen.Count == 0 ? null : chosen });
        yield return new InputBlock(SlackText.Plain("Time zone", BlockKit.LongestButton), new TextInputElement
        {
            ActionId = ActionIds.HomeZone,
            InitialValue = schedule.TimeZone,
            MaxLength = 64,
            DispatchActionConfig = new DispatchConfig(["on_enter_pressed"]),
        })
        {
            DispatchAction = true,
            Hint = SlackText.Plain("Write a name such as Europe/Warsaw, and press Enter.", BlockKit.LongestHeader),
        };
        yield return Setting("Pause", new SelectElement(Choose, [.. Pauses.Select(pause => SlackOption.Of(pause.Label, pause.Says))]) { ActionId = ActionIds.HomePause });
    }

    private static SlackText Choose => SlackText.Plain("Choose", BlockKit.LongestOption);

    private static SectionBlock Setting(string label, SlackElement control) =>
        new(SlackText.Marked(Mrkdwn.Bold(label))) { BlockId = control.ActionId, Accessory = control };

    private static string NameOf(DayOfWeek day) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day);
}
