using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ChatCoachBot.Web;

/// <summary>Who has the page open: a random id in a protected cookie. Two browsers are two learners.</summary>
internal static class Visitor
{
    public static string? Of(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    public static async Task<string> RecogniseAsync(HttpContext context)
    {
        if (Of(context) is { } known)
        {
            return known;
        }

        var visitor = Guid.CreateVersion7().ToString("N");
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, visitor)], CookieAuthenticationDefaults.AuthenticationScheme);
        // The anti-forgery token of this very page belongs to the new visitor.
        context.User = new ClaimsPrincipal(identity);
        await context.SignInAsync(context.User, new AuthenticationProperties { IsPersistent = true });
        return visitor;
    }
}
