using System.Globalization;
using System.Text.Json;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Cli.Authoring;

/// <summary>What an author starts from: small texts that pass <c>content check</c> as they are, and are there to be replaced.</summary>
internal static class ContentTemplates
{
    public const string Topic = "first-topic";
    public const string Term = "feature-flag";

    public static string Path(string id, string exercise, IReadOnlyList<VocabularyCategory> vocabulary) =>
        $$"""
        # yaml-language-server: $schema=../../schema/path.schema.json
        id: {{id}}
        title: {{TitleOf(id)}}
        level: B2
        summary: You learn to explain your work to people who do other work.
        topics:
          - {id: {{Topic}}, title: First Topic, summary: "What its exercises have in common."}
        spotlight: [{{vocabulary[0].Terms[0]}}]
        vocabulary:
        {{string.Join('\n', vocabulary.Select(Category))}}
        scenarios: [{{exercise}}]

        """;

    public const string Terms =
        """
        # yaml-language-server: $schema=../../schema/terms.schema.json
        - id: feature-flag
          term: feature flag
          partOfSpeech: noun
          ipa: /ˈfiːtʃə flæɡ/
          definition: A switch in a program that turns a part of it on or off without a new release.
          examples: ["Let's put the new search behind a feature flag."]
          collocations: [put something behind a feature flag]
          synonyms: [feature toggle]

        """;

    public static string Exercise(string id, ExerciseKind kind, string topic, string term)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            # yaml-language-server: $schema=../../../schema/exercise.schema.json
            id: {id}
            kind: {kind.ToString().ToLowerInvariant()}
            topic: {topic}
            terms: [{term}]

            """);
        return head + kind switch
        {
            ExerciseKind.Gap => Gap,
            ExerciseKind.Choice => Choice,
            _ => FreeText,
        };
    }

    private const string FreeText =
        """
        audience: product manager
        prompt: |
          Your product manager hears that the new search ships tonight, and that nobody will see it yet. She asks how that can be.
          Tell her in one or two sentences.
        modelAnswer: The search is installed but switched off, and we turn it on for a few customers when we are ready.
        rubric:
          pass: 0.7
          points:
            - id: switched-off
              weight: 2
              required: true
              any: ["switched off", "turned off", "off * default", "feature flag", disabled]
              met: You say why nobody sees it.
              missed: Say why nobody sees it yet.
              hint: Think of a light that is there, in the dark.
            - id: turned-on-later
              any: ["turn * on", "switch * on", enable, "a few customers first"]
              met: You say how it will appear.
              missed: Say how it will appear.
              hint: What happens on the day it is wanted?
          misconceptions:
            - id: needs-a-release
              any: ["another release", "release * again", "deploy * again"]
              penalty: 0.3
              feedback: No new release is needed for it; that is the point of the switch.
        samples:
          - answer: It is installed but switched off, and we turn it on when we like.
            expect: pass
            points: [switched-off, turned-on-later]
          - {answer: The new search is turned off for now., expect: partial, points: [switched-off]}
          - {answer: We ship it tonight and deploy it again later., expect: fail, misconceptions: [needs-a-release]}
          - {answer: It is magic., expect: fail}

        """;

    private const string Gap =
        """
        prompt: Fill in the gaps.
        modelAnswer: We put the new search behind a flag and turn it on later.
        text: We put the new search ___ a flag and turn it ___ later.
        gaps:
          - {any: [behind], met: Something is put behind a flag., missed: "Think of a curtain: the search stands … it.", hint: It is the opposite of in front of.}
          - {any: [on], met: A switch is turned on., missed: A switch is turned … and off., hint: The opposite of off.}
        samples:
          - {answer: "behind, on", expect: pass}
          - {answer: "over, up", expect: fail}

        """;

    private const string Choice =
        """
        prompt: Which one would a colleague write?
        modelAnswer: The new search is behind a feature flag.
        options:
          - {text: The new search is behind a feature flag., correct: true, why: That is how people say it.}
          - {text: The new search is under a feature flag., why: A flag is in front of what it hides.}
        samples:
          - {answer: "1", expect: pass}
          - {answer: "2", expect: fail}

        """;

    private static string Category(VocabularyCategory category) =>
        $"  - {{category: {JsonSerializer.Serialize(category.Category, CliJson.Plain.String)}, terms: [{string.Join(", ", category.Terms)}]}}";

    private static string TitleOf(string id) =>
        string.Join(' ', id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
