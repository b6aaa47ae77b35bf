using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace ChatCoachBot.Web;

/// <summary>Everything the coach says to one visitor after a message, for as long as the page is open.</summary>
internal sealed class ReplyStream(Bell bell, History history, ReplyHtml html, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>Something goes over a quiet stream this often, so that a dead connection is noticed.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(25);

    public async IAsyncEnumerable<SseItem<string>> ReadAsync(string visitor, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var page = bell.Listen(WebChannel.Topic(visitor));
        while (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            var messages = await history.AfterAsync(visitor, after, cancellationToken);
            foreach (var (id, reply) in messages)
            {
                after = id;
                if (reply is not null)
                {
                    yield return new SseItem<string>(await html.RenderAsync(reply), "reply") { EventId = id.ToString(CultureInfo.InvariantCulture) };
                }
            }

            if (messages.Count == 0)
            {
                yield return new SseItem<string>("", "quiet");
                await WaitAsync(page, cancellationToken);
            }
        }
    }

    private async Task WaitAsync(Signal page, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await page.WaitAsync(KeepAlive, time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The host stops; the page will connect again.
        }
    }
}
