using System.Globalization;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Control;

/// <summary>GET /sim/events: Server-Sent Events (WHATWG HTML, 9.2), with replay by Last-Event-ID.</summary>
internal sealed class EventEndpoint(SimulatedWorld world)
{
    /// <summary>Real time: it keeps the connection alive, whatever the simulated clock says.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task HandleAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache";
        var lastId = long.TryParse(http.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var channel = world.Events.Watch(lastId);
        try
        {
            await http.Response.WriteAsync(": hello\n\n", cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
            var available = channel.Reader.WaitToReadAsync(cancellationToken).AsTask();
            while (true)
            {
                var first = await Task.WhenAny(available, Task.Delay(Heartbeat, TimeProvider.System, cancellationToken));
                if (first != available)
                {
                    await http.Response.WriteAsync(": still here\n\n", cancellationToken);
                }
                else if (await available)
                {
                    while (channel.Reader.TryRead(out var happened))
                    {
                        await http.Response.WriteAsync($"id: {happened.Id}\nevent: {happened.Name}\ndata: {happened.Data}\n\n", cancellationToken);
                    }

                    available = channel.Reader.WaitToReadAsync(cancellationToken).AsTask();
                }
                else
                {
                    return;
                }

                await http.Response.Body.FlushAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
        finally
        {
            world.Events.Leave(channel);
        }
    }
}
