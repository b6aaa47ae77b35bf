using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ChatCoachBot.Web.SignIn;

/// <summary>Who came by a link of the coach's: a cookie of its own, which makes nobody a visitor of the web chat.</summary>
internal sealed record SignedIn(Guid LearnerId, bool IsAdmin)
{
    public const string Scheme = "coach-team";

    private const string Admin = "admin";

    private static readonly TimeSpan Life = TimeSpan.FromHours(8);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Scheme;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Life;
        options.SlidingExpiration = false;
        options.Events.OnSigningIn = static context =>
        {
            context.CookieOptions.Secure = context.HttpContext.RequestServices.GetRequiredService<PageAddress>().IsSecure(context.HttpContext);
            return Task.CompletedTask;
        };
    }

    /// <returns>Null for a browser that has not signed in, or did so too long ago.</returns>
    public static async Task<SignedIn?> OfAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(Scheme);
        return result is { Succeeded: true, Principal: { } person } && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var learner)
            ? new SignedIn(learner, person.HasClaim(Admin, bool.TrueString))
            : null;
    }

    public Task StartAsync(HttpContext context) => context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, LearnerId.ToString("N", CultureInfo.InvariantCulture)), new Claim(Admin, IsAdmin.ToString())], Scheme)));
}
