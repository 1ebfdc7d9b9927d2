using System.Globalization;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Playground.Newsroom.Http;

/// <summary>Answers for the invented outlets, whichever of their hosts was asked.</summary>
internal sealed class OutletEndpoint(Newsstand newsstand, FaultPlan faults, VisitLog log, TimeProvider clock)
{
    private readonly FaultPlayer _player = new(newsstand, clock);

    public async Task HandleAsync(HttpContext http, Outlet outlet, string label)
    {
        using var open = log.Begin(http.Request, outlet.Id);
        try
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            {
                await DocumentWriter.WriteStatusAsync(http, StatusCodes.Status405MethodNotAllowed, open);
                return;
            }

            await AnswerAsync(http, outlet, label, open);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client left; the log says that it got no whole answer.
        }
    }

    private async Task AnswerAsync(HttpContext http, Outlet outlet, string label, VisitLog.OpenVisit open)
    {
        var request = Read(http.Request, outlet, label);
        var isMoved = request.Path.StartsWith(FaultPlayer.MovedPrefix + "/", StringComparison.Ordinal);
        if (isMoved)
        {
            request = request with { Path = request.Path[FaultPlayer.MovedPrefix.Length..] };
        }
        else if (faults.Take(outlet.Id, request.Path, request.Feed is not null) is { } fault)
        {
            await _player.PlayAsync(http, request, fault, open);
            return;
        }

        switch (newsstand.Answer(request))
        {
            case Redirect redirect:
                http.Response.Headers.Location = redirect.Url;
                await DocumentWriter.WriteStatusAsync(http, redirect.Status, open);
                break;
            case Document document:
                await DocumentWriter.WriteAsync(http, outlet, document, open);
                break;
        }
    }

    private SiteRequest Read(HttpRequest request, Outlet outlet, string label) => new(
        outlet,
        label,
        request.Path.Value ?? "/",
        request.QueryString.Value ?? "",
        request.Headers.AcceptLanguage.ToString(),
        int.TryParse(request.Query["before"], CultureInfo.InvariantCulture, out var before) ? before : null,
        clock.GetUtcNow());
}
