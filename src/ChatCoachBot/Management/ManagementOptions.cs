namespace ChatCoachBot.Management;

/// <summary>The settings under <c>Management</c>.</summary>
internal sealed class ManagementOptions
{
    public const string Section = "Management";

    /// <summary>Where metrics and health details are served, and nothing else; empty for nowhere.</summary>
    public string Url { get; set; } = "http://localhost:3979";

    /// <exception cref="StartupException">The address is none.</exception>
    public int? Port()
    {
        try
        {
            return Url.Length == 0 ? null : BindingAddress.Parse(Url).Port;
        }
        catch (FormatException problem)
        {
            throw new StartupException($"{Section}:Url is not an address: write it as http://localhost:3979, or leave it empty.", problem);
        }
    }
}
