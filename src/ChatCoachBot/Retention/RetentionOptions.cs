namespace ChatCoachBot.Retention;

/// <summary>The settings under <c>Retention</c>.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How many days handled and sent messages keep their text.</summary>
    public int TextDays { get; set; } = 7;

    /// <summary>After how many days they go. Until then a repeat of an event is known as one.</summary>
    public int RowDays { get; set; } = 30;
}
