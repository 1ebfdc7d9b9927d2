namespace KzNewsBot.Fetching;

/// <summary>How a request ended, named by what happens next. Only bugs and the caller's own cancellation throw.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>A whole body arrived: read it and remember its validators.</summary>
    /// <param name="Body">Decompressed.</param>
    /// <param name="ContentType">Lower case, without parameters; null when the server names none.</param>
    /// <param name="Charset">As the header declares it, which may be wrong.</param>
    /// <param name="FreshUntil">The server promises no news before; at most a day ahead. Null: no promise.</param>
    /// <param name="FinalAddress">Where the body was found after redirects.</param>
    /// <param name="MovedTo">The final address when every redirect to it was permanent (301, 308); null otherwise.</param>
    public sealed record Fetched(
        ReadOnlyMemory<byte> Body,
        string? ContentType,
        string? Charset,
        Validators Validators,
        DateTimeOffset? FreshUntil,
        Uri FinalAddress,
        Uri? MovedTo) : FetchOutcome;

    /// <summary>Nothing new. The validators replace the ones that were sent: a 304 may bring others.</summary>
    public sealed record NotModified(Validators Validators, DateTimeOffset? FreshUntil, Uri FinalAddress, Uri? MovedTo) : FetchOutcome;

    /// <summary>Ask nothing of this host before <paramref name="Until"/>; store it to keep the promise over a restart.</summary>
    public sealed record Wait(string Host, DateTimeOffset Until, WaitReason Reason) : FetchOutcome;

    /// <summary>410: it won't come back.</summary>
    public sealed record Gone(Uri FinalAddress) : FetchOutcome;

    /// <summary>We may not or will not read this; asking again soon changes nothing.</summary>
    public sealed record Refused(RefusalReason Reason, string Detail) : FetchOutcome;

    /// <summary>It went wrong and may go right later. Nothing of the answer is to be remembered.</summary>
    /// <param name="Status">The HTTP status; null when there was none or it isn't the reason.</param>
    public sealed record Failed(FailureReason Reason, string Detail, int? Status = null) : FetchOutcome;
}

internal enum WaitReason
{
    /// <summary>429.</summary>
    RateLimited,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>No request was made: an earlier answer asked for a pause.</summary>
    HostPaused,

    /// <summary>No request was made: the host failed again and again.</summary>
    HostDown,
}

internal enum RefusalReason
{
    /// <summary>robots.txt disallows the page.</summary>
    Robots,

    /// <summary>The name leads to an address that isn't public.</summary>
    UnsafeAddress,

    /// <summary>A port outside 80, 443 and the configured ones.</summary>
    BadPort,

    /// <summary>Neither http nor https.</summary>
    BadScheme,

    /// <summary>The address carries a user name or names no host.</summary>
    BadAddress,

    /// <summary>Whoever named the address has no say over what is asked of that host.</summary>
    Barred,

    /// <summary>A redirect from https to http.</summary>
    Downgrade,

    /// <summary>The site asks for a proof that a person is reading. It is named, never worked around.</summary>
    Challenge,

    /// <summary>The site wants an account.</summary>
    LoginWall,

    /// <summary>A page that is empty until its scripts run.</summary>
    ScriptShell,

    /// <summary>Headers or body past the limit, before or after decompression.</summary>
    TooLarge,

    /// <summary>Not text: an image, a film, an archive …</summary>
    WrongType,

    /// <summary>A Content-Encoding we did not ask for, or several on top of each other.</summary>
    WrongEncoding,
}

internal enum FailureReason
{
    Dns,
    Connect,
    Tls,
    Timeout,

    /// <summary>The body ended early: its length, its chunks or its compression say so.</summary>
    Truncated,

    /// <summary>The answer isn't HTTP, or its compression is broken.</summary>
    Malformed,

    /// <summary>A status that is no answer to our request; it is in <see cref="FetchOutcome.Failed.Status"/>.</summary>
    Status,

    BadRedirect,
    RedirectLoop,
    TooManyRedirects,

    /// <summary>robots.txt can't be had, so pages wait (RFC 9309, 2.3.1.4).</summary>
    RobotsUnreachable,
}
