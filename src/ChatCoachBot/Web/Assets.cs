using Microsoft.Extensions.FileProviders;

namespace ChatCoachBot.Web;

/// <summary>The page's style, script and icon, served from the assembly.</summary>
internal static class Assets
{
    public static StaticFileOptions Options { get; } = new()
    {
        RequestPath = "/assets",
        FileProvider = new EmbeddedFileProvider(typeof(Assets).Assembly, baseNamespace: ""),
        // The files change with the program; the browser asks each time and is told "not modified".
        OnPrepareResponse = static context => context.Context.Response.Headers.CacheControl = "no-cache",
    };
}
