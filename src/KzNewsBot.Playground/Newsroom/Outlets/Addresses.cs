using System.Globalization;

namespace KzNewsBot.Playground.Newsroom.Outlets;

/// <summary>
/// Absolute addresses of the invented sites. Each outlet has its own name under ".localhost", which RFC 6761 reserves for
/// loopback: browsers resolve it by themselves, a registry tells outlets apart by it as it does in the world, and one port
/// is enough.
/// </summary>
/// <param name="port">Known only when the server listens.</param>
internal sealed class Addresses(Func<int> port)
{
    private const string Domain = ".localhost";

    public static string HostOf(Outlet outlet) => outlet.Label + Domain;

    /// <summary>Host and port, as a list of allowed addresses names them.</summary>
    public string Authority(string label) => string.Create(CultureInfo.InvariantCulture, $"{label}{Domain}:{port()}");

    public string Home(Outlet outlet) => At(outlet.Label, "/");

    public string Of(Outlet outlet, string path) => At(outlet.Label, path);

    public string Of(Outlet outlet, OutletFeed feed) => At(feed.Label ?? outlet.Label, feed.Path + feed.Query);

    public string At(string label, string path) => $"http://{Authority(label)}{path}";

    /// <summary>"dala-khabar" of "dala-khabar.localhost"; null for another host.</summary>
    public static string? LabelOf(string host) =>
        host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) && host.Length > Domain.Length ? host[..^Domain.Length] : null;
}
