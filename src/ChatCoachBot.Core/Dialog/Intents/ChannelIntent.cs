using System.Text.RegularExpressions;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Channel practice: one exercise a day for everybody in a channel.</summary>
public sealed partial class ChannelIntent : SpokenIntent
{
    private static readonly TimeOnly UsualTime = new(9, 30);

    public override string Word => "channel";

    public override string Usage => "channel on 09:30 weekdays";

    public override string Purpose => "said in a channel: an exercise a day for everybody there; “channel off” ends it";

    public override bool TakesArgument => true;

    public override bool NeedsChannel => true;

    /// <summary>"Channel" begins answers too. What looks like a time is meant as one, also when it does not exist.</summary>
    public override bool Accepts(string rest, Library library) =>
        rest.Length == 0 || Is(rest, "off") || (After(rest, "on") is { } wish && (ChannelWish.TryParse(wish, library, out _) || TimeLike().IsMatch(wish)));

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Channel is not { } channel)
        {
            turn.Say(Texts.ChannelWhere(turn.ChannelCall));
        }
        else if (rest.Length == 0)
        {
            turn.Say(Status(turn, channel));
        }
        else if (turn.Origin is not { MayManage: true })
        {
            turn.Say(Texts.ChannelNotYours);
        }
        else if (Is(rest, "off"))
        {
            channel.Schedule.Stop();
            turn.Say(Texts.ChannelOff(turn.ChannelCall));
        }
        else if (After(rest, "on") is { } wish && ChannelWish.TryParse(wish, turn.Library, out var wished))
        {
            Begin(turn, channel, wished);
        }
        else
        {
            turn.Say(Texts.ChannelHow(turn.Library, turn.ChannelCall));
        }
    }

    private static void Begin(Turn turn, Conversation channel, ChannelWish wished)
    {
        if ((wished.Path ?? turn.Library.Path(channel.Learner.PathId) ?? turn.Path) is not { } path)
        {
            turn.Say(Texts.ChannelHow(turn.Library, turn.ChannelCall, wished.When));
            return;
        }

        channel.Learner.PathId = path.Info.Id;
        if (wished.Time is not null || channel.Schedule.Time is null)
        {
            // A time is meant by the clock of who says it.
            channel.Schedule.Move(turn.Schedule.TimeZone, turn.Now);
        }

        channel.Schedule.Remind(wished.Time ?? channel.Schedule.Time ?? UsualTime, wished.Days ?? channel.Schedule.Days, turn.Now);
        turn.Say(Texts.ChannelOn(channel.Schedule, path.Info, turn.Now, turn.ChannelCall));
        turn.Send(Reply.Saying(Texts.ChannelAnnouncement(channel.Schedule, path.Info, turn.Now)), null, channel);
    }

    private static string Status(Turn turn, Conversation channel) => channel.Schedule switch
    {
        { EndedBecause: not null } => Texts.ChannelEnded(turn.ChannelCall),
        { NextDue: not null } when turn.Library.Path(channel.Learner.PathId) is { } path => Texts.ChannelOn(channel.Schedule, path.Info, turn.Now, turn.ChannelCall),
        _ => Texts.ChannelHow(turn.Library, turn.ChannelCall),
    };

    [GeneratedRegex(@"^(?:at\s+)?[0-9]{1,2}\s*[:.h]\s*[0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeLike();

    private static bool Is(string rest, string word) => rest.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows a word; null when the text does not begin with it.</summary>
    private static string? After(string rest, string word) =>
        Is(rest, word) ? "" : rest.StartsWith(word + ' ', StringComparison.OrdinalIgnoreCase) ? rest[(word.Length + 1)..].Trim() : null;
}
