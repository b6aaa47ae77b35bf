using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Tests.Content;

/// <summary>A small path without a fault; tests break one part of it.</summary>
internal static class GoodContent
{
    public const string Path = "paths/release-engineer/path.yaml";
    public const string Terms = "paths/release-engineer/terms.yaml";
    public const string Explain = "paths/release-engineer/exercises/explain-rollback.yaml";
    public const string Gap = "paths/release-engineer/exercises/gap-raise-a-concern.yaml";
    public const string Choice = "paths/release-engineer/exercises/choice-status-note.yaml";

    public static IReadOnlyList<ContentFile> Files { get; } =
    [
        new(Path,
            """
            # yaml-language-server: $schema=../../schema/path.schema.json
            id: release-engineer
            title: Release Engineer
            level: B2
            summary: You learn to announce a release, and to take it back.
            topics:
              - {id: releases, title: Releases, summary: Saying what ships and when.}
              - id: rollbacks
                title: Rollbacks
                summary: Saying what is taken back, and why.
            spotlight: [rollback]
            vocabulary:
              - category: Core
                terms: [rollback, canary-release]
            scenarios: [explain-rollback]
            reading:
              - title: Continuous Delivery
                author: Jez Humble and David Farley
            next: [not-written-yet]

            """),
        new(Terms,
            """
            - id: rollback
              term: rollback
              partOfSpeech: noun
              ipa: /ˈrəʊlbæk/
              definition: The return to the version before.
              examples: ["The rollback took four minutes."]
              collocations: [trigger a rollback]
              synonyms: [reversion]
              abbreviations: [RB]
              confusedWith:
                - {term: roll forward, difference: It mends the new version instead.}
            - id: canary-release
              term: canary release
              partOfSpeech: noun
              ipa: /kəˈneəri rɪˈliːs/
              definition: A release that only a few users get at first.
              examples:
                - We started with a canary release.

            """),
        new(Explain,
            """
            id: explain-rollback
            kind: explain
            topic: rollbacks
            terms: [rollback]
            audience: support team
            prompt: |
              Tell the support team what a rollback is.
            modelAnswer: A rollback returns to the previous version, so customers see what they saw before.
            rubric:
              pass: 0.7
              fail: 0.2
              points:
                - id: previous-version
                  weight: 2
                  required: true
                  any: ["previous version", "version before"]
                  met: You say where it goes back to.
                  missed: Say where it goes back to.
                  hint: Which version runs afterwards?
                - id: what-customers-see
                  all: [[customers, users], [see, saw]]
                  met: You say what people notice.
                  missed: Say what people notice.
                  hint: Who notices?
              misconceptions:
                - id: deletes-data
                  any: [delete * data]
                  penalty: 0.5
                  fails: true
                  feedback: A rollback changes the code, not the data.
              language:
                words: {min: 5, max: 60}
                avoid:
                  - {any: [stuff], tip: Name the thing.}
            samples:
              - answer: It returns to the previous version, and customers see the old page again.
                expect: pass
                points: [previous-version, what-customers-see]
              - answer: It takes us to the version before.
                expect: partial
                points: [previous-version]
              - {answer: It will delete all data., expect: fail, misconceptions: [deletes-data]}
              - {answer: "", expect: fail, points: []}

            """),
        new(Gap,
            """
            id: gap-raise-a-concern
            kind: gap
            topic: releases
            prompt: Complete the sentence.
            modelAnswer: I would like to raise a concern about backward compatibility.
            text: I would like to ___ a concern about ___ compatibility.
            gaps:
              - {any: [raise, voice], met: One raises a concern., missed: The verb is raise., hint: As with a hand.}
              - {any: [backward, backwards], met: Right., missed: It looks back.}
            samples:
              - {answer: "raise, backward", expect: pass}
              - {answer: "make, forward", expect: fail}

            """),
        new(Choice,
            """
            id: choice-status-note
            kind: choice
            topic: releases
            prompt: Which one would a colleague write?
            modelAnswer: We are rolling back the release.
            options:
              - {text: We are rolling back the release., correct: true, why: The verb is two words.}
              - {text: We are rollbacking the release., why: A rollback is a noun.}
            samples:
              - {answer: "1", expect: pass}
              - {answer: "2", expect: fail}
            terms: [canary-release]

            """),
    ];

    public static IReadOnlyList<ContentFile> With(string name, string text) => [.. Files.Where(file => file.Name != name), new ContentFile(name, text)];

    public static IReadOnlyList<ContentFile> Without(string name) => [.. Files.Where(file => file.Name != name)];

    /// <summary>Replaces a part that must be there once.</summary>
    public static IReadOnlyList<ContentFile> Replace(string name, string part, string with)
    {
        var text = Files.Single(file => file.Name == name).Text;
        text.Split(part).Length.ShouldBe(2, $"'{part}' must be once in {name}");
        return With(name, text.Replace(part, with, StringComparison.Ordinal));
    }

    public static IReadOnlyList<string> Faults(IReadOnlyList<ContentFile> files) => [.. ContentReader.Read(files).Faults.Select(fault => fault.ToString())];
}
