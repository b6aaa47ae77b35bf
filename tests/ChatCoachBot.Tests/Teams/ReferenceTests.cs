using System.Text.Json.Nodes;
using ChatCoachBot.Teams.References;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Teams;

/// <summary>How people and channels are reached, when another host has heard something of them that this one has not.</summary>
public sealed class ReferenceTests : IAsyncLifetime
{
    private readonly TeamsCoach _coach = new();

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_install_counts_at_once_also_when_another_host_has_heard_of_the_removal()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ElsewhereAsync(reference => reference.EndedAt = _coach.Application.Clock.GetUtcNow());

        await ada.DeliverAsync(ada.Activity("installationUpdate", new JsonObject { ["action"] = "add" }));

        (await EndedAtAsync(ada.Address)).ShouldBeNull();
        (await ada.AskAsync("2")).Shown.ShouldStartWith("Passed 100%");
    }

    [Fact]
    public async Task A_channel_that_gets_the_app_back_is_there_at_once_too()
    {
        const string Channel = "19:abc_def@thread.tacv2";
        var ada = _coach.NewPerson();
        await ada.SayInAsync(Channel, "channel on 09:30 release-engineer");
        await _coach.Teams.NextAsync(Channel);
        await ElsewhereAsync(reference => reference.EndedAt = _coach.Application.Clock.GetUtcNow());

        await ada.DeliverAsync(ada.Activity("installationUpdate", new JsonObject { ["action"] = "add" }, Channel));

        (await EndedAtAsync($"{FakeTeams.Tenant}/{Channel}")).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_writes_is_there_again_no_later_than_a_minute_on()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ElsewhereAsync(reference => (reference.EndedAt, reference.ServiceUrl) = (_coach.Application.Clock.GetUtcNow(), "https://smba.trafficmanager.net/amer/"));
        await _coach.GoOnAsync(TimeSpan.FromSeconds(61));

        (await ada.AskAsync("2")).Shown.ShouldStartWith("Passed 100%");

        _coach.Teams.Paths.Last().ShouldStartWith("/smba.trafficmanager.net/emea/");
        (await EndedAtAsync(ada.Address)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_said_in_a_channel_puts_the_app_back_into_nobodys_own_chat()
    {
        const string Thread = "19:abc_def@thread.tacv2;messageid=7";
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ada.DeliverAsync(ada.Activity("installationUpdate", new JsonObject { ["action"] = "remove" }));

        await ada.SayInAsync(Thread, "progress");

        (await _coach.Teams.NextAsync(Thread)).Shown.ShouldStartWith("That is between you and me. Open a chat with me");
        (await EndedAtAsync(ada.Address)).ShouldNotBeNull();
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(403, true)]
    public async Task A_thread_that_is_gone_does_not_end_its_channel_and_a_bot_that_is_gone_does(int status, bool ends)
    {
        const string Channel = "19:abc_def@thread.tacv2";
        var ada = _coach.NewPerson();
        _coach.Teams.WithoutApp[ada.Id] = true;
        await ada.SayInAsync(Channel, "channel on 09:30 release-engineer");
        await _coach.Teams.NextAsync(Channel);
        await _coach.Teams.NextAsync(Channel);
        _coach.Teams.Before = conversation => conversation.Contains(";messageid=", StringComparison.Ordinal) ? (status, "ConversationNotFound", null) : null;

        await ada.SayInAsync($"{Channel};messageid=7", "progress");
        await _coach.Application.UntilAsync(db => db.Outbox.AnyAsync(message => message.DropReason == "ConversationNotFound", Cancel));

        ((await EndedAtAsync($"{FakeTeams.Tenant}/{Channel}")) is not null).ShouldBe(ends);
    }

    /// <summary>What another host writes of everybody.</summary>
    private Task ElsewhereAsync(Action<TeamsReference> change) =>
        _coach.Application.ChangeAsync(async db => (await db.Set<TeamsReference>().ToListAsync(Cancel)).ForEach(change));

    private Task<DateTimeOffset?> EndedAtAsync(string address) =>
        _coach.Application.ReadAsync(db => db.Set<TeamsReference>().Where(reference => reference.Address == address).Select(reference => reference.EndedAt).SingleAsync(Cancel));
}
