using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace KzNewsBot.Tests.Harness;

/// <summary>
/// A port for a server that starts a moment later. It lies below those the system gives out by itself, so that nobody who asks
/// for any port gets it meanwhile.
/// </summary>
internal static class FreePort
{
    public static int Find()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
