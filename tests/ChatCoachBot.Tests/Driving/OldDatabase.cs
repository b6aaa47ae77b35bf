using System.IO.Compression;

namespace ChatCoachBot.Tests.Driving;

/// <summary>Databases that earlier versions have written, each with a conversation in the middle and a message that waits: "paths".</summary>
internal static class OldDatabase
{
    public static async Task UnpackAsync(string name, string file)
    {
        await using var unpacked = Open(name);
        await using var target = File.Create(file);
        await unpacked.CopyToAsync(target, TestContext.Current.CancellationToken);
    }

    public static async Task<string> ReadAsync(string name)
    {
        using var reader = new StreamReader(Open(name));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static GZipStream Open(string name) =>
        new(File.OpenRead(Path.Combine(Repository.Root, "tests", "ChatCoachBot.Tests", "Storage", name)), CompressionMode.Decompress);
}
