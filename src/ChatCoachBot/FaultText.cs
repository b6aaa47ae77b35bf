namespace ChatCoachBot;

/// <summary>A fault as a log may hold it: its kind and where it happened. Its message could quote what a learner wrote.</summary>
internal static class FaultText
{
    public static string Of(Exception fault) => $"{fault.GetType().Name}\n{fault.StackTrace}";
}
