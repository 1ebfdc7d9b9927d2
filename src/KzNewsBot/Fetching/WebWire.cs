using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Fetching;

/// <summary>
/// One request on the wire and its answer as a value. It follows no redirect, keeps no cookie, uses no proxy and
/// decompresses by itself, because the guard, the limits and the rules of politeness hold for each step.
/// </summary>
internal sealed class WebWire : IDisposable
{
    private const int MaxHeaderKiB = 32;

    /// <summary>What is left of an answer nobody reads may be swallowed up to here to keep its connection.</summary>
    private const int MaxDrainBytes = 64 * 1024;

    private readonly FetchingOptions _options;
    private readonly AnswerReader _answers;
    private readonly TimeProvider _clock;
    private readonly string _userAgent;
    private readonly HttpMessageInvoker _invoker;

    public WebWire(FetchGuard guard, AnswerReader answers, IOptions<FetchingOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _answers = answers;
        _clock = clock;
        _userAgent = UserAgent.For(_options);
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false, // with one, the guard would only ever see the proxy
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, cancellationToken) => guard.ConnectAsync(context.DnsEndPoint, cancellationToken),
            // A connection lives on after the request that wanted it; this ends it.
            ConnectTimeout = TimeSpan.FromSeconds(_options.HeaderSeconds),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            MaxResponseHeadersLength = MaxHeaderKiB,
            MaxResponseDrainSize = MaxDrainBytes,
            // A validator goes back as it came, byte for byte, even where it isn't ASCII: what arrives is read as Latin-1 unless a
            // selector says otherwise. There is none, for only then a Location in UTF-8 is read as such; nginx sends "$uri" so.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        });
    }

    public async Task<Hop> AskAsync(Uri address, FetchRequest request, CancellationToken cancellationToken)
    {
        using var message = Message(address, request);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.HeaderSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _invoker.SendAsync(message, both.Token);
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            return await _answers.ReadAsync(response, address, request, cancellationToken);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return Fail(FailureReason.Timeout, e.InnerException is TimeoutException ? "no connection in time" : "no headers in time");
        }
        catch (HttpRequestException e)
        {
            return new Hop.Ended(WireFault.Of(e));
        }
        catch (HttpIOException e)
        {
            return new Hop.Ended(WireFault.Of(e.HttpRequestError));
        }
        catch (IOException)
        {
            return Fail(FailureReason.Truncated, "the connection broke");
        }
        catch (InvalidDataException e)
        {
            return Fail(e.Message.Contains("truncated", StringComparison.OrdinalIgnoreCase) ? FailureReason.Truncated : FailureReason.Malformed, "broken compression");
        }
    }

    public void Dispose() => _invoker.Dispose();

    private HttpRequestMessage Message(Uri address, FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        Add("User-Agent", _userAgent);
        Add("Accept", Accept(request.Kind));
        Add("Accept-Language", request.AcceptLanguage);
        Add("Accept-Encoding", "gzip, deflate, br");
        Add("If-None-Match", request.Validators.ETag);
        Add("If-Modified-Since", request.Validators.LastModified);
        return message;

        void Add(string name, string? value)
        {
            // A stored value with a line break in it did not come from a server.
            if (value is { Length: > 0 } && !value.Any(char.IsControl))
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static string Accept(FetchKind kind) => kind switch
    {
        FetchKind.Feed => "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5",
        FetchKind.Page => "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
        FetchKind.Robots => "text/plain, */*;q=0.5",
        _ => "*/*",
    };

    private static Hop.Ended Fail(FailureReason reason, string detail) => new(new FetchOutcome.Failed(reason, detail));
}
