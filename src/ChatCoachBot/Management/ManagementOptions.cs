namespace ChatCoachBot.Management;

/// <summary>The settings under <c>Management</c>.</summary>
internal sealed class ManagementOptions
{
    public const string Section = "Management";

    /// <summary>Where metrics and health details are served, and nothing else; empty for nowhere.</summary>
    public string Url { get; set; } = "http://localhost:3979";

    public int? Port => Url.Length == 0 ? null : Microsoft.AspNetCore.Http.BindingAddress.Parse(Url).Port;
}
