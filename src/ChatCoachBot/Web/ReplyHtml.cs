using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ChatCoachBot.Web;

/// <summary>Renders one reply for an open page.</summary>
internal sealed class ReplyHtml(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    public async Task<string> RenderAsync(Reply reply)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReplyView.Reply)] = reply });
            var root = await renderer.RenderComponentAsync<ReplyView>(parameters);
            return root.ToHtmlString();
        });
    }
}
