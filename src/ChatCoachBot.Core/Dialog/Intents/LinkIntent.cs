using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Makes one learner of a person on two platforms: a code made here is entered there.</summary>
public sealed partial class LinkIntent : SpokenIntent
{
    private const string Sure = "sure";

    public override string Word => "link";

    public override string Purpose => "practise as one learner here and on another platform";

    public override bool TakesArgument => true;

    public override bool NeedsLinkOffer => true;

    /// <summary>"Link the trace to the log" is an answer.</summary>
    public override bool Accepts(string rest) => rest.Length == 0 || Entered().IsMatch(rest);

    /// <returns>Null when what was said names no code.</returns>
    public static string? CodeIn(string rest) => Entered().Match(rest) is { Success: true } entered ? string.Concat(entered.Groups["code"].Value.Where(char.IsLetterOrDigit)).ToUpperInvariant() : null;

    public override void Respond(Turn turn, string rest)
    {
        if (rest.Length == 0)
        {
            Offer(turn);
        }
        else if (CodeIn(rest) is null)
        {
            turn.Say(Texts.LinkHow);
        }
        else if (turn.LinkOffer is not { } offer)
        {
            turn.Say(Texts.LinkCodeUnknown);
        }
        else if (offer.Maker.Learner.Id == turn.Learner.Id)
        {
            turn.Say(offer.Maker.Id == turn.Conversation.Id ? Texts.LinkCodeElsewhere : Texts.LinkedAlready);
        }
        else if (Entered().Match(rest).Groups[Sure].Value is var sure && !sure.Equals(SureOf(turn, offer), StringComparison.OrdinalIgnoreCase))
        {
            turn.Say(Reply.Of(
                new Paragraph(Texts.LinkAsk(offer.Maker.Platform)),
                new Choices([new Choice(Texts.LinkButton, $"{Word} {offer.Code} {SureOf(turn, offer)}")])));
        }
        else
        {
            Join(turn, offer);
        }
    }

    private static void Offer(Turn turn)
    {
        var code = turn.Issue(CodePurpose.Link);
        turn.SayAlone(Reply.Of(new Paragraph(Texts.LinkOffer), new Passage($"link {code}"), new Caption(Texts.LinkOfferOnce)), Texts.LinkInChat);
    }

    private static void Join(Turn turn, LinkOffer offer)
    {
        var (maker, here) = (offer.Maker, turn.Conversation);
        var home = Liveliness(maker.Schedule) >= Liveliness(turn.Schedule) ? maker.Schedule : turn.Schedule;
        var (comes, isHere) = (home.NextDue is not null, home == turn.Schedule);
        turn.Say(new Reply(
        [
            new Paragraph(Texts.Linked(maker.Platform, here.Platform)),
            .. turn.Library.Path(maker.Learner.PathId) is { } path && path.Info.Id != turn.Learner.PathId ? [new Paragraph(Texts.LinkedPath(path.Info))] : (Block[])[],
            new Caption(comes ? isHere ? Texts.PromptsStayHere(maker.Platform, here.Platform) : Texts.PromptsStayThere(maker.Platform, here.Platform) : Texts.PromptsNotYet),
            new Choices([.. isHere || !comes ? [] : (Choice[])[new Choice(Texts.PromptsHereButton, PromptsHereIntent.Said)], Buttons.Progress]),
        ]));
        turn.Send(Reply.Saying(Texts.LinkedTo(here.Platform, maker.Platform)), destination: null, maker);
        turn.Wish = new JoinWish(offer, home.ConversationId);
    }

    /// <summary>What a question's button says besides the code: nobody can be talked into sending what this very conversation was never asked.</summary>
    private static string SureOf(Turn turn, LinkOffer offer) =>
        $"yes {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{offer.Code} {turn.Conversation.Id:N}")))[..6]}";

    /// <summary>Of two schedules the one by which prompts come goes on, before one that rests, before none.</summary>
    private static int Liveliness(Schedule schedule) => schedule switch
    {
        { Time: null } or { Stopped: true } or { EndedBecause: not null } => 0,
        { PausedUntil: not null } => 1,
        _ => 2,
    };

    /// <summary>Eight letters and digits, in two groups perhaps. Without a vowel, or with a digit, it is no word; the rest is an answer.</summary>
    [GeneratedRegex(@"^(?=[^aeiou]{8,9}(?:\s|$)|.{0,8}\d)(?<code>[a-z0-9]{4}[ -]?[a-z0-9]{4})(?:\s+(?<sure>yes(?:\s+[0-9a-f]{6})?))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Entered();
}
