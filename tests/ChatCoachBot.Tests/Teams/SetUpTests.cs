using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatCoachBot.Cli;
using ChatCoachBot.Teams;
using ChatCoachBot.Tests.Driving;
using ChatCoachBot.Tests.Teams.Driving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace ChatCoachBot.Tests.Teams;

/// <summary>Setting Teams up: what stops the start, the package, the check, and the playground without tokens.</summary>
public sealed class SetUpTests : IDisposable
{
    private const string Id = "11111111-2222-3333-4444-555555555555";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Teams is half configured: set Teams:TenantId", "AppId=" + Id, "AppPassword=x")]
    [InlineData("Teams is half configured: set Teams:AppId", "AppPassword=x", "TenantId=" + Id)]
    [InlineData("Teams is half configured: set Teams:AppPassword, a client secret, or Teams:ManagedIdentity.", "AppId=" + Id, "TenantId=" + Id)]
    [InlineData("Set either Teams:AppPassword or Teams:ManagedIdentity, not both.", "AppId=" + Id, "TenantId=" + Id, "AppPassword=x", "ManagedIdentity=system")]
    [InlineData("Teams:AppId is no app id", "AppId=x", "TenantId=" + Id, "AppPassword=x")]
    [InlineData("Teams:AppId is no app id", "AppId=00000000-0000-0000-0000-000000000000", "TenantId=" + Id, "AppPassword=x")]
    [InlineData("Teams:TenantId is no tenant id: it is a GUID, as the app registration shows it, not a name", "AppId=" + Id, "TenantId=contoso.onmicrosoft.com", "AppPassword=x")]
    [InlineData("Teams:TenantId is no tenant id", "AppId=" + Id, "TenantId=common", "AppPassword=x")]
    [InlineData("Teams:Tenants holds “contoso”, which is no tenant id", "AppId=" + Id, "TenantId=" + Id, "AppPassword=x", "Tenants:0=contoso")]
    [InlineData("Teams:Tenants holds “”, which is no tenant id", "AppId=" + Id, "TenantId=" + Id, "AppPassword=x", "Tenants:0=" + Id, "Tenants:1= ")]
    [InlineData("Teams:ManagedIdentity is neither system", "AppId=" + Id, "TenantId=" + Id, "ManagedIdentity=mine")]
    [InlineData("Teams is half configured: set Teams:AppPassword", "AppId=" + Id, "TenantId=" + Id, "AppPassword= ")]
    [InlineData("Teams:AllowAnonymous is for a playground on this machine", "AllowAnonymous=true", "AppId=" + Id)]
    [InlineData("Teams:Cloud is “Moon”: it must be one of Public, UsGovernment.", "Cloud=Moon")]
    [InlineData("Teams:Cloud is “1”: it must be one of Public, UsGovernment.", "Cloud=1")]
    [InlineData("A setting under Teams cannot be read: Failed to convert configuration value 'many' at 'Teams:MessagesPerHour'", "MessagesPerHour=many")]
    [InlineData("A setting under Teams cannot be read: Failed to convert configuration value 'yes' at 'Teams:AllowAnonymous' to type 'System.Boolean'.", "AllowAnonymous=yes")]
    public async Task What_is_half_configured_stops_the_start_with_one_line(string sentence, params string[] settings)
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["--urls=http://127.0.0.1:0", "--Management:Url=", .. settings.Select(setting => "--Teams:" + setting)]);

        exitCode.ShouldBe(1, output);
        output.ShouldStartWith(sentence);
        output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://*:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://[::]:0")]
    [InlineData("--urls=http://127.0.0.1:0", "--Kestrel:Endpoints:Open:Url=http://0.0.0.0:0")]
    [InlineData("--urls=http://127.0.0.1:0", "--Kestrel:Endpoints:Near:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:Open:Url=http://coach.example:0")]
    [InlineData("--urls=http://127.0.0.1:0", "--Management:Url=http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_URLS=http://0.0.0.0:0")]
    [InlineData("URLS=http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_Kestrel__Endpoints__Open__Url=http://*:0")]
    [InlineData("Kestrel__Endpoints__Open__Url=http://*:0")]
    public async Task Without_tokens_it_does_not_start_on_a_network_however_the_address_is_given(params string[] settings)
    {
        var (exitCode, output) = await PlaygroundAsync(settings);

        exitCode.ShouldBe(1, output);
        output.ShouldStartWith("Teams:AllowAnonymous is only for this machine, but the host listens at http://");
        output.ShouldNotContain("\n");
        File.Exists(Path.Combine(_folder.Path, "coach.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--urls=foo")]
    [InlineData("--urls=http://")]
    [InlineData("--urls=http://127.0.0.1:0", "--Kestrel:Endpoints:Odd:Url=foo")]
    public async Task Without_tokens_what_is_no_address_is_one_sentence(params string[] settings)
    {
        var (exitCode, output) = await PlaygroundAsync(settings);

        exitCode.ShouldBe(1, output);
        output.ShouldStartWith("I cannot listen at ");
        output.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Without_tokens_what_it_listens_at_in_the_end_is_looked_at_too()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.ListenAnyIP(0));
        await using var app = builder.Build();
        await app.StartAsync(Cancel);

        Should.Throw<StartupException>(() => Listening.RequireLoopback(new TeamsOptions { AllowAnonymous = true }, app)).Message.ShouldContain(app.Urls.Single());
    }

    [Fact]
    public async Task Ports_that_a_container_names_open_nothing()
    {
        using var host = HostProcess.Start(
            _folder, new Dictionary<string, string> { ["ASPNETCORE_HTTP_PORTS"] = "0", ["HTTP_PORTS"] = "0" }, "--urls=http://127.0.0.1:0", "--Management:Url=", "--Teams:AllowAnonymous=true", $"--Content:Path={Repository.SmallContentFolder}");

        (await host.ReadyAsync()).Host.ShouldBe("127.0.0.1");

        host.Output.ShouldNotContain(" or http", Case.Sensitive);
        (await host.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_playground_on_this_machine_needs_no_token_and_nobody_else_is_answered()
    {
        await using var playground = await Playground.StartAsync();
        await using var coach = new CoachApplication { ContentFolder = Repository.SmallContentFolder, Settings = { ["Teams:AllowAnonymous"] = "true" } };
        using var http = new HttpClient { BaseAddress = coach.Address };

        (await http.PostAsync("/api/messages", playground.Hello(), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await playground.NextAsync()).ShouldContain("Hello, I’m ChatCoach.");

        foreach (var (header, value) in new[]
        {
            ("Host", "coach.example"), ("Host", "localhost.coach.example"), ("Origin", "https://evil.example"), ("Origin", "http://localhost:3978"), ("Origin", "null"),
            ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Port", "443"), ("x-forwarded-prefix", "/"), ("Forwarded", "for=203.0.113.9"), ("X-Original-Host", "coach.example"), ("X-Original-For", "203.0.113.9"),
            ("X-Real-IP", "203.0.113.9"), ("True-Client-IP", "203.0.113.9"), ("CF-Connecting-IP", "203.0.113.9"), ("Via", "1.1 proxy"), ("X-Client-IP", "203.0.113.9"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = playground.Hello() };
            request.Headers.TryAddWithoutValidation(header, value);
            (await http.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{header}: {value}");
        }

        foreach (var type in (string?[])[null, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain;a=application/json"])
        {
            using var content = playground.Hello();
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            (await http.PostAsync("/api/messages", content, Cancel)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType, type);
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("  ", " ")]
    [InlineData("{", "}")]
    public async Task Ids_work_in_whatever_spelling_they_are_copied(string before, string after)
    {
        var app = before + FakeTeams.AppId.ToUpperInvariant() + after;
        var tenant = before + FakeTeams.Tenant.ToUpperInvariant() + after;
        await using var coach = new TeamsCoach { Settings = { ["Teams:AppId"] = app, ["Teams:TenantId"] = tenant, ["Teams:Tenants:0"] = Id, ["Teams:Tenants:1"] = tenant } };
        await coach.InitializeAsync();
        var ada = coach.NewPerson();

        await ada.JoinAsync();

        (await ada.AskAsync("2")).Shown.ShouldStartWith("Passed 100%");
        coach.Teams.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("System", "system")]
    [InlineData(" {11111111-2222-3333-4444-55555555555A} ", "11111111-2222-3333-4444-55555555555a")]
    public void A_managed_identity_is_named_in_any_spelling(string given, string read) =>
        TeamsOptions.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Teams:AppId", Id), new("Teams:TenantId", Id), new("Teams:ManagedIdentity", given)]).Build())
            .ManagedIdentity.ShouldBe(read);

    [Fact]
    public async Task The_package_holds_the_manifest_with_the_bots_id_and_the_icons()
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, ["teams", "package", "--app-id", Id, "--site", "https://coach.contoso.com/", "--out", "app.zip"]);

        exitCode.ShouldBe(0, output);
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(_folder.Path, "app.zip"), Cancel);
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["manifest.json", "color.png", "outline.png"]);
        using var reader = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync(Cancel));
        var manifest = JsonNode.Parse(await reader.ReadToEndAsync(Cancel))!;
        manifest["id"]!.GetValue<string>().ShouldBe(Id);
        manifest["bots"]![0]!["botId"]!.GetValue<string>().ShouldBe(Id);
        manifest["developer"]!["privacyUrl"]!.GetValue<string>().ShouldBe("https://coach.contoso.com/privacy");
        await SizeAsync(zip, "color.png", 192);
        await SizeAsync(zip, "outline.png", 32);
    }

    [Theory]
    [InlineData("“x” is no app id", "teams", "package", "--app-id", "x")]
    [InlineData("“00000000-0000-0000-0000-000000000000” is no app id", "teams", "package", "--app-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("“http://x” is no address for --site: write it with https://", "teams", "package", "--app-id", Id, "--site", "http://x")]
    [InlineData("“coach.contoso.com” is no address for --site", "teams", "package", "--app-id", Id, "--site", "coach.contoso.com")]
    [InlineData("“” is no address for --site", "teams", "package", "--app-id", Id, "--site", "")]
    [InlineData("“https://ada@coach.contoso.com” is no address for --site", "teams", "package", "--app-id", Id, "--site", "https://ada@coach.contoso.com")]
    [InlineData("“https://coach.contoso.com/?a” is no address for --site", "teams", "package", "--app-id", Id, "--site", "https://coach.contoso.com/?a")]
    [InlineData("“https://coach.contoso.com#” is no address for --site", "teams", "package", "--app-id", Id, "--site", "https://coach.contoso.com#")]
    [InlineData("“https://coach.contoso.com\",\"x\":\"” is no address for --site", "teams", "package", "--app-id", Id, "--site", "https://coach.contoso.com\",\"x\":\"")]
    [InlineData("Name the file to write behind --out.", "teams", "package", "--app-id", Id, "--out", "")]
    [InlineData("I cannot write nowhere/app.zip", "teams", "package", "--app-id", Id, "--out", "nowhere/app.zip")]
    [InlineData("Option '--app-id' is required.", "teams", "package")]
    [InlineData("Teams is not configured", "teams", "check")]
    public async Task What_cannot_be_packed_or_checked_is_one_clear_sentence(string sentence, params string[] arguments)
    {
        var (exitCode, output) = await HostProcess.RunAsync(_folder, arguments);

        exitCode.ShouldBe(1, output);
        output.ShouldStartWith(sentence);
        output.ShouldNotContain("   at ");
    }

    /// <param name="settings">Arguments, or variables of the environment.</param>
    private async Task<(int ExitCode, string Output)> PlaygroundAsync(string[] settings)
    {
        var variables = settings.Where(setting => !setting.StartsWith('-')).Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        string[] management = settings.Any(setting => setting.StartsWith("--Management", StringComparison.Ordinal)) ? [] : ["--Management:Url="];
        return await HostProcess.RunAsync(_folder, variables, [.. settings.Where(setting => setting.StartsWith('-')), .. management, "--Teams:AllowAnonymous=true"]);
    }

    [Fact]
    public async Task The_package_takes_an_id_in_any_spelling_and_a_site_with_odd_signs()
    {
        var (exitCode, output) = await HostProcess.RunAsync(
            _folder, ["teams", "package", "--app-id", "{ABCDEF01-2222-3333-4444-555555555555}", "--site", "https://Coach.contoso.com/a\"b\\c & d/", "--out", "app.zip"]);

        exitCode.ShouldBe(0, output);
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(_folder.Path, "app.zip"), Cancel);
        await using var entry = await zip.GetEntry("manifest.json")!.OpenAsync(Cancel);
        var manifest = (await JsonNode.ParseAsync(entry, cancellationToken: Cancel))!;
        manifest["bots"]![0]!["botId"]!.GetValue<string>().ShouldBe("abcdef01-2222-3333-4444-555555555555");
        manifest["developer"]!["privacyUrl"]!.GetValue<string>().ShouldBe("https://coach.contoso.com/a%22b/c%20&%20d/privacy");
    }

    private static async Task SizeAsync(ZipArchive zip, string name, int size)
    {
        await using var icon = await zip.GetEntry(name)!.OpenAsync(Cancel);
        var head = new byte[24];
        await icon.ReadExactlyAsync(head, Cancel);
        (head[18] << 8 | head[19]).ShouldBe(size);
        (head[22] << 8 | head[23]).ShouldBe(size);
    }

    /// <summary>A playground: a connector on this machine that asks for no token.</summary>
    private sealed class Playground(HttpListener listener, int port) : IAsyncDisposable
    {
        public static Task<Playground> StartAsync()
        {
            var port = LoopbackPort.Free();
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            listener.Start();
            return Task.FromResult(new Playground(listener, port));
        }

        public StringContent Hello() => new(
            $$$"""
            {"type":"message","id":"{{{Guid.NewGuid()}}}","timestamp":"2026-11-26T09:00:00Z","serviceUrl":"http://127.0.0.1:{{{port}}}/_connector","channelId":"msteams","from":{"id":"user-id-0"},
             "recipient":{"id":"00000000-0000-0000-0000-00000000000011"},"conversation":{"id":"personal-chat-id","conversationType":"personal"},"text":"hello"}
            """,
            Encoding.UTF8, "application/json");

        public async Task<string> NextAsync()
        {
            var context = await listener.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(90), Cancel);
            context.Request.Url!.AbsolutePath.ShouldBe("/_connector/v3/conversations/personal-chat-id/activities");
            context.Request.Headers["Authorization"].ShouldBeNull();
            using var reader = new StreamReader(context.Request.InputStream);
            var body = await reader.ReadToEndAsync(Cancel);
            context.Response.StatusCode = 201;
            await context.Response.OutputStream.WriteAsync("{\"id\":\"1\"}"u8.ToArray(), Cancel);
            context.Response.Close();
            return JsonNode.Parse(body)!["attachments"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }

        public ValueTask DisposeAsync()
        {
            listener.Close();
            return ValueTask.CompletedTask;
        }
    }
}
