using System.Net;
using System.Text.RegularExpressions;
using KzNewsBot.Text;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Fetching;

/// <summary>What an answer means for the next step, by its status, headers and body.</summary>
internal sealed partial class AnswerReader(BodyReader bodies, IOptions<FetchingOptions> options, TimeProvider clock)
{
    /// <summary>How much of an error page is read to recognise a wall.</summary>
    private const int WallBytes = 64 * 1024;

    /// <summary>What Google's parser reads at most, and RFC 9309 asks for at least.</summary>
    private const int RobotsBytes = 500 * 1024;

    public async Task<Hop> ReadAsync(HttpResponseMessage response, Uri address, FetchRequest request, CancellationToken cancellationToken)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return new Hop.Ended(await ReadBodyAsync(response, address, request, cancellationToken));
            case HttpStatusCode.NotModified when !request.Validators.IsEmpty:
                return new Hop.Ended(new FetchOutcome.NotModified(ValidatorsOf(response, request.Validators), FreshUntil(response), address, MovedTo: null));
            case HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect:
                return Redirect(response, address, permanent: true);
            case HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect:
                return Redirect(response, address, permanent: false);
            default:
                return new Hop.Ended(await ReadRefusalAsync(response, address, request, cancellationToken));
        }
    }

    private static Hop Redirect(HttpResponseMessage response, Uri address, bool permanent) =>
        response.Headers.Location is { } location && Uri.TryCreate(address, location, out var target)
            ? new Hop.Moved(target, permanent)
            : new Hop.Ended(new FetchOutcome.Failed(FailureReason.BadRedirect, "no readable Location", (int)response.StatusCode));

    private async Task<FetchOutcome> ReadBodyAsync(HttpResponseMessage response, Uri address, FetchRequest request, CancellationToken cancellationToken)
    {
        var contentType = Header(response, "Content-Type") ?? "";
        var type = contentType.Split(';')[0].Trim().ToLowerInvariant();
        if (!ContentTypes.MayBeText(type, request.Kind))
        {
            return new FetchOutcome.Refused(RefusalReason.WrongType, HeaderText.Shown(type));
        }

        var limit = request.Kind == FetchKind.Robots ? new BodyLimit(RobotsBytes, CutsOff: true) : new BodyLimit(options.Value.MaxBodyKiB * 1024);
        var (body, refusal) = await bodies.ReadAsync(response, limit, cancellationToken);
        if (refusal is null && request.Kind == FetchKind.Feed)
        {
            (body, refusal) = await BodyReader.UnpackFileAsync(body, limit, cancellationToken);
        }

        if (refusal is not null)
        {
            return refusal;
        }

        if (request.Kind != FetchKind.Robots && Walls.Find(Facts(response, type, body), request.Kind, request.Address, address) is { } wall)
        {
            return wall;
        }

        var charset = Charset().Match(contentType);
        return new FetchOutcome.Fetched(
            body,
            type.Length > 0 ? type : null,
            charset.Success ? charset.Groups["name"].Value : null,
            ValidatorsOf(response, Validators.None),
            FreshUntil(response),
            address,
            MovedTo: null);
    }

    private async Task<FetchOutcome> ReadRefusalAsync(HttpResponseMessage response, Uri address, FetchRequest request, CancellationToken cancellationToken)
    {
        // robots.txt asks for the bare status: a wall before it is "unavailable" like any other 4xx.
        // A host that says how long to wait means that, whatever page it shows with it.
        var isPause = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && Header(response, "Retry-After") is not null;
        if (request.Kind != FetchKind.Robots && !isPause)
        {
            var body = await ReadErrorPageAsync(response, cancellationToken);
            if (Walls.Find(Facts(response, "text/html", body), request.Kind, request.Address, address) is { } wall)
            {
                return wall;
            }
        }

        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.Gone => new FetchOutcome.Gone(address),
            HttpStatusCode.TooManyRequests => Wait(response, address, WaitReason.RateLimited),
            HttpStatusCode.ServiceUnavailable => Wait(response, address, WaitReason.Unavailable),
            _ => new FetchOutcome.Failed(FailureReason.Status, $"HTTP {status}", status),
        };
    }

    /// <summary>Empty where it breaks off or can't be unpacked: the status says what to do without it.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadErrorPageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await bodies.ReadAsync(response, new BodyLimit(WallBytes, CutsOff: true), cancellationToken)).Body;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return default;
        }
    }

    private FetchOutcome.Wait Wait(HttpResponseMessage response, Uri address, WaitReason reason)
    {
        var now = clock.GetUtcNow();
        return new FetchOutcome.Wait(
            HostKey.Of(address),
            now + RetryAfter.Read(Header(response, "Retry-After"), now, TimeSpan.FromMinutes(options.Value.PauseMinutes)),
            reason);
    }

    private static WallFacts Facts(HttpResponseMessage response, string type, ReadOnlyMemory<byte> body) =>
        new(response.StatusCode, Header(response, "cf-mitigated"), Header(response, "x-amzn-waf-action"), type, body);

    /// <summary>New ones replace old ones one by one. "Expires: 0" marks servers whose validators mean nothing.</summary>
    private static Validators ValidatorsOf(HttpResponseMessage response, Validators known) =>
        Header(response, "Expires") == "0"
            ? Validators.None
            : new Validators(Short(Header(response, "ETag")) ?? known.ETag, Short(Header(response, "Last-Modified")) ?? known.LastModified);

    private static string? Short(string? validator) => validator is { Length: > 0 and <= 1024 } ? validator : null;

    private DateTimeOffset? FreshUntil(HttpResponseMessage response) =>
        Freshness.Until(Header(response, "Cache-Control"), Header(response, "Expires"), Header(response, "Date"), Header(response, "Age"), clock.GetUtcNow());

    /// <summary>As it came, unparsed: typed headers would drop what servers write wrongly.</summary>
    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[A-Za-z0-9_.:-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Charset();
}
