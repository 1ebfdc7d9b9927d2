using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace KzNewsBot.Delivery;

/// <summary>
/// Built once, around every call to Telegram. Sends get a time limit and nothing else: a send whose answer never came
/// must not be repeated. Reads (getUpdates, getMe, setMyCommands …) may be.
/// </summary>
internal sealed class TelegramResilience
{
    /// <summary>Longest getUpdates wait of the server (50 s) and a margin.</summary>
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(65);

    public TelegramResilience(IOptions<DeliveryOptions> options, TimeProvider clock)
    {
        Sends = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddTimeout(TimeSpan.FromSeconds(options.Value.TimeoutSeconds))
            .Build();
        Reads = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(response => response.StatusCode >= HttpStatusCode.InternalServerError),
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
            })
            .AddTimeout(PollTimeout)
            .Build();
    }

    public ResiliencePipeline<HttpResponseMessage> Sends { get; }

    public ResiliencePipeline<HttpResponseMessage> Reads { get; }
}

/// <summary>
/// Runs a request inside a pipeline; a time-out looks to the client as HttpClient's own does, or as a connection that could not
/// be made if nothing had left by then.
/// </summary>
internal sealed class ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var watched = request.Content is { } body ? new WatchedContent(body) : null;
        request.Content = watched;
        try
        {
            return await pipeline.ExecuteAsync(
                async (state, token) => await state.Handler.ForwardAsync(state.Request, token),
                (Handler: this, Request: request),
                cancellationToken);
        }
        catch (TimeoutRejectedException e) when (watched is { HasBegun: false })
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection within the time limit.", e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new TaskCanceledException("The request timed out.", new TimeoutException(e.Message, e));
        }
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        // The body counts too: without this a server that stalls in it would outwait the time limit.
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        return response;
    }
}
