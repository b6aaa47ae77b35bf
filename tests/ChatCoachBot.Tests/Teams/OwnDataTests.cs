using ChatCoachBot.Retention;
using ChatCoachBot.Teams.References;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatCoachBot.Tests.Teams;

/// <summary>Being forgotten in Teams, and being one learner there and elsewhere.</summary>
public sealed class OwnDataTests : IAsyncLifetime
{
    private const string Channel = "19:abc_def@thread.tacv2";

    private readonly TeamsCoach _coach = new() { Settings = { ["PublicUrl"] = "https://coach.example" } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _coach.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _coach.Teams.Faults.ShouldBeEmpty();
        await _coach.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_forgotten_has_the_last_words_and_then_nothing_says_how_they_are_reached()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        var other = _coach.NewPerson();
        await other.JoinAsync();

        (await ada.AskAsync("forget me")).Buttons.ShouldBe(["Yes, erase everything"]);
        await ada.PressAsync("Yes, erase everything");
        (await ada.NextAsync()).Shown.ShouldStartWith("All that was kept of you is erased.");
        ada.Last.Shown.ShouldEndWith("What we wrote stays in this chat until you delete it there.");
        await CleanUpAsync();

        (await ReachedAsync()).ShouldBe([other.Address]);
    }

    [Fact]
    public async Task Who_comes_back_after_that_is_greeted_as_new_and_is_reached_again()
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ada.AskAsync("forget me for good");
        await CleanUpAsync();

        (await ada.AskAsync("hello")).Shown.ShouldStartWith("Hello, I’m ChatCoach.");
        await ada.NextAsync();

        (await ReachedAsync()).ShouldBe([ada.Address]);
    }

    [Fact]
    public async Task A_code_from_the_web_chat_makes_one_learner_here_and_there()
    {
        using var web = _coach.Application.NewVisitor();
        await web.JoinAsync("Europe/Warsaw");
        await web.AskAsync("2");
        var code = await web.AskForCodeAsync();
        var ada = _coach.NewPerson();
        await ada.InstallAsync();
        await ada.NextAsync();
        await ada.NextAsync();

        (await ada.AskAsync($"link {code}")).Shown.ShouldStartWith("That code was made in the web chat.");
        await ada.PressAsync("Yes, both are me");

        (await ada.NextAsync()).Shown.ShouldStartWith("Done: here and in the web chat you are one learner now");
        ada.Last.Shown.ShouldContain("Your daily prompt goes on coming in the web chat.");
        (await web.ReplyAsync()).ShouldStartWith("You have linked Teams");
        (await ada.AskAsync("progress")).Shown.ShouldContain("1 day");
        await ada.AskAsync("prompts here");
        await _coach.GoOnAsync(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero) - _coach.Application.Clock.GetUtcNow());
        await _coach.Application.TickAsync();
        (await ada.NextAsync()).Shown.ShouldStartWith("Your term for today", customMessage: "the first exercise was passed in the other place");
    }

    [Fact]
    public async Task Forgotten_in_the_web_chat_they_are_not_reached_in_Teams_either()
    {
        using var web = _coach.Application.NewVisitor();
        await web.JoinAsync("Europe/Warsaw");
        var code = await web.AskForCodeAsync();
        var ada = _coach.NewPerson();
        await ada.JoinAsync();
        await ada.AskAsync($"link {code}");
        await ada.PressAsync("Yes, both are me");
        await ada.NextAsync();
        await web.ReplyAsync();

        (await web.AskAsync("forget me")).ShouldContain("here and in Teams");
        await web.PressAsync("Yes, erase everything");
        await CleanUpAsync();

        (await ReachedAsync()).ShouldBeEmpty();
        (await _coach.Application.ReadAsync(db => db.Outbox.CountAsync(Cancel))).ShouldBe(0);
    }

    [Theory]
    [InlineData("link", "To be one learner in two places")]
    [InlineData("export", "Here is what I know of your practice")]
    public async Task A_secret_that_is_asked_for_in_a_channel_comes_in_the_persons_own_chat_with_no_word_of_another_place(string word, string beginning)
    {
        var ada = _coach.NewPerson();
        await ada.JoinAsync();

        await ada.SayInAsync(Channel, word);

        (await ada.NextAsync()).Shown.ShouldStartWith(beginning);
        ada.Last.Shown.ShouldNotContain("our own conversation");
        await _coach.GoOnAsync(TimeSpan.Zero);
        _coach.Teams.IsSilent(ada.Chat).ShouldBeTrue();
        _coach.Teams.IsSilent(Channel).ShouldBeTrue();
    }

    [Theory]
    [InlineData("link")]
    [InlineData("export")]
    public async Task Who_has_no_chat_is_told_to_open_one_and_the_channel_sees_no_secret(string word)
    {
        var ada = _coach.NewPerson();
        _coach.Teams.WithoutApp[ada.Id] = true;

        await ada.SayInAsync(Channel, word);

        (await _coach.Teams.NextAsync(Channel)).Shown.ShouldBe("That is between you and me. Open a chat with me, then say it here once more, and I answer there.");
        await _coach.GoOnAsync(TimeSpan.Zero);
        _coach.Teams.IsSilent(Channel).ShouldBeTrue();
    }

    private async Task CleanUpAsync()
    {
        await _coach.GoOnAsync(TimeSpan.FromMinutes(5));
        await _coach.Application.Services.GetRequiredService<CleanUp>().RunAsync(Cancel);
    }

    private Task<List<string>> ReachedAsync() => _coach.Application.ReadAsync(db => db.Set<TeamsReference>().Select(reference => reference.Address).ToListAsync(Cancel));
}
