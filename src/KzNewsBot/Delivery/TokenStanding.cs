using System.Net;

namespace KzNewsBot.Delivery;

/// <summary>Whether Telegram takes the bot's token, as it said last; an error of its own and no answer say nothing of that.</summary>
internal sealed class TokenStanding
{
    private volatile bool _refused;

    public bool IsRefused => _refused;

    public void Note(HttpStatusCode status) => _refused = status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.MisdirectedRequest => true,
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => false,
        _ => _refused,
    };
}

/// <summary>Listens to every answer of Telegram.</summary>
internal sealed class TokenWatch(TokenStanding standing) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        standing.Note(response.StatusCode);
        return response;
    }
}
