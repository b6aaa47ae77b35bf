namespace ChatCoachBot.Tests.Driving;

/// <summary>The exercises of the tests' own path, by words that only their prompts hold.</summary>
internal static class SmallContent
{
    /// <summary>How many exercises and terms the path has.</summary>
    public const int Exercises = 11;

    public const string Choice = "Which status note would a colleague write?";
    public const string RollbackTerm = "Use “rollback” in a sentence";
    public const string Define = "What is a rollback?";
    public const string Gap = "I would like to ___ a concern";
    public const string Rewrite = "Make this review comment polite";
    public const string Usage = "Use \"feature flag\" in a sentence about a release";
    public const string Explain = "Tell the support team what a rollback does.";
    public const string Scenario = "made the checkout slow";
}
