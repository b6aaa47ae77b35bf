namespace ChatCoachBot.Web;

/// <summary>
/// The web chat has no sign-in, so it answers only this machine: a loopback connection, a loopback Host header (a page elsewhere may
/// give its own name this address), and no sign of a proxy that hands on requests from outside.
/// </summary>
internal sealed class LoopbackOnly : IEndpointFilter
{
    private static readonly string[] ProxyHeaders =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-Host", "X-Real-IP", "CF-Connecting-IP"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsLocal(context.HttpContext)
            ? await next(context)
            : Results.Text("The web chat answers only on the machine it runs on. Open http://localhost there.", statusCode: StatusCodes.Status403Forbidden);

    public static bool IsLocal(HttpContext context) =>
        ThisMachine.IsAt(context.Connection.RemoteIpAddress)
        && ThisMachine.IsAt(context.Connection.LocalIpAddress)
        && ThisMachine.IsNamed(context.Request.Host.Host)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);
}
