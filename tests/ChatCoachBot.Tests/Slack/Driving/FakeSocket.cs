using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatCoachBot.Tests.Slack.Driving;

/// <summary>Slack's end of one socket.</summary>
public sealed class FakeSocket(WebSocket socket)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly System.Threading.Channels.Channel<JsonElement> _received = System.Threading.Channels.Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource _ended = new();

    /// <summary>Ends when the coach has left.</summary>
    public Task Ended => _ended.Task;

    internal async Task RunAsync()
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                _received.Writer.TryWrite(JsonElement.Parse(buffer.AsSpan(0, length)));
            }
        }
        catch (WebSocketException)
        {
            // The coach is gone.
        }

        _received.Writer.TryComplete();
        _ended.TrySetResult();
    }

    /// <summary>Who does not read does not answer pings either.</summary>
    internal async Task IgnoreAsync(CancellationToken left)
    {
        await Task.Delay(Timeout.Infinite, left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.TrySetResult();
    }

    public Task HelloAsync() => SendAsync(new JsonObject { ["type"] = "hello", ["num_connections"] = 1 });

    public Task DisconnectAsync(string reason) => SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });

    public Task DeliverAsync(string envelopeId, string type, JsonNode payload) =>
        SendAsync(new JsonObject { ["type"] = type, ["envelope_id"] = envelopeId, ["payload"] = payload.DeepClone(), ["accepts_response_payload"] = type != "events_api" });

    public Task SendAsync(JsonNode message) => SendAsync(message.ToJsonString());

    public async Task SendAsync(string message) => await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>What the coach answered next.</summary>
    public async Task<JsonElement> NextAsync() => await _received.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public void Break() => socket.Abort();
}
