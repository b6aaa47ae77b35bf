using System.Globalization;
using System.Security.Claims;
using ChatCoachBot.Management;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ChatCoachBot.Web.SignIn;

/// <summary>Who came by a link of the coach's: a cookie of its own, which makes nobody a visitor of the web chat.</summary>
/// <param name="People">The platform's ids of whoever the link was made for, without the workspace.</param>
internal sealed record SignedIn(Guid LearnerId, string Platform, string Workspace, IReadOnlyList<string> People)
{
    public const string Scheme = "coach-team";

    private const string PlatformClaim = "platform";
    private const string WorkspaceClaim = "workspace";
    private const string PersonClaim = "person";

    private static readonly TimeSpan Life = TimeSpan.FromHours(8);

    /// <summary>Whether they look after the coach as it is set now: a cookie outlives what was true when it was given.</summary>
    public bool IsAdmin { get; private init; }

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
        if (result is not { Succeeded: true, Principal: { } person } || !Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var learner))
        {
            return null;
        }

        // A cookie from before there were these claims names nobody, and so no admin.
        var signedIn = new SignedIn(
            learner, person.FindFirstValue(PlatformClaim) ?? "", person.FindFirstValue(WorkspaceClaim) ?? "", [.. person.FindAll(PersonClaim).Select(claim => claim.Value)]);
        var admins = context.RequestServices.GetRequiredService<Admins>();
        return signedIn with { IsAdmin = signedIn.People.Any(one => admins.Include(signedIn.Platform, signedIn.Workspace, one)) };
    }

    public Task StartAsync(HttpContext context) => context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, LearnerId.ToString("N", CultureInfo.InvariantCulture)),
            new Claim(PlatformClaim, Platform),
            new Claim(WorkspaceClaim, Workspace),
            .. People.Select(person => new Claim(PersonClaim, person)),
        ],
        Scheme)));
}
