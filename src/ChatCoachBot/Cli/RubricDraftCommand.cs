using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Drafts;

namespace ChatCoachBot.Cli;

/// <summary>Drafts a rubric from the model answer, or the key points, that come in.</summary>
internal static class RubricDraftCommand
{
    private const int Longest = 100_000;

    private const string Header =
        """
        # A draft. It grades as it is, and better when you have
        # 1. joined the points that are one idea, and marked those that must be there with “required: true”;
        # 2. added to each point the words of people who have never seen this model answer;
        # 3. written what a learner reads: “met”, “missed” and “hint”;
        # 4. named the wrong ideas people have, as “misconceptions”.

        """;

    public static async Task<int> RunAsync(string? question, bool areKeyPoints, CancellationToken cancellationToken)
    {
        var text = new char[Longest + 1];
        var length = await Console.In.ReadBlockAsync(text, cancellationToken);
        if (length > Longest)
        {
            await Console.Error.WriteLineAsync("This model answer is longer than 100,000 characters. Please give one answer, as somebody would say it.");
            return CommandLine.Failed;
        }

        var given = new string(text, 0, length);
        var draft = areKeyPoints
            ? RubricDraft.FromKeyPoints(given.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), question)
            : RubricDraft.FromModelAnswer(given, question);
        if (draft is not { } rubric)
        {
            await Console.Error.WriteLineAsync("There are no words to make a rubric from. Please give a model answer, for example: echo \"All replicas converge.\" | … rubric draft");
            return CommandLine.Failed;
        }

        await Console.Out.WriteAsync(Header + RubricWriter.Write(rubric));
        return 0;
    }
}
