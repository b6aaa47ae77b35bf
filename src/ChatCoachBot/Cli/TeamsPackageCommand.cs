using System.IO.Compression;
using System.Reflection;
using System.Text;

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
        if (!Guid.TryParseExact(appId, "D", out var id))
        {
            return await RefuseAsync($"“{appId}” is no app id: it is a GUID, as the bot’s app registration shows it.");
        }

        if (site is not null && !(Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Query.Length == 0))
        {
            return await RefuseAsync($"“{site}” is no address with https://.");
        }

        if (File.Exists(file))
        {
            return await RefuseAsync($"{file} is there already; delete it, or name another file with --out.");
        }

        try
        {
            await using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
            var manifest = Encoding.UTF8.GetString(Resource("manifest.json"))
                .Replace(IdInManifest, id.ToString("D"), StringComparison.Ordinal)
                .Replace(SiteInManifest, (site ?? SiteInManifest).TrimEnd('/'), StringComparison.Ordinal);
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
