using ChatCoachBot.Core.Practice;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Dialog;

/// <summary>One person in two places: a code made here and entered there makes one learner of two.</summary>
public abstract class LinkTests : IAsyncDisposable
{
    private readonly CoachApplication _coach;

    private LinkTests(Store store) => _coach = new CoachApplication { Store = store, ContentFolder = Repository.SmallContentFolder };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _coach.DisposeAsync();
    }

    [Fact]
    public async Task Answers_cards_and_streak_of_both_places_come_together_and_nothing_is_lost()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await here.AskAsync("1");
        _coach.Clock.Advance(TimeSpan.FromMinutes(1));
        await there.AskAsync("2");
        await there.AskAsync("skip");
        var before = await CardsAsync();

        await LinkAsync(here, there);

        (await LearnersAsync()).ShouldBe(1);
        var cards = await CardsAsync();
        cards.Select(card => card.ExerciseKey).ShouldBe(before.Select(card => card.ExerciseKey).Distinct(), ignoreOrder: true);
        var shared = cards.Single(card => card.Attempts == 2);
        (shared.Passed, shared.Reviews).ShouldBe((true, 2));
        (await _coach.ReadAsync(db => db.Attempts.Select(attempt => attempt.LearnerId).Distinct().SingleAsync(Cancel))).ShouldBe(shared.LearnerId);
        (await here.AskAsync("progress")).ShouldContain("1 day");
        (await there.AskAsync("progress")).ShouldContain("1 day");
    }

    [Fact]
    public async Task Days_practised_in_either_place_make_one_streak()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await here.AskAsync("1");
        _coach.Clock.Advance(TimeSpan.FromDays(1));
        await there.AskAsync("1");
        _coach.Clock.Advance(TimeSpan.FromDays(1));
        await here.AskAsync("2");

        await LinkAsync(here, there);

        var streak = await _coach.ReadAsync(db => db.Learners.Select(learner => learner.Streak).SingleAsync(Cancel));
        (streak.Days, streak.Longest).ShouldBe((3, 3));
    }

    [Fact]
    public async Task One_prompt_comes_a_day_and_the_learner_chooses_where()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await LinkAsync(here, there);
        there.LastReply.ShouldContain("Your daily prompt goes on coming in your other web chat.");

        (await PromptsAtNineAsync()).ShouldBe(1);
        var home = await HomeAsync();
        (await there.PressAsync("Prompts here instead")).ShouldBe("Your daily prompt comes here from now on.");
        (await HomeAsync()).ShouldNotBe(home);
        (await PromptsAtNineAsync()).ShouldBe(1);
        (await there.ReplyAsync()).ShouldStartWith("Your exercise for today");
        (await there.AskAsync("prompts here")).ShouldStartWith("Your daily prompt comes here already.");
    }

    [Fact]
    public async Task What_is_said_about_prompts_in_either_place_holds_for_both()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await LinkAsync(here, there);

        await there.AskAsync("pause 2 weeks");

        (await PromptsAtNineAsync()).ShouldBe(0);
        await here.AskAsync("resume");
        (await PromptsAtNineAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_reminder_set_in_the_other_place_says_where_it_comes_and_moves_when_nothing_arrives_there_any_more()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await LinkAsync(here, there);
        var home = await HomeAsync();

        (await there.AskAsync("remind 09:00 weekdays")).ShouldContain("It comes in the place that you linked");
        (await HomeAsync()).ShouldBe(home);
        await _coach.ChangeAsync(async db => (await db.Schedules.SingleAsync(Cancel)).End("the person has left"));
        (await there.AskAsync("remind 09:00 weekdays")).ShouldNotContain("It comes in the place that you linked");

        (await HomeAsync()).ShouldNotBe(home);
        (await PromptsAtNineAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pause_of_one_place_costs_no_streak_and_hides_no_missed_day_later(bool makerPauses)
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        var (pauses, goesOn) = makerPauses ? (here, there) : (there, here);
        await pauses.AskAsync("1");
        await goesOn.AskAsync("1");
        await pauses.AskAsync("pause");

        await LinkAsync(here, there);
        (await PromptsAtNineAsync()).ShouldBe(1, "the schedule that goes on is the one that is not paused");
        _coach.Clock.Advance(TimeSpan.FromDays(1));
        await AnswerAsync(here);
        (await StreakAsync()).ShouldBe(2);

        _coach.Clock.Advance(TimeSpan.FromDays(14));
        await AnswerAsync(here);
        (await StreakAsync()).ShouldBe(1, "nobody rests any more");
    }

    [Fact]
    public async Task Where_both_are_paused_the_days_of_the_pause_are_not_missed()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await here.AskAsync("1");
        await here.AskAsync("pause 3 weeks");
        await there.AskAsync("pause 3 weeks");
        _coach.Clock.Advance(TimeSpan.FromDays(1));
        await there.AskAsync("2");

        await LinkAsync(here, there);
        there.LastReply.ShouldNotContain("You have no daily prompt");
        _coach.Clock.Advance(TimeSpan.FromDays(20));
        await AnswerAsync(here);

        (await StreakAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task The_days_exercise_is_the_same_in_both_places_and_is_done_once()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await LinkAsync(here, there);
        (await here.AskAsync("today")).ShouldContain("Which status note");

        (await there.AskAsync("today")).ShouldContain("Which status note");
        await there.AskAsync("2");

        (await here.AskAsync("today")).ShouldStartWith("You’re done with today’s exercise.");
    }

    [Fact]
    public async Task Who_links_before_the_first_exercise_is_not_welcomed_again()
    {
        using var here = await JoinAsync();
        using var there = _coach.NewVisitor();
        await there.OpenPageAsync();

        await LinkAsync(here, there);

        (await there.AskAsync("today")).ShouldStartWith("Today’s exercise");
    }

    [Fact]
    public async Task A_code_works_once_and_for_fifteen_minutes_and_is_asked_back_before_it_joins()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        using var third = await JoinAsync();
        var code = await here.AskForCodeAsync();

        (await there.AskAsync($"link {code}")).ShouldStartWith("That code was made in the web chat.");
        (await LearnersAsync()).ShouldBe(3, "nobody has confirmed yet");
        await there.PressAsync("Yes, both are me");
        (await LearnersAsync()).ShouldBe(2);
        (await third.AskAsync($"link {code} yes")).ShouldStartWith("I don’t know that code.");

        var late = await third.AskForCodeAsync();
        _coach.Clock.Advance(TimeSpan.FromMinutes(15));
        (await there.AskAsync($"link {late}")).ShouldStartWith("I don’t know that code.");
        (await LearnersAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_code_in_the_wrong_place_or_that_was_guessed_changes_nothing()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        var code = await here.AskForCodeAsync();

        (await here.AskAsync($"link {code}")).ShouldStartWith("That code was made right here.");
        (await there.AskAsync("link C5MR-JLW3")).ShouldStartWith("I don’t know that code.");
        (await there.AskAsync("link 0000 0000")).ShouldStartWith("I don’t know that code.");
        (await there.AskAsync("link services")).ShouldStartWith("Choose one", customMessage: "that is an answer");
        (await there.AskAsync("link BCDFGHJK yes")).ShouldStartWith("I don’t know that code.");
        (await there.AskAsync($"link {code} yes")).ShouldStartWith("That code was made", customMessage: "nobody is talked into it: the button alone says yes");
        (await there.AskAsync($"link {code} yes 123abc")).ShouldStartWith("That code was made");
        await there.AskAsync("2");
        (await there.AskAsync("link whatever you like")).ShouldStartWith("Say “link” to get a code");
        (await LearnersAsync()).ShouldBe(2);

        await there.AskAsync($"link {code.ToLowerInvariant()}");
        await there.PressAsync("Yes, both are me");
        (await LearnersAsync()).ShouldBe(1);
        await here.ReplyAsync();
        var again = await here.AskForCodeAsync();
        (await there.AskAsync($"link {again}")).ShouldStartWith("These two places are linked already.");
    }

    [Fact]
    public async Task Parted_again_each_place_has_what_was_answered_there()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await here.AskAsync("1");
        await there.AskAsync("2");
        await LinkAsync(here, there);

        (await there.AskAsync("unlink")).ShouldStartWith("This chat is on its own again");

        (await LearnersAsync()).ShouldBe(2);
        var cards = await CardsAsync();
        cards.ShouldAllBe(card => card.Attempts == 1 && card.Reviews == 1);
        cards.Select(card => card.Passed).ShouldBe([true, false], ignoreOrder: true);
        cards.Select(card => card.LearnerId).Distinct().Count().ShouldBe(2);
        (await PromptsAtNineAsync()).ShouldBe(1, "one of them had the prompts");
        (await there.AskAsync("unlink")).ShouldStartWith("This place isn’t linked to another.");
        (await there.AskAsync("remind 09:00 weekdays")).ShouldContain("09:00");
        (await PromptsAtNineAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Parted_where_the_prompts_come_they_go_on_coming_there()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await LinkAsync(here, there);
        var home = await HomeAsync();

        (await here.AskAsync("unlink")).ShouldContain("Your daily prompt goes on coming here");

        (await HomeAsync()).ShouldBe(home);
        (await PromptsAtNineAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Linked_parted_and_linked_again_is_as_linked_once()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await here.AskAsync("1");
        _coach.Clock.Advance(TimeSpan.FromMinutes(1));
        await there.AskAsync("2");
        await LinkAsync(here, there);
        var once = await CardsAsync();
        await there.AskAsync("unlink");
        (await here.ReplyAsync()).ShouldStartWith("You have unlinked your other web chat");

        await LinkAsync(here, there);

        var again = await CardsAsync();
        again.Select(Known).ShouldBe(once.Select(Known), ignoreOrder: true);

        static (string, int, double, double, DateTimeOffset?) Known(Card card) => (card.ExerciseKey, card.Attempts, card.Stability, card.Difficulty, card.Due);
    }

    [Fact]
    public async Task Two_answers_at_the_same_moment_both_count()
    {
        using var here = await JoinAsync();
        using var there = await JoinAsync();
        await LinkAsync(here, there);

        for (var time = 1; time <= 10; time++)
        {
            await Task.WhenAll(here.AskAsync("1"), there.AskAsync("3"));
        }

        (await CardsAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(20);
        (await _coach.ReadAsync(db => db.Attempts.CountAsync(Cancel))).ShouldBe(20);
    }

    private async Task<WebVisitor> JoinAsync()
    {
        var learner = _coach.NewVisitor();
        await learner.JoinAsync();
        return learner;
    }

    private static async Task LinkAsync(WebVisitor here, WebVisitor there)
    {
        await there.AskAsync($"link {await here.AskForCodeAsync()}");
        (await there.PressAsync("Yes, both are me")).ShouldStartWith("Done: here and in your other web chat you are one learner now");
        (await here.ReplyAsync()).ShouldStartWith("You have linked your other web chat");
    }

    private Task<int> LearnersAsync() => _coach.ReadAsync(db => db.Learners.CountAsync(Cancel));

    private Task<List<Card>> CardsAsync() => _coach.ReadAsync(db => db.Cards.OrderBy(card => card.ExerciseKey).ThenBy(card => card.LearnerId).ToListAsync(Cancel));

    /// <summary>The one conversation where prompts come.</summary>
    private Task<Guid> HomeAsync() => _coach.ReadAsync(db => db.Schedules.Where(schedule => schedule.NextDue != null).Select(schedule => schedule.ConversationId).SingleAsync(Cancel));

    /// <summary>How many prompts come the next time it is nine.</summary>
    private async Task<int> PromptsAtNineAsync()
    {
        var before = await DeliveriesAsync();
        var now = _coach.Clock.GetUtcNow();
        var nine = new DateTimeOffset(now.Date.AddHours(9), TimeSpan.Zero);
        _coach.Clock.SetUtcNow(nine > now ? nine : nine.AddDays(1));
        await _coach.TickAsync();
        return await DeliveriesAsync() - before;
    }

    /// <summary>Answers, whatever prompts have come meanwhile.</summary>
    private async Task AnswerAsync(WebVisitor learner)
    {
        var before = await _coach.ReadAsync(db => db.Attempts.CountAsync(Cancel));
        await learner.SayAsync("1");
        await _coach.UntilAsync(async db => await db.Attempts.CountAsync(Cancel) > before);
    }

    private async Task<int> StreakAsync() => (await _coach.ReadAsync(db => db.Learners.Select(learner => learner.Streak).SingleAsync(Cancel))).Days;

    private Task<int> DeliveriesAsync() => _coach.ReadAsync(db => db.Deliveries.CountAsync(Cancel));

    public sealed class OnSqlite() : LinkTests(Store.Sqlite);

    public sealed class OnPostgreSql() : LinkTests(Store.PostgreSql);
}
