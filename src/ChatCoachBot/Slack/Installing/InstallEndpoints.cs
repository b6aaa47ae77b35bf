using System.Net;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using ChatCoachBot.Slack.Api;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatCoachBot.Slack.Installing;

/// <summary>Brings the app into a workspace (docs.slack.dev/authentication/installing-with-oauth).</summary>
internal static class InstallEndpoints
{
    public const string InstallPath = "/slack/install";
    public const string RedirectPath = "/slack/oauth_redirect";

    private const string Cookie = "coach-slack-install";
    private const int LongestCode = 512;

    public static async Task<IResult> InstallAsync(HttpContext context, InstallStates states, SlackOptions options, IConfiguration configuration)
    {
        if (await states.BeginAsync(context.RequestAborted) is not { } state)
        {
            return Page(StatusCodes.Status503ServiceUnavailable, "Too many installations have been begun. Please try again in ten minutes.");
        }

        context.Response.Cookies.Append(Cookie, state, new CookieOptions
        {
            HttpOnly = true,
            Secure = RedirectUri(configuration).StartsWith("https:", StringComparison.Ordinal),
            // Slack sends the browser back here.
            SameSite = SameSiteMode.Lax,
            MaxAge = InstallStates.Life,
            Path = RedirectPath,
        });
        return Results.Redirect(QueryHelpers.AddQueryString(new Uri(options.Api, "/oauth/v2/authorize").ToString(), new Dictionary<string, string?>
        {
            ["client_id"] = options.ClientId,
            ["scope"] = string.Join(',', SlackScopes.Needed.Select(scope => scope.Name)),
            ["state"] = state,
            ["redirect_uri"] = RedirectUri(configuration),
        }));
    }

    public static async Task<IResult> RedirectAsync(
        HttpContext context, InstallStates states, SlackApi api, SlackInstallations installations, SlackOptions options, IConfiguration configuration, TimeProvider time)
    {
        var cancellationToken = context.RequestAborted;
        string? state = context.Request.Query["state"], code = context.Request.Query["code"];
        var mine = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = RedirectPath });
        if (state is null || mine is null || !Same(state, mine) || !await states.EndAsync(state, cancellationToken))
        {
            return Page(StatusCodes.Status400BadRequest, $"This link was used before, is too old, or was begun in another browser. Please begin again at {InstallPath}.");
        }

        if (code is not { Length: > 0 and <= LongestCode })
        {
            return Page(StatusCodes.Status400BadRequest, $"Nothing was installed. If that was not what you wanted, begin again at {InstallPath}.");
        }

        try
        {
            var answer = await api.HandInAsync(
                "oauth.v2.access", cancellationToken,
                ("client_id", options.ClientId), ("client_secret", options.ClientSecret), ("code", code), ("redirect_uri", RedirectUri(configuration)));
            if (answer.IsOk && Granted.Of(answer, time.GetUtcNow()) is { } granted)
            {
                await installations.SaveAsync(granted, cancellationToken);
                return Page(StatusCodes.Status200OK, $"ChatCoach is installed in {granted.Name}. Open Slack, find ChatCoach under Apps, and say hello.");
            }
        }
        catch (SlackUnclearException)
        {
            // The same sentence for the person: Slack gives a code once.
        }

        return Page(StatusCodes.Status502BadGateway, $"Slack did not complete the installation. Please begin again at {InstallPath}.");
    }

    private static string RedirectUri(IConfiguration configuration) => configuration["PublicUrl"]!.TrimEnd('/') + RedirectPath;

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static IResult Page(int status, string sentence) => Results.Content(
        $$"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>ChatCoach</title></head>
        <body style="font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto 0; padding: 0 1.2rem"><h1 style="font-size: 1.4rem">ChatCoach</h1><p>{{WebUtility.HtmlEncode(sentence)}}</p></body>
        </html>
        """,
        MediaTypeNames.Text.Html,
        Encoding.UTF8,
        status);
}
