using ChatCoachBot.Daily;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Slack.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Slack;

/// <summary>A day in Slack on each kind of database.</summary>
public sealed class StoresTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.PostgreSql)]
    public async Task A_day_with_a_learner_a_channel_and_an_admin(Store store)
    {
        await using var coach = new SlackCoach { Store = store };
        coach.Settings["Admins"] = "U0BOSS";
        await coach.InitializeAsync();
        var (ada, channel) = (coach.NewPerson(), coach.NewChannel());
        await ada.JoinAsync();
        await ada.PressAndReadAsync("2");
        await ada.CommandAsync("channel on 09:30 daily release-engineer", channel);
        await ada.NextInAsync(channel);
        await coach.Slack.NextAsync(channel);
        await coach.GoOnAsync(TimeSpan.FromMinutes(45));
        await coach.Application.TickAsync();
        await coach.GoOnAsync(TimeSpan.Zero);

        (await ada.NextAsync()).Shown.ShouldStartWith("Your term for today");
        var prompt = await coach.Slack.NextAsync(channel);
        await ada.SayAsync("2", channel, prompt.Ts);
        (await ada.NextInAsync(channel)).Shown.ShouldContain("*Passed*");
        (await ada.NextAsync()).Shown.ShouldStartWith("Your answer in the channel");
        await coach.GoOnAsync(TimeSpan.FromHours(6));
        await using var scope = coach.Application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RoundTick>().RunAsync(TestContext.Current.CancellationToken);
        await coach.GoOnAsync(TimeSpan.Zero);
        (await coach.Slack.NextAsync(channel)).Shown.ShouldStartWith("This exercise is closed 1 person answered. Thank you!");

        (await new SlackPerson(coach, "U0BOSS", FakeSlack.Team).CommandAsync("admin")).ShouldContain("*Practised in the last 7 days* 1 of 1 learners *Channels that practise* 1");
        await ada.DeliverAsync(new System.Text.Json.Nodes.JsonObject { ["type"] = "app_home_opened", ["user"] = ada.Id, ["tab"] = "home" });
        await coach.Application.UntilAsync(_ => Task.FromResult(coach.Slack.Homes.ContainsKey(ada.Id)));
        await ada.DeliverAsync(new System.Text.Json.Nodes.JsonObject { ["type"] = "app_uninstalled" });
        (await coach.Application.ReadAsync(db => db.Schedules.AllAsync(schedule => schedule.NextDue == null, TestContext.Current.CancellationToken))).ShouldBeTrue();
        coach.Slack.Faults.ShouldBeEmpty();
    }
}
