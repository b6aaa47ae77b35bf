using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatCoachBot.Tests.Slack.Driving;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Slack;

/// <summary>What the one address answers to whom, and what it stores.</summary>
public sealed class EndpointTests(SlackCoach coach)
{
    private static readonly byte[] Challenge = Encoding.UTF8.GetBytes("""{"token":"t","challenge":"3eZbrw1a","type":"url_verification"}""");

    [Fact]
    public async Task Slacks_challenge_is_answered()
    {
        var response = await coach.PostAsync(Challenge, "application/json");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"challenge":"3eZbrw1a"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("nonsense")]
    public async Task Who_cannot_sign_is_refused(string signature) =>
        (await coach.PostAsync(Challenge, "application/json", signature: signature)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(86_400)]
    public async Task A_request_of_another_time_is_refused(int seconds) =>
        (await coach.PostAsync(Challenge, "application/json", age: TimeSpan.FromSeconds(seconds))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData(299)]
    [InlineData(-299)]
    public async Task A_clock_may_differ_a_little(int seconds) =>
        (await coach.PostAsync(Challenge, "application/json", age: TimeSpan.FromSeconds(seconds))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public async Task A_time_that_is_none_is_refused(string timestamp) =>
        (await coach.PostAsync(Challenge, "application/json", timestamp: timestamp)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_body_over_a_megabyte_is_refused() =>
        (await coach.PostAsync(new byte[(1024 * 1024) + 1], "application/json")).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    [Theory]
    [InlineData("not json", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("{\"type\":", "application/json")]
    [InlineData("payload=not json", "application/x-www-form-urlencoded")]
    [InlineData("{}", "text/plain")]
    [InlineData("<x/>", "application/xml")]
    [InlineData("{}", null)]
    public async Task What_is_not_what_it_says_is_refused(string body, string? contentType) =>
        (await coach.PostAsync(Encoding.UTF8.GetBytes(body), contentType)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task What_is_refused_is_not_stored()
    {
        var ada = coach.NewPerson();
        var body = Encoding.UTF8.GetBytes(ada.Envelope(Typed(ada, "hello")).ToJsonString());

        (await coach.PostAsync(body, "application/json", signature: "v0=00")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await coach.PostAsync(body, "text/plain")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StoredOfAsync(ada)).ShouldBe(0);
    }

    [Fact]
    public async Task A_repeat_is_acknowledged_and_changes_nothing()
    {
        var ada = coach.NewPerson();
        var message = Typed(ada, "hello");

        (await ada.DeliverAsync(message, "Ev0REPEAT")).ShouldBe(HttpStatusCode.OK);
        (await ada.DeliverAsync((JsonObject)message.DeepClone(), "Ev0REPEAT")).ShouldBe(HttpStatusCode.OK);
        await ada.NextAsync();
        await ada.NextAsync();
        (await StoredOfAsync(ada)).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"type":"team_rename","name":"x"}""")]
    [InlineData("""{"type":"channel_created","channel":{"id":"C1"}}""")]
    [InlineData("""{"type":"message","subtype":"channel_topic","channel":"D1","user":"U1","text":"x","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"D1","ts":"1.1","deleted_ts":"1.0","channel_type":"im"}""")]
    [InlineData("""{"type":"message","subtype":"bot_message","bot_id":"B1","channel":"D1","text":"x","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"message","bot_id":"B1","user":"U0OTHERBOT","channel":"D1","text":"x","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"message","user":"U0COACH","channel":"D1","text":"x","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"message","user":"USLACKBOT","channel":"D1","text":"x","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"message","user":"U0CHATTER","channel":"C1","text":"lunch?","ts":"1.1","channel_type":"channel"}""")]
    [InlineData("""{"type":"message","user":"U0CHATTER","channel":"C1","text":"yes","ts":"1.2","thread_ts":"1.1","channel_type":"channel"}""")]
    [InlineData("""{"type":"message","user":{"id":"U1"},"channel":["C1"],"text":7,"ts":null}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":17}""")]
    [InlineData("""{"type":"reaction_added"}""")]
    [InlineData("""{"type":"app_home_opened","user":"U1\u0000","tab":"home"}""")]
    [InlineData("""{"type":"message","user":"U1\u0000","channel":"D1","text":"x","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U1"]}}""")]
    public async Task What_is_of_no_use_is_acknowledged_and_not_kept(string inner)
    {
        var before = await StoredAsync();
        (await coach.NewPerson().DeliverAsync((JsonObject)JsonNode.Parse(inner)!)).ShouldBe(HttpStatusCode.OK);
        (await StoredAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","event":7,"team_id":"T1"}""")]
    [InlineData("""{"type":"event_callback","event_id":"E","team_id":"T1","event":{"type":"\ud800"}}""")]
    [InlineData("""{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820}""")]
    [InlineData("""{"type":"event_callback","team_id":{"x":1},"event":{"type":"message"}}""")]
    [InlineData("""{"type":"event_callback","event_time":1e400,"team_id":"T1","event":{"type":"app_uninstalled"}}""")]
    public async Task Json_of_any_shape_is_acknowledged(string body) => (await coach.PostJsonAsync(body)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("""{"type":"block_actions","user":{"id":"U1","team_id":"T1"},"actions":[{"action_id":"unknown:thing"}]}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1","team_id":"T1"},"actions":[null]}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1","team_id":"T1"},"actions":[{"action_id":"write:x:y"}]}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1","team_id":"T1"},"view":{"callback_id":"answer","private_metadata":"{"}}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1","team_id":"T1"},"view":{"callback_id":"other"}}""")]
    [InlineData("""{"type":"view_closed"}""")]
    [InlineData("""{"type":"shortcut","user":{"id":"U1","team_id":"T1"}}""")]
    [InlineData("""{"type":"message_action","user":7}""")]
    [InlineData("""{}""")]
    public async Task Interactions_of_any_shape_are_acknowledged(string payload) =>
        (await coach.PostFormAsync(("payload", payload))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_form_without_anything_known_is_acknowledged() =>
        (await coach.PostAsync(Encoding.UTF8.GetBytes("a=b&&&=&%%%=%zz&team_id=T1"), "application/x-www-form-urlencoded")).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task No_random_json_is_a_fault_of_the_host()
    {
        var leaf = Gen.OneOf(
            OneOf("event_callback", "message", "app_mention", "reaction_added", "app_home_opened", "tokens_revoked", "app_uninstalled", "block_actions", "view_submission",
                "home", "im", "U1", "T1", "D1", "C1", "1.1", "\u0000", "answer", "say:0", "write:1:", "pick:1::0").Select(text => (JsonNode?)text),
            Gen.Int.Select(number => (JsonNode?)number),
            Gen.Bool.Select(value => (JsonNode?)value),
            Gen.String[0, 8].Select(text => (JsonNode?)text),
            Gen.Const((JsonNode?)null));
        var name = OneOf("type", "event", "user", "team_id", "event_id", "channel", "text", "ts", "thread_ts", "message", "previous_message", "subtype", "item", "tokens", "bot",
            "authorizations", "actions", "action_id", "value", "view", "state", "values", "private_metadata", "callback_id", "id", "team", "trigger_id", "event_time", "files", "tab");
        var tree = Gen.Recursive<JsonNode?>((depth, inner) => depth == 4
            ? leaf
            : Gen.Frequency(
                (2, leaf),
                (4, Gen.Select(name, inner).Array[0, 8].Select(fields => (JsonNode?)Object(fields))),
                (1, inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])))));
        foreach (var sample in Samples(tree, 400))
        {
            var body = sample?.ToJsonString() ?? "null";
            ((int)(await coach.PostJsonAsync(body)).StatusCode).ShouldBeLessThan(500, body);
            ((int)(await coach.PostFormAsync(("payload", body))).StatusCode).ShouldBeLessThan(500, body);
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static List<JsonNode?> Samples(Gen<JsonNode?> gen, int count)
    {
        var samples = new List<JsonNode?>();
        gen.Sample(node => { lock (samples) { samples.Add(node?.DeepClone()); } }, iter: count, threads: 1);
        return samples;
    }

    private static JsonObject Object((string Name, JsonNode? Value)[] fields)
    {
        var built = new JsonObject();
        foreach (var (name, value) in fields)
        {
            built[name] = value?.DeepClone();
        }

        return built;
    }

    private static JsonObject Typed(SlackPerson person, string text)
    {
        var message = person.Message(text);
        message["ts"] = string.Create(CultureInfo.InvariantCulture, $"1790000001.{Random.Shared.Next(100_000, 999_999)}");
        return message;
    }

    private Task<int> StoredAsync() => coach.Application.ReadAsync(db => db.Inbox.CountAsync(message => message.Sender.Contains("U0") || message.Sender.Contains("/U1"), TestContext.Current.CancellationToken));

    private Task<int> StoredOfAsync(SlackPerson person) =>
        coach.Application.ReadAsync(db => db.Inbox.CountAsync(message => message.Sender == $"{FakeSlack.Team}/{person.Id}", TestContext.Current.CancellationToken));
}
