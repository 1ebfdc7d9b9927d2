using Microsoft.Extensions.Options;

namespace KzNewsBot.Fetching;

/// <summary>What can be said about an address before its name is looked up. The rest is <see cref="FetchGuard"/>'s.</summary>
internal sealed class AddressRules(IOptions<FetchingOptions> options)
{
    private readonly HashSet<string> _allowed = new(options.Value.AllowHosts.Select(WithoutBrackets), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<int> _ports = [80, 443, .. options.Value.ExtraPorts];

    /// <summary>Null when the address may be asked.</summary>
    public FetchOutcome.Refused? Fault(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return new FetchOutcome.Refused(RefusalReason.BadScheme, address.IsAbsoluteUri ? address.Scheme : "a relative address");
        }

        if (address.UserInfo.Length > 0 || address.IdnHost.Length == 0)
        {
            return new FetchOutcome.Refused(RefusalReason.BadAddress, "a user name, or no host");
        }

        return MayUsePort(address.IdnHost, address.Port) ? null : new FetchOutcome.Refused(RefusalReason.BadPort, $"{address.IdnHost}:{address.Port}");
    }

    public bool MayUsePort(string host, int port) => _ports.Contains(port) || IsAllowed(host, port);

    /// <summary>Whether the operator vouches for this host, public or not.</summary>
    public bool IsAllowed(string host, int port) =>
        _allowed.Contains(WithoutBrackets(host)) || _allowed.Contains($"{WithoutBrackets(host)}:{port}");

    // Uri and the socket handler disagree on whether an IPv6 host wears them.
    private static string WithoutBrackets(string host) => host.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}
