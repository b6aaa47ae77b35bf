using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;

namespace ChatCoachBot.Tests.Driving;

/// <summary>A learner's own data, as whoever has the link downloads them.</summary>
internal sealed partial class OwnFiles(HttpClient http, string link)
{
    public string Link => link;

    /// <summary>Asks the coach for the link, and keeps it as this host sees it.</summary>
    public static async Task<OwnFiles> AskForAsync(WebVisitor learner, string said = "export")
    {
        (await learner.AskAsync(said)).ShouldStartWith("Here is what I know of your practice, as files to download. The link works for one hour");
        return new OwnFiles(learner.Http, new Uri(Href().Match(learner.LastHtml).Groups[1].Value).PathAndQuery);
    }

    public Task<HttpResponseMessage> GetAsync(string file = "") => http.GetAsync(file.Length == 0 ? link : $"{link}/{file}", TestContext.Current.CancellationToken);

    public async Task<JsonElement> JsonAsync() => JsonElement.Parse(await BytesAsync("coach.json"));

    /// <summary>The answers by column, as a program reads them that knows the format.</summary>
    public async Task<List<Dictionary<string, string>>> CsvAsync()
    {
        var bytes = await BytesAsync("answers.csv");
        bytes.AsSpan().StartsWith("\uFEFF"u8).ShouldBeTrue("Excel needs the mark");
        using var csv = new CsvReader(new StreamReader(new MemoryStream(bytes)), CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!, StringComparer.Ordinal));
        }

        return rows;
    }

    public async Task<byte[]> BytesAsync(string file)
    {
        using var response = await GetAsync(file);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<a href=\"([^\"]+/my-data/[^\"]+)\"")]
    private static partial Regex Href();
}
