using System.Globalization;

namespace KzNewsBot.Playground.Newsroom.Outlets;

/// <summary>
/// Absolute addresses of the invented sites. Each has a port of its own on loopback, as each has a host in the world: a name
/// such as "dala-khabar.localhost" does not resolve on every system, and under one port all would share one robots.txt.
/// </summary>
internal sealed class Addresses
{
    private readonly Dictionary<string, int> _ports = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _labels = [];

    /// <summary>The name a registry knows the outlet by; RFC 2606 keeps ".example" free of real sites.</summary>
    public static string HostOf(Outlet outlet) => $"{outlet.Label}.example";

    /// <summary>Told when the server listens: only then are free ports known.</summary>
    public void Bind(string label, int port)
    {
        _ports.Add(label, port);
        _labels.Add(port, label);
    }

    /// <summary>Host and port, as a list of allowed addresses names them.</summary>
    public string Authority(string label) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_ports[label]}");

    public string Home(Outlet outlet) => At(outlet.Label, "/");

    public string Of(Outlet outlet, string path) => At(outlet.Label, path);

    public string Of(Outlet outlet, OutletFeed feed) => At(feed.Label ?? outlet.Label, feed.Path + feed.Query);

    public string At(string label, string path) => $"http://{Authority(label)}{path}";

    /// <summary>Whose port it is; null for the newsroom's own.</summary>
    public string? LabelAt(int port) => _labels.GetValueOrDefault(port);
}
