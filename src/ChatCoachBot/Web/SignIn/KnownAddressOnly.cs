namespace ChatCoachBot.Web.SignIn;

/// <summary>Keeps pages that have a sign-in of their own to the public address and this machine.</summary>
internal sealed class KnownAddressOnly(PageAddress address) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        address.Answers(context.HttpContext)
            ? await next(context)
            : Results.Text("This page answers only at its own address.", statusCode: StatusCodes.Status403Forbidden);
}
