using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace ChatCoachBot.Web.Review;

/// <summary>The cookie of who signed in by a link from the coach: it names the learner, and whether they look after the coach.</summary>
internal static class ReviewCookie
{
    public const string Scheme = "coach-team";
    public const string Learner = "learner";
    public const string Admin = "admin";

    public static void Add(AuthenticationBuilder authentication) => authentication.AddCookie(Scheme, options =>
    {
        options.Cookie.Name = Scheme;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = false;
    });

    /// <returns>Null when nobody signed in. Anti-forgery tokens of the request belong to the one who did.</returns>
    public static async Task<(Guid Learner, bool IsAdmin)?> ReadAsync(HttpContext context)
    {
        if (await context.AuthenticateAsync(Scheme) is not { Succeeded: true, Principal: { } person } || !Guid.TryParse(person.FindFirstValue(Learner), out var learner))
        {
            return null;
        }

        context.User = person;
        return (learner, person.HasClaim(Admin, "true"));
    }
}
