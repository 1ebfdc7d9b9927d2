using System.Net.Sockets;
using System.Security.Authentication;

namespace KzNewsBot.Fetching;

/// <summary>From the HTTP stack's exceptions to what happens next.</summary>
internal static class WireFault
{
    public static FetchOutcome Of(HttpRequestException exception) => exception switch
    {
        { InnerException: UnsafeAddressException unsafeAddress } => new FetchOutcome.Refused(RefusalReason.UnsafeAddress, unsafeAddress.Message),
        { InnerException: TimeoutException } => Failed(FailureReason.Timeout, "no connection in time"),
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } } => Failed(FailureReason.Dns, "no such host"),
        { InnerException: AuthenticationException } => Failed(FailureReason.Tls, "no trusted TLS connection"),
        { InnerException: HttpIOException inner } => Of(inner.HttpRequestError),
        _ => Of(exception.HttpRequestError),
    };

    public static FetchOutcome Of(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => Failed(FailureReason.Dns, "no such host"),
        HttpRequestError.ConnectionError => Failed(FailureReason.Connect, "no connection"),
        HttpRequestError.SecureConnectionError => Failed(FailureReason.Tls, "no trusted TLS connection"),
        HttpRequestError.ConfigurationLimitExceeded => new FetchOutcome.Refused(RefusalReason.TooLarge, "headers"),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => Failed(FailureReason.Malformed, "no valid HTTP"),
        // ResponseEnded, and errors the stack can't name: the connection was there and went away.
        _ => Failed(FailureReason.Truncated, "the answer ended early"),
    };

    private static FetchOutcome.Failed Failed(FailureReason reason, string detail) => new(reason, detail);
}
