namespace ChatCoachBot.Teams;

/// <summary>Where a cloud has what the Bot Framework's protocol needs (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).</summary>
/// <param name="Issuer">Who signs what Teams sends.</param>
/// <param name="OpenIdMetadata">Where the signers' keys are named.</param>
/// <param name="Authority">Who gives the bot its tokens; the tenant follows.</param>
/// <param name="Resource">What such a token is for.</param>
internal sealed record TeamsEndpoints(string Issuer, Uri OpenIdMetadata, Uri Authority, string Resource)
{
    public string Scope => Resource + "/.default";

    public static TeamsEndpoints Of(TeamsCloud cloud) => cloud switch
    {
        TeamsCloud.UsGovernment => new(
            "https://api.botframework.us",
            new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
            new Uri("https://login.microsoftonline.us/"),
            "https://api.botframework.us"),
        _ => new(
            "https://api.botframework.com",
            new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
            new Uri("https://login.microsoftonline.com/"),
            "https://api.botframework.com"),
    };
}
