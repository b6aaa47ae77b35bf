namespace ChatCoachBot.Storage;

/// <summary>The kinds of database that the coach runs on.</summary>
internal enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>The setting under <c>Database</c>.</summary>
internal static class DatabaseOptions
{
    private const string Setting = "Database:Provider";

    /// <exception cref="StartupException">It names no kind of database.</exception>
    public static DatabaseProvider ProviderOf(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => DatabaseProvider.Sqlite,
        var name when !name.Any(char.IsDigit) && Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider) => provider,
        var name => throw new StartupException($"{Setting} is \"{name}\": write {DatabaseProvider.Sqlite} or {DatabaseProvider.PostgreSql}."),
    };
}
