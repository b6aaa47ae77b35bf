using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ChatCoachBot.Teams;

namespace ChatCoachBot.Cli;

/// <summary>Packs the app that an admin uploads to Teams: the manifest with the bot's id in it, and the icons.</summary>
internal static class TeamsPackageCommand
{
    private const string IdInManifest = "00000000-0000-0000-0000-000000000000";
    private const string SiteInManifest = "https://coach.example.com";

    private static readonly string[] Files = ["color.png", "outline.png"];

    /// <param name="appId">The id of the bot's app registration.</param>
    /// <param name="site">Where the team says what the app does; null leaves an example there.</param>
    public static async Task<int> RunAsync(string appId, string? site, string file, CancellationToken cancellationToken)
    {
        if (MicrosoftId.Read(appId) is not { } id)
        {
            return await RefuseAsync($"“{appId}” is no app id: it is a GUID, as the bot’s app registration shows it.");
        }

        if (SiteOf(site ?? SiteInManifest) is not { } address)
        {
            return await RefuseAsync($"“{site}” is no address for --site: write it with https://, and without a user, “?” or “#”.");
        }

        if (string.IsNullOrWhiteSpace(file))
        {
            return await RefuseAsync("Name the file to write behind --out.");
        }

        if (File.Exists(file))
        {
            return await RefuseAsync($"{file} is there already; delete it, or name another file with --out.");
        }

        try
        {
            await using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
            var manifest = Encoding.UTF8.GetString(Resource("manifest.json"))
                .Replace(IdInManifest, id, StringComparison.Ordinal)
                .Replace(SiteInManifest, JsonEncodedText.Encode(address).ToString(), StringComparison.Ordinal);
            await AddAsync(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest), cancellationToken);
            foreach (var icon in Files)
            {
                await AddAsync(zip, icon, Resource(icon), cancellationToken);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync($"I cannot write {file}: {problem.Message}");
        }

        Console.WriteLine($"{file} is the app. Upload it under “Apps”, “Manage your apps”, “Upload an app” in Teams, or in the admin centre for everybody.");
        return 0;
    }

    /// <returns>Without the slash at its end, so that more can follow; null for what the manifest cannot name.</returns>
    private static string? SiteOf(string site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var address) && address is { UserInfo: "", Query: "", Fragment: "" } && address.Scheme == Uri.UriSchemeHttps && !site.Contains('?', StringComparison.Ordinal) && !site.Contains('#', StringComparison.Ordinal)
            ? address.AbsoluteUri.TrimEnd('/')
            : null;

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
    }

    private static byte[] Resource(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("teams/" + name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLine.Failed;
    }
}
