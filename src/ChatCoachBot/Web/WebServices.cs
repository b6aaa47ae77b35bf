using System.Threading.RateLimiting;
using ChatCoachBot.Outbox;
using ChatCoachBot.Web.OwnData;
using ChatCoachBot.Web.Review;
using ChatCoachBot.Web.SignIn;
using ChatCoachBot.Web.Team;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace ChatCoachBot.Web;

internal static class WebServices
{
    /// <summary>The limit on what a visitor posts.</summary>
    public const string Messages = "messages";

    /// <summary>The limit on the pages a visitor has open.</summary>
    public const string Pages = "pages";

    /// <summary>The limit on opening one link with a secret.</summary>
    public const string SignIns = "sign-ins";

    /// <summary>The limit on fetching one picture of a chart.</summary>
    public const string Charts = "charts";

    /// <summary>A platform fetches a picture for each device that shows it.</summary>
    private const int ChartsPerMinute = 60;

    /// <summary>So many that two links hardly ever share a limit, and so few that whoever makes links up without end fills no memory.</summary>
    private const int LinkPartitions = 1 << 16;

    /// <summary>The way out to pages, for a host that works.</summary>
    public static IServiceCollection AddWebChannel(this IServiceCollection services) => services.AddSingleton<IChannel, WebChannel>();

    /// <summary>The pictures that other channels link to, for a host that receives and has no web chat.</summary>
    public static IServiceCollection AddChartPictures(this IServiceCollection services)
    {
        services.AddSingleton<PageAddress>();
        return services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = static async (context, cancellationToken) =>
                await context.HttpContext.Response.WriteAsync("That was very fast. Wait a moment and send it again.", cancellationToken);
            limits.AddPolicy(Charts, context => RateLimitPartition.GetSlidingWindowLimiter(Link(context, "token"), _ => Window(ChartsPerMinute)));
        });
    }

    /// <summary>The pages themselves, and the pictures, for a host that receives.</summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddChartPictures();
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section)
            .Validate(options => options.MessagesPerMinute > 0, "Web:MessagesPerMinute must be 1 or more.")
            .Validate(options => options.PagesPerVisitor is > 0 and < 6, "Web:PagesPerVisitor must be from 1 to 5.")
            .Validate(options => options.SignInsPerMinute > 0, "Web:SignInsPerMinute must be 1 or more.")
            .ValidateOnStart();
        services.AddSingleton<History>();
        services.AddSingleton<WebLearners>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<OwnDataLinks>();
        services.AddSingleton<ReplyHtml>();
        services.AddSingleton<ReplyStream>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-Anti-Forgery";
            options.Cookie.Name = "coach-forgery";
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "coach";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            // Browsers keep no cookie longer than 400 days.
            options.ExpireTimeSpan = TimeSpan.FromDays(400);
            options.SlidingExpiration = true;
        }).AddCookie(SignedIn.Scheme, SignedIn.Configure);
        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(Messages, context => RateLimitPartition.GetSlidingWindowLimiter(Client(context), _ => Window(Options(context).MessagesPerMinute)));
            limits.AddPolicy(SignIns, context => RateLimitPartition.GetSlidingWindowLimiter(Link(context, "secret"), _ => Window(Options(context).SignInsPerMinute)));
            limits.AddPolicy(Pages, context => RateLimitPartition.GetConcurrencyLimiter(Client(context), _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = Options(context).PagesPerVisitor,
            }));
        });
        return services;
    }

    public static void UseWebChat(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles(Assets.Options);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.MapChat();
        app.MapLibrary();
        app.MapProgress();
        app.MapSignIn();
        app.MapTeam();
        app.MapOwnData();
        app.MapReview();
        app.MapCharts();
    }

    public static void UseChartPictures(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseRateLimiter();
        app.MapCharts();
    }

    private static string Client(HttpContext context) => Visitor.Of(context) ?? Address(context);

    /// <summary>Nobody guesses a secret, so the link counts and not the address: behind a proxy everybody has the same, and one who tries links would lock all out.</summary>
    private static int Link(HttpContext context, string secret) =>
        (context.GetRouteValue(secret) as string ?? "").GetHashCode(StringComparison.Ordinal) & (LinkPartitions - 1);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static WebOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value;

    private static SlidingWindowRateLimiterOptions Window(int perMinute) => new()
    {
        PermitLimit = perMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
    };
}
