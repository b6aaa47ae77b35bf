namespace ChatCoachBot.Tests.Driving;

/// <summary>The kinds of database that every storage test runs on.</summary>
public enum Store
{
    Sqlite,
    PostgreSql,
}
