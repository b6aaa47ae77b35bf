namespace ChatCoachBot;

/// <summary>Tells this run of the host from every other one, also from an earlier one with the same process number.</summary>
public sealed class HostId
{
    private readonly string _text = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid().ToString("N")[..8]}".Replace(' ', '-');

    public override string ToString() => _text;
}
