using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatCoachBot.Inbox;
using ChatCoachBot.Slack.Receiving;

namespace ChatCoachBot.Slack.Sockets;

/// <summary>One open socket. What comes through it is stored, and acknowledged only then: Slack delivers the rest again.</summary>
internal sealed partial class SlackSocket : IAsyncDisposable
{
    private const int LargestMessage = RequestBody.Largest;

    /// <summary>How many deliveries are in hand at once: they share commits.</summary>
    private const int MostInHand = 64;

    private static readonly TimeSpan LongestHello = TimeSpan.FromSeconds(15);

    /// <summary>Slack closes a socket ten seconds or so after it has warned; until then things may still come through it.</summary>
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly SlackReceiver _receiver;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SemaphoreSlim _inHand = new(MostInHand);
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _readyForNext = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ending;
    private Task _reading = Task.CompletedTask;

    private SlackSocket(TimeSpan ping, SlackReceiver receiver, ILogger log, CancellationToken cancellationToken)
    {
        (_receiver, _log) = (receiver, log);
        // A connection can be up and silent: who does not answer a ping is gone.
        (_socket.Options.KeepAliveInterval, _socket.Options.KeepAliveTimeout) = (ping, ping);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Ends when another socket is to be opened: Slack has announced that it closes this one, or it is closed. Throws when it broke.</summary>
    public Task ReadyForNext => _readyForNext.Task;

    /// <exception cref="WebSocketException">Slack did not say hello.</exception>
    public static async Task<SlackSocket> OpenAsync(Uri address, TimeSpan ping, SlackReceiver receiver, ILogger log, CancellationToken cancellationToken)
    {
        var socket = new SlackSocket(ping, receiver, log, cancellationToken);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(LongestHello);
            await socket._socket.ConnectAsync(address, patience.Token);
            socket._reading = socket.ReadAsync();
            await (await Task.WhenAny(socket._hello.Task, socket.ReadyForNext)).WaitAsync(patience.Token);
            if (!socket._hello.Task.IsCompletedSuccessfully)
            {
                throw new WebSocketException("Slack closed the socket before it said hello.");
            }

            return socket;
        }
        catch (Exception fault)
        {
            await socket.DisposeAsync();
            throw fault is OperationCanceledException && !cancellationToken.IsCancellationRequested ? new WebSocketException("Slack did not say hello.", fault) : fault;
        }
    }

    /// <summary>Reads on until Slack closes it, but not for ever.</summary>
    public async Task LeaveAsync()
    {
        _ending.CancelAfter(LongestFarewell);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _inHand.Dispose();
        _ending.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>(4096);
            while (await ReceiveAsync(buffer) is { Length: > 0 } message)
            {
                await HandleAsync(message);
            }

            _readyForNext.TrySetResult();
        }
        catch (Exception fault)
        {
            _readyForNext.TrySetException(fault);
        }

        // What is in hand is acknowledged while the socket still is.
        for (var i = 0; i < MostInHand; i++)
        {
            await _inHand.WaitAsync(CancellationToken.None);
        }
    }

    /// <returns>Null when Slack has closed it.</returns>
    private async Task<byte[]?> ReceiveAsync(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.GetMemory(1024), _ending.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            buffer.Advance(received.Count);
            if (buffer.WrittenCount > LargestMessage)
            {
                throw new WebSocketException("Slack sent more than 1 MB at once.");
            }

            if (received.EndOfMessage)
            {
                return buffer.WrittenSpan.ToArray();
            }
        }
    }

    private async Task HandleAsync(byte[] message)
    {
        var envelope = Read(message);
        switch (envelope?.Type)
        {
            case "hello":
                _hello.TrySetResult();
                break;
            case "disconnect":
                LogDisconnect(_log, envelope.Reason is { Length: <= 32 } reason && reason.All(c => char.IsAsciiLetter(c) || c == '_') ? reason : "unknown");
                if (envelope.Reason == "link_disabled")
                {
                    throw new WebSocketException("Socket Mode is switched off in the app’s settings.");
                }

                _readyForNext.TrySetResult();
                break;
            case not null when envelope.EnvelopeId is { Length: > 0 }:
                await _inHand.WaitAsync(_ending.Token);
                _ = DeliverAsync(envelope);
                break;
        }
    }

    private static SocketEnvelope? Read(byte[] message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, PayloadJson.Default.SocketEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task DeliverAsync(SocketEnvelope envelope)
    {
        try
        {
            var acknowledgement = envelope.Type switch
            {
                "events_api" => await ReceiveAsync(envelope.Payload, PayloadJson.Default.EventEnvelope, _receiver.ReceiveEventAsync),
                "interactive" => await ReceiveAsync(envelope.Payload, PayloadJson.Default.Interaction, _receiver.ReceiveInteractionAsync),
                "slash_commands" => await ReceiveAsync(envelope.Payload, PayloadJson.Default.SlashCommand, _receiver.ReceiveCommandAsync),
                _ => _receiver.Ignore(),
            };
            await SendAsync(Envelope(envelope.EnvelopeId!, acknowledgement));
        }
        catch (Exception fault)
        {
            // Not acknowledged: it comes again.
            LogNotTaken(_log, FaultText.Of(fault));
        }
        finally
        {
            _inHand.Release();
        }
    }

    /// <exception cref="NotStoredException">It could not be stored.</exception>
    private async Task<Acknowledgement> ReceiveAsync<T>(JsonElement payload, JsonTypeInfo<T> type, Func<T, CancellationToken, Task<Acknowledgement>> receive)
        where T : class
    {
        T? read = null;
        try
        {
            read = payload.ValueKind == JsonValueKind.Object ? payload.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            // Another shape than Slack's.
        }

        return read is null ? _receiver.Ignore() : await receive(read, CancellationToken.None);
    }

    private static ReadOnlyMemory<byte> Envelope(string id, Acknowledgement acknowledgement)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("envelope_id", id);
        if (acknowledgement.Body.Length > 0)
        {
            json.WritePropertyName("payload");
            json.WriteRawValue(acknowledgement.Body);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        await _sending.WaitAsync(_ending.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _ending.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    [LoggerMessage(LogLevel.Information, "Slack closes the socket ({Reason}); another one takes its place.")]
    private static partial void LogDisconnect(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Slack: a delivery could not be taken, and comes again: {Fault}")]
    private static partial void LogNotTaken(ILogger log, string fault);
}
