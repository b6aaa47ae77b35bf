namespace ChatCoachBot.Web;

/// <summary>The web chat has no sign-in, so it answers only this machine.</summary>
internal sealed class LoopbackOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        ThisMachine.Asks(context.HttpContext)
            ? await next(context)
            : Results.Text("The web chat answers only on the machine it runs on. Open http://localhost there.", statusCode: StatusCodes.Status403Forbidden);
}
