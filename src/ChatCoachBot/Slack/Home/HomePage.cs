using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Management;
using ChatCoachBot.Practice;
using ChatCoachBot.Slack.Api;
using ChatCoachBot.Storage;
using ChatCoachBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack.Home;

/// <summary>A person's home page, drawn from the database whenever it is opened or something on it was changed.</summary>
internal sealed class HomePage(
    SlackApi api, IDbContextFactory<CoachDb> contexts, LibraryCache library, Admins admins, AdminReport report, PracticeSettings practice, TimeProvider time)
{
    /// <param name="notice">What is to be said on top of it; null for nothing.</param>
    public async Task<SlackResponse> PublishAsync(SlackAddress person, string token, Reply? notice, CancellationToken cancellationToken)
    {
        var view = await DrawAsync(person, notice, cancellationToken);
        return await api.SayAsync("views.publish", token, new PublishView(person.Id, view), SlackJson.Default.PublishView, cancellationToken);
    }

    private async Task<Rendering.SlackView> DrawAsync(SlackAddress person, Reply? notice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var address = person.ToString();
        var conversation = await TurnDesk.Conversations(db)
            .AsNoTracking()
            .SingleOrDefaultAsync(known => known.Platform == SlackChannel.Name && known.Address == address, cancellationToken);
        var path = library.Current.Path(conversation?.Learner.PathId);
        var blocks = new List<Core.Dialog.Replies.Block>();
        if (admins.Include(SlackChannel.Name, person.Workspace, person.Id))
        {
            blocks.AddRange((await report.ReadAsync(db, cancellationToken)).Blocks);
        }

        return conversation is null || path is null
            ? HomeView.Draw(HomeReply.Welcome(), blocks, notice)
            : HomeView.Draw(await RepliesAsync(db, conversation, path, cancellationToken), blocks, notice, conversation.Schedule, path.Info.Id, library.Current);
    }

    private async Task<Reply> RepliesAsync(CoachDb db, Core.Dialog.Conversation conversation, Core.Content.PublishedPath path, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var learner = conversation.Learner.Id;
        var cards = new CardBox(learner, await db.Cards.AsNoTracking().Where(card => card.LearnerId == learner).ToListAsync(cancellationToken));
        var past = await PastAttempts.OfAsync(db, [learner], now, cancellationToken);
        return HomeReply.For(conversation, path, cards, [.. past[learner]], practice, now);
    }
}
