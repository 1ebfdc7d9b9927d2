namespace KzNewsBot.Sources;

/// <summary>Every outlet we know, by id, host and name.</summary>
internal sealed class SourceRegistry
{
    public const string StarterId = "starter";

    public const string FileName = "sources.json";

    private const string ShippedFile = $"seeds/{FileName}";

    private const string GoogleNews = "news.google.com";

    private readonly Dictionary<string, SourceDefinition> _byId;
    private readonly Dictionary<string, SourceDefinition> _byHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _shared;
    private readonly HashSet<string> _searches;
    private readonly Dictionary<string, SourceDefinition> _byName = new(StringComparer.OrdinalIgnoreCase);

    private SourceRegistry(IReadOnlyList<SourceDefinition> sources)
    {
        All = sources;
        _byId = sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var host in source.Hosts.Concat(source.RetiredHosts))
            {
                _byHost.TryAdd(WithoutWww(host), source);
            }

            foreach (var name in source.Aliases.Concat(source.Names.Values).Append(source.Name))
            {
                _byName.TryAdd(name, source);
            }
        }

        _shared = sources.SelectMany(source => source.Roads.Select(road => WithoutWww(new Uri(road.Url).IdnHost)).Where(host => ByHost(host) != source))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        _searches = sources.SelectMany(source => source.Roads.Where(road => road.Kind == RoadKind.Search).Select(road => new Uri(road.Url).Authority))
            .Append(GoogleNews)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<SourceDefinition> All { get; }

    /// <summary>What of the operator's file does not fit this version.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <exception cref="FormatException">The file is not a registry; the message names every fault and what is expected.</exception>
    public static SourceRegistry Parse(string json, string file = ShippedFile) => new(Checked(SourceReader.Read(json, file).Sources, file));

    /// <summary>What came with the program, changed and added to by the operator's own file.</summary>
    /// <param name="own">The operator's file; null when there is none.</param>
    /// <exception cref="FormatException">One of the files is at fault; the message names every fault and what is expected.</exception>
    /// <param name="strict">See <see cref="OwnSources.Merge"/>.</param>
    /// <param name="file">What to call the file that came with the program.</param>
    public static SourceRegistry Parse(string json, string? own, bool strict, string file = ShippedFile)
    {
        var shipped = Parse(json, file);
        if (own is null)
        {
            return shipped;
        }

        var warnings = new List<string>();
        var merged = OwnSources.Merge(shipped.All, SourceReader.Read(own, OwnSources.FileName), strict, warnings.Add);
        return new SourceRegistry(Checked(merged, OwnSources.FileName)) { Warnings = warnings };
    }

    private static IReadOnlyList<SourceDefinition> Checked(IReadOnlyList<SourceDefinition> sources, string file)
    {
        var faults = SourceRules.FaultsOf(sources).Select(fault => $"{file}, {fault}").ToList();
        return faults.Count == 0 ? sources : throw new FormatException(string.Join('\n', faults));
    }

    public SourceDefinition? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The outlet an article belongs to: by the host of its address first, then by its name.</summary>
    public SourceDefinition? Match(string? host, string? name) =>
        (host is null ? null : ByHost(WithoutWww(host))) ?? (name is null ? null : _byName.GetValueOrDefault(name.Trim()));

    /// <summary>The one outlet of which an id, a name or an alias begins so; null when none does, or several do.</summary>
    public SourceDefinition? ByBeginning(string text) =>
        All.Where(source => NamesOf(source).Any(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase))).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The outlets of which an id, a name or an alias begins so, then those of which one holds it.</summary>
    public IEnumerable<SourceDefinition> Alike(string text) =>
        All.Where(source => NamesOf(source).Any(name => name.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(source => NamesOf(source).Any(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> NamesOf(SourceDefinition source) => source.Names.Values.Concat(source.Aliases).Append(source.Name).Append(source.Id);

    /// <summary>Whether an outlet's road stands at this host without owning it: a news search, a channel, a portal of many bodies.</summary>
    public bool IsShared(string host) => _shared.Contains(WithoutWww(host));

    /// <summary>Whether an address is a news search's: where a road of that kind stands, or Google's.</summary>
    public bool IsSearch(Uri address) => _searches.Contains(address.Authority);

    /// <summary>The outlet of which a road stands at this address, however its scheme, "www." and last "/" are written.</summary>
    public SourceDefinition? WithRoadAt(Uri address) =>
        All.FirstOrDefault(source => source.Roads.Any(road => PlaceOf(new Uri(road.Url)).Equals(PlaceOf(address), StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether an address is an outlet's own: on its hosts or, on a host that is nobody's, where one of its roads leads.</summary>
    public bool IsOwn(SourceDefinition source, Uri address) => ByHost(WithoutWww(address.IdnHost)) is { } owner
        ? owner.Id == source.Id
        : source.Roads.Any(road => road.IsPlaceOf(address));

    /// <summary>Whether an address is somebody else's: another outlet's, or a place at a shared host that is not the outlet's.</summary>
    public bool IsOthers(SourceDefinition source, Uri address) =>
        !IsOwn(source, address) && (ByHost(WithoutWww(address.IdnHost)) is not null || IsShared(address.IdnHost));

    /// <summary>
    /// Whether a page may be asked for on an outlet's word: what is not <see cref="IsOthers"/>, what lies on the host of another on
    /// which a road of its own stands, and what belongs to one that nobody else asks.
    /// </summary>
    public bool MayName(SourceDefinition source, Uri address) =>
        !IsOthers(source, address)
        || (ByHost(WithoutWww(address.IdnHost)) is { } owner && (!owner.Enabled || source.Roads.Any(road => ByHost(WithoutWww(new Uri(road.Url).IdnHost))?.Id == owner.Id)));

    /// <summary>Whether an address has left its road's host and all of its outlet's.</summary>
    public bool IsElsewhere(SourceDefinition source, RoadDefinition road, Uri address) =>
        !WithoutWww(new Uri(road.Url).IdnHost).Equals(WithoutWww(address.IdnHost), StringComparison.OrdinalIgnoreCase) && ByHost(WithoutWww(address.IdnHost))?.Id != source.Id;

    /// <summary>As an outlet is found by it: a dot at the end names the same server.</summary>
    public static string WithoutWww(string host)
    {
        var name = host.TrimEnd('.');
        return name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
    }

    private static string PlaceOf(Uri address) => WithoutWww(address.Authority) + address.PathAndQuery.TrimEnd('/');

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
}
