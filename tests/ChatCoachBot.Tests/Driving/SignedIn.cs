using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A browser that holds the cookie of somebody who signed in by a link from the coach.</summary>
public sealed partial class SignedIn : IDisposable
{
    public const string Cookie = "coach-team";

    /// <summary>Who looks after the coach, where a test does not name others.</summary>
    public const string Boss = "boss";

    private readonly HttpClient _http;
    private string? _token;

    public SignedIn(CoachApplication coach, Guid learner, bool isAdmin)
        : this(coach, CookieFor(coach, learner, isAdmin))
    {
    }

    public SignedIn(CoachApplication coach, string cookie)
    {
        var cookies = new CookieContainer();
        cookies.Add(coach.Address, new Cookie(Cookie, cookie));
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = coach.Address };
    }

    public static string CookieFor(CoachApplication coach, Guid learner, bool isAdmin) =>
        CookieOf(coach, new(ClaimTypes.NameIdentifier, learner.ToString("N")), new("platform", "web"), new("workspace", ""), new("person", isAdmin ? Boss : "somebody"));

    public static string CookieOf(CoachApplication coach, params Claim[] claims) =>
        coach.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Cookie).TicketDataFormat.Protect(
            new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Cookie)), new AuthenticationProperties { ExpiresUtc = coach.Clock.GetUtcNow().AddHours(1) }, Cookie));

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string address)
    {
        using var response = await _http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Posts a form as the page would, with its anti-forgery token unless another one is given.</summary>
    public async Task<(HttpStatusCode Status, string Text)> DecideAsync(Guid dispute, string decision, string word = "", string point = "", string phrase = "", string? token = null)
    {
        // A page that was open before somebody else decided has its token still.
        token ??= _token ??= Token().Match((await GetAsync("/review")).Text).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [new("decision", decision), new("word", word), new("point", point), new("phrase", phrase), new("__RequestVerificationToken", token)]);
        using var response = await _http.PostAsync(new Uri($"/review/{dispute}", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
