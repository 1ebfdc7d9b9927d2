using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;

namespace KzNewsBot.Playground.Simulator.Faults;

/// <summary>Carries a request out, or lets it go wrong as planned.</summary>
internal sealed class FaultPlayer(HttpContext http, VirtualClock clock, Fault? fault, Func<Task<ApiAnswer>> run, Action logUnanswered)
{
    /// <param name="accepted">Ends what happens inside the simulator.</param>
    /// <param name="cancellationToken">Ends with the connection.</param>
    public async Task PlayAsync(CancellationToken accepted, CancellationToken cancellationToken)
    {
        if (fault?.Kind == FaultKind.Delay)
        {
            await Task.Delay(fault.Delay, clock, accepted);
        }

        if (fault is null or { Kind: FaultKind.Delay })
        {
            await AnswerWriter.WriteAsync(http.Response, await run(), cancellationToken);
            return;
        }

        var takesEffect = fault.AfterEffect || fault.Kind is FaultKind.CutAfter or FaultKind.Broken;
        var answer = takesEffect ? await run() : null;
        if (!takesEffect)
        {
            logUnanswered();
        }

        switch (fault.Kind)
        {
            case FaultKind.Broken:
                await AnswerWriter.WriteAsync(http.Response, answer!, cancellationToken, cutInHalf: true);
                break;
            case FaultKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
                break;
            case FaultKind.Status:
                await WriteStatusAsync(http.Response, fault, cancellationToken);
                break;
            default:
                http.Abort();
                break;
        }
    }

    private static async Task WriteStatusAsync(HttpResponse response, Fault fault, CancellationToken cancellationToken)
    {
        if (fault.Status is 502 or 504)
        {
            response.StatusCode = fault.Status;
            response.ContentType = "text/html";
            var title = fault.Status == 502 ? "502 Bad Gateway" : "504 Gateway Time-out";
            await response.WriteAsync($"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>", cancellationToken);
            return;
        }

        var parameters = fault is { Status: 429, RetryAfter: { } seconds } ? new JsonObject { ["retry_after"] = seconds } : null;
        var description = fault.Description ?? DefaultDescription(fault);
        await AnswerWriter.WriteAsync(response, new ApiAnswer(fault.Status, null, description, parameters), cancellationToken);
    }

    private static string DefaultDescription(Fault fault) => fault.Status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden: bot was blocked by the user",
        404 => "Not Found",
        409 => "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        429 => fault.RetryAfter is { } seconds ? $"Too Many Requests: retry after {seconds}" : "Too Many Requests",
        500 => "Internal Server Error: restart",
        _ => "Internal Server Error",
    };
}
