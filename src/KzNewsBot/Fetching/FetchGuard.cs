using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Fetching;

/// <summary>Looks a name up: DNS outside of tests.</summary>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellationToken);

/// <summary>
/// Makes every connection of the collector. A name is looked up once, all its addresses are judged, and the connection
/// goes to one of the judged addresses: there is no second look-up that a hostile name server could answer otherwise.
/// </summary>
internal sealed class FetchGuard(HostResolver resolve, AddressRules rules, IOptions<FetchingOptions> options, TimeProvider clock)
{
    /// <exception cref="UnsafeAddressException">One of the addresses isn't public, or the port is closed.</exception>
    /// <exception cref="TimeoutException">Neither found nor connected within Fetching:ConnectSeconds.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ConnectSeconds), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var addresses = await FindAsync(target, both.Token);
            return await ConnectToFirstAsync(addresses, target.Port, both.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("No connection in time.", e);
        }
    }

    private async Task<IPAddress[]> FindAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var host = target.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        if (rules.IsAllowed(target.Host, target.Port))
        {
            return addresses;
        }

        // One private address among public ones is an attack or a mistake; neither is worth a guess.
        return rules.MayUsePort(target.Host, target.Port) && Array.TrueForAll(addresses, PublicAddress.IsPublic)
            ? addresses
            : throw new UnsafeAddressException(target.Host);
    }

    private async Task<Stream> ConnectToFirstAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        // IPv4 first: a machine whose IPv6 leads nowhere would spend the whole limit on it.
        var ordered = addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).ToList();
        var share = TimeSpan.FromSeconds(options.Value.ConnectSeconds) / Math.Min(ordered.Count, 3);
        foreach (var address in ordered.SkipLast(1))
        {
            using var limit = new CancellationTokenSource(share, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                return await ConnectToAsync(address, port, both.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The next address may do.
            }
        }

        return await ConnectToAsync(ordered[^1], port, cancellationToken);
    }

    private static async Task<Stream> ConnectToAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Leaves the connection callback, the one place a value can't.</summary>
internal sealed class UnsafeAddressException(string host) : Exception($"{host} is not on the public internet.");
