using System.Net;
using System.Net.Sockets;

namespace KzNewsBot.Fetching;

/// <summary>
/// Which IP addresses are the public internet. What isn't could be the machine itself, its neighbours or the cloud's
/// metadata service. Source: IANA's special-purpose registries for IPv4 and IPv6.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Closed4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),         // this network
        IPNetwork.Parse("10.0.0.0/8"),        // private
        IPNetwork.Parse("100.64.0.0/10"),     // carrier-grade NAT; one cloud's metadata service
        IPNetwork.Parse("127.0.0.0/8"),       // loopback
        IPNetwork.Parse("168.63.129.16/32"),  // Azure's host, by its public number
        IPNetwork.Parse("169.254.0.0/16"),    // link-local; most clouds' metadata services
        IPNetwork.Parse("172.16.0.0/12"),     // private
        IPNetwork.Parse("192.0.0.0/24"),      // protocol assignments; one cloud's metadata service
        IPNetwork.Parse("192.0.2.0/24"),      // documentation
        IPNetwork.Parse("192.88.99.0/24"),    // 6to4 relays
        IPNetwork.Parse("192.168.0.0/16"),    // private
        IPNetwork.Parse("198.18.0.0/15"),     // benchmarks
        IPNetwork.Parse("198.51.100.0/24"),   // documentation
        IPNetwork.Parse("203.0.113.0/24"),    // documentation
        IPNetwork.Parse("224.0.0.0/4"),       // multicast
        IPNetwork.Parse("240.0.0.0/4"),       // reserved, broadcast
    ];

    /// <summary>All of the global unicast space so far; loopback, ULA, link-local and multicast lie outside.</summary>
    private static readonly IPNetwork Open6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Closed6 =
    [
        IPNetwork.Parse("2001::/23"),         // protocol assignments, among them Teredo and benchmarks
        IPNetwork.Parse("2001:db8::/32"),     // documentation
        IPNetwork.Parse("2002::/16"),         // 6to4: an IPv4 address in disguise
        IPNetwork.Parse("3fff::/20"),         // documentation
    ];

    /// <summary>Where NAT64 puts the IPv4 internet; on a network with IPv6 only, every IPv4 host is found here.</summary>
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(Closed4, network => network.Contains(address));
        }

        return Nat64.Contains(address)
            ? IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)))
            : Open6.Contains(address) && !Array.Exists(Closed6, network => network.Contains(address));
    }
}
