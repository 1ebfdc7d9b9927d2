using System.Text.Json;

namespace KzNewsBot.Sources;

/// <summary>Every outlet we know, by id, host and name.</summary>
internal sealed class SourceRegistry
{
    public const string StarterId = "starter";

    private readonly Dictionary<string, SourceDefinition> _byId;
    private readonly Dictionary<string, SourceDefinition> _byHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SourceDefinition> _byName = new(StringComparer.OrdinalIgnoreCase);

    private SourceRegistry(IReadOnlyList<SourceDefinition> sources)
    {
        All = sources;
        _byId = sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var host in source.Hosts)
            {
                _byHost.TryAdd(WithoutWww(host), source);
            }

            foreach (var name in source.Aliases.Concat(source.Names.Values).Append(source.Name))
            {
                _byName.TryAdd(name, source);
            }
        }
    }

    public IReadOnlyList<SourceDefinition> All { get; }

    /// <exception cref="FormatException">The file is not a registry; the message says where and what is expected.</exception>
    public static SourceRegistry Parse(string json)
    {
        SourceFile? file;
        try
        {
            file = JsonSerializer.Deserialize(json, SourceJson.Default.SourceFile);
        }
        catch (JsonException e)
        {
            throw new FormatException($"seeds/sources.json is not valid at {e.Path ?? "$"} (line {e.LineNumber + 1}); expected {{\"sources\":[…]}}.", e);
        }

        var sources = file?.Sources ?? throw new FormatException("seeds/sources.json has no \"sources\" list.");
        foreach (var group in sources.GroupBy(source => source.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            throw new FormatException($"seeds/sources.json lists the source \"{group.Key}\" twice; ids must be unique.");
        }

        foreach (var source in sources.Where(source => !Sides.All.Contains(source.Side, StringComparer.Ordinal)))
        {
            throw new FormatException($"seeds/sources.json gives \"{source.Id}\" the side \"{source.Side}\"; expected one of {string.Join(", ", Sides.All)}.");
        }

        return new SourceRegistry(sources);
    }

    public SourceDefinition? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The outlet an article belongs to: by the host of its address first, then by its name.</summary>
    public SourceDefinition? Match(string? host, string? name) =>
        (host is null ? null : ByHost(WithoutWww(host))) ?? (name is null ? null : _byName.GetValueOrDefault(name.Trim()));

    /// <summary>A subdomain belongs to the outlet that owns the domain: "kaz.nur.kz" is NUR.KZ.</summary>
    private SourceDefinition? ByHost(string host)
    {
        for (var rest = host; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_byHost.TryGetValue(rest, out var source))
            {
                return source;
            }
        }

        return null;
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
