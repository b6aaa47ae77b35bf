using System.Text;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Tests.Driving;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.OwnData;

/// <summary>The glossary as Anki reads it.</summary>
public sealed class AnkiFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_term_is_a_note_of_as_many_columns_as_the_header_names_tagged_with_how_well_it_is_known()
    {
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder };
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await learner.ReachAsync(SmallContent.RollbackTerm);
        (await NotesAsync(learner))["chatcoach/release-engineer/rollback"][4].ShouldEndWith(" chatcoach::new");

        await learner.AskAsync("Rollback.");
        (await NotesAsync(learner))["chatcoach/release-engineer/rollback"][4].ShouldBe("chatcoach chatcoach::release-engineer chatcoach::learning");

        (await learner.AskAsync("Our payment system needed a rollback because the release broke all refunds.")).ShouldStartWith("Passed");
        var notes = await NotesAsync(learner);
        notes["chatcoach/release-engineer/rollback"].ShouldBe(
        [
            "chatcoach/release-engineer/rollback",
            "rollback",
            "The return to the version before.<br><br><i>The rollback took four minutes.</i><br><small>noun · /ˈrəʊlbæk/</small>",
            "The rollback took four minutes.",
            "chatcoach chatcoach::release-engineer chatcoach::known",
        ]);
        notes.Keys.ShouldAllBe(id => id.StartsWith("chatcoach/release-engineer/", StringComparison.Ordinal));

        // Whoever has practised on another path keeps its terms.
        await coach.ChangeAsync(db => db.Learners.ExecuteUpdateAsync(set => set.SetProperty(known => known.PathId, "support-engineer"), Cancel));
        (await NotesAsync(learner)).Keys.Select(id => id.Split('/')[1]).Distinct().ShouldBe(["release-engineer", "support-engineer"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_term_of_the_shipped_paths_is_one_line_of_html_that_cannot_break()
    {
        await using var coach = new CoachApplication();
        using var learner = coach.NewVisitor();
        await learner.JoinAsync();
        await coach.ChangeAsync(async db =>
        {
            var id = await db.Learners.Select(known => known.Id).SingleAsync(Cancel);
            foreach (var path in await db.Paths.Select(path => path.Id).ToListAsync(Cancel))
            {
                db.Cards.Add(new Card { LearnerId = id, ExerciseKey = $"{path}/some-exercise" });
            }
        });

        var notes = await NotesAsync(learner);

        notes.Keys.Select(id => id.Split('/')[1]).Distinct().Count().ShouldBe(await coach.ReadAsync(db => db.Paths.CountAsync(Cancel)));
        foreach (var note in notes.Values)
        {
            note[1].ShouldNotBeEmpty();
            note[2].Replace("<br>", "", StringComparison.Ordinal).Replace("<i>", "", StringComparison.Ordinal).Replace("</i>", "", StringComparison.Ordinal)
                .Replace("<small>", "", StringComparison.Ordinal).Replace("</small>", "", StringComparison.Ordinal).IndexOfAny(['<', '>', '"', '\r']).ShouldBe(-1);
            note[3].ShouldNotBeEmpty();
        }
    }

    private static async Task<Dictionary<string, string[]>> NotesAsync(WebVisitor learner)
    {
        var text = Encoding.UTF8.GetString(await (await OwnFiles.AskForAsync(learner)).BytesAsync("glossary.txt"));
        text.ShouldEndWith("\n");
        var lines = text[..^1].Split('\n');
        lines.TakeWhile(line => line[0] == '#').ShouldBe(["#separator:tab", "#html:true", "#guid column:1", "#tags column:5", "#columns:GUID\tFront\tBack\tExample\tTags"]);
        var notes = lines.Skip(5).Select(line => line.Split('\t')).ToList();
        notes.ShouldAllBe(note => note.Length == 5);
        return notes.ToDictionary(note => note[0], StringComparer.Ordinal);
    }
}
