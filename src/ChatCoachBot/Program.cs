using ChatCoachBot.Cli;

return await CommandLine.RunAsync(args);

/// <summary>Named so that tests can start the host.</summary>
public sealed partial class Program;
