using System.Text.RegularExpressions;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Makes one learner of a person on two platforms: a code made here is entered there.</summary>
public sealed partial class LinkIntent : SpokenIntent
{
    private const string Sure = "yes";

    public override string Word => "link";

    public override string Purpose => "practise as one learner here and on another platform";

    public override bool TakesArgument => true;

    public override bool NeedsLinkOffer => true;

    /// <summary>"Link the trace to the log" is an answer. No word is a code: codes have no vowels.</summary>
    public override bool Accepts(string rest) => rest.Length == 0 || Entered().IsMatch(rest);

    /// <returns>Null when what was said names no code.</returns>
    public static string? CodeIn(string rest) => Entered().Match(rest) is { Success: true } entered ? entered.Groups["code"].Value.ToUpperInvariant() : null;

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
        else if (!Entered().Match(rest).Groups[Sure].Success)
        {
            turn.Say(Reply.Of(
                new Paragraph(Texts.LinkAsk(offer.Maker.Platform)),
                new Choices([new Choice(Texts.LinkButton, $"{Word} {offer.Code} {Sure}")])));
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
        var maker = offer.Maker;
        var (home, away) = IsAlive(maker.Schedule) || !IsAlive(turn.Schedule) ? (maker.Schedule, maker) : (turn.Schedule, turn.Conversation);
        var isHere = home == turn.Schedule;
        turn.Say(Reply.Of(
            new Paragraph(Texts.Linked(maker.Platform)),
            new Caption(IsAlive(home) ? isHere ? Texts.PromptsStayHere(maker.Platform) : Texts.PromptsStayThere(away.Platform) : Texts.RemindHow),
            new Choices([.. isHere || !IsAlive(home) ? [] : (Choice[])[new Choice(Texts.PromptsHereButton, PromptsHereIntent.Said)], Buttons.Progress])));
        turn.Send(Reply.Saying(Texts.LinkedTo(turn.Conversation.Platform)), destination: null, maker);
        turn.Wish = new JoinWish(offer, home.ConversationId);
    }

    private static bool IsAlive(Schedule schedule) => schedule is { Time: not null, Stopped: false, EndedBecause: null };

    [GeneratedRegex("^(?<code>[BCDFGHJKLMNPQRSTVWXZ2-9]{8})(?<yes>[ \\t]+yes)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Entered();
}
