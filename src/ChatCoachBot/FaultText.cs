using System.Data.Common;
using System.Globalization;

namespace ChatCoachBot;

/// <summary>A fault as a log may hold it: its kind and where it happened. Its message could quote what a learner wrote.</summary>
internal static class FaultText
{
    public static string Of(Exception fault) => $"{fault.GetType().Name}{Code(fault)}\n{fault.StackTrace}";

    /// <summary>A database's code for what went wrong, which says more than its kind and nothing of the data.</summary>
    private static string Code(Exception fault) => (fault as DbException ?? fault.InnerException) is DbException problem ? $" ({problem.SqlState ?? problem.ErrorCode.ToString(CultureInfo.InvariantCulture)})" : "";
}
