namespace KzNewsBot.Text.Extraction;

/// <summary>An outlet the registry knows, as articles may name it.</summary>
internal sealed record KnownOutlet(string Id, IReadOnlyList<string> Names, IReadOnlyList<string> Hosts);

/// <summary>Looks up known outlets by name or host; built once by the caller and never changed.</summary>
internal sealed class OutletNames
{
    public static readonly OutletNames Empty = new([]);

    private readonly Dictionary<string, KnownOutlet> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownOutlet> byHost = new(StringComparer.Ordinal);

    public OutletNames(IEnumerable<KnownOutlet> outlets)
    {
        foreach (var outlet in outlets)
        {
            foreach (var name in outlet.Names.Select(TextKey.Of).Where(key => key.Length > 0))
            {
                byName.TryAdd(name, outlet);
            }

            foreach (var host in outlet.Hosts)
            {
                byHost.TryAdd(HostName.Normalize(host), outlet);
            }
        }
    }

    public KnownOutlet? ByName(string name) =>
        byName.GetValueOrDefault(TextKey.Of(name)) ?? ByHost(name);

    public KnownOutlet? ByHost(string host) => byHost.GetValueOrDefault(HostName.Normalize(host));
}
