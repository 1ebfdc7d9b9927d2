using System.Net;
using System.Text;

namespace KzNewsBot.Delivery;

/// <summary>Whether Telegram takes the bot's token, as it said last; an error of its own and no answer say nothing of that.</summary>
internal sealed class TokenStanding
{
    private volatile bool _refused;

    public bool IsRefused => _refused;

    /// <summary>Whether an answer refuses the token and not what was asked; 400 says so where the bot has left this server for another.</summary>
    /// <param name="text">The description, or all of the answer.</param>
    public static bool Refuses(int code, string text) => code is 401 or 404 or 421 || (code == 400 && text.Contains("Logged out", StringComparison.OrdinalIgnoreCase));

    public void Note(HttpStatusCode status, string text) => _refused = Refuses((int)status, text) || (_refused && status is < HttpStatusCode.OK or >= HttpStatusCode.MultipleChoices);
}

/// <summary>Listens to every answer of Telegram.</summary>
internal sealed class TokenWatch(TokenStanding standing) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        // What is read here is kept for whoever asked.
        var text = response.StatusCode == HttpStatusCode.BadRequest ? Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken)) : "";
        standing.Note(response.StatusCode, text);
        return response;
    }
}
