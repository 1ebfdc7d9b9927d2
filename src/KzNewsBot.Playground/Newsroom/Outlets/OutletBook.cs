using System.Text.Json;
using System.Text.Json.Serialization;

namespace KzNewsBot.Playground.Newsroom.Outlets;

/// <summary>Every invented outlet, and which sites are theirs.</summary>
internal sealed class OutletBook
{
    private readonly Dictionary<string, Outlet> _byId;
    private readonly Dictionary<string, Outlet> _byLabel;

    private OutletBook(IReadOnlyList<Outlet> outlets)
    {
        All = outlets;
        _byId = outlets.ToDictionary(outlet => outlet.Id, StringComparer.Ordinal);
        var sites = outlets.SelectMany(outlet => outlet.Feeds.Select(feed => feed.Label ?? outlet.Label).Prepend(outlet.Label).Distinct(StringComparer.Ordinal).Select(label => (Label: label, Outlet: outlet))).ToList();
        Labels = [.. sites.Select(site => site.Label)];
        _byLabel = sites.ToDictionary(site => site.Label, site => site.Outlet, StringComparer.Ordinal);
    }

    public IReadOnlyList<Outlet> All { get; }

    /// <summary>One for each site, those of feeds elsewhere included, in the order of the file.</summary>
    public IReadOnlyList<string> Labels { get; }

    public static OutletBook Load() =>
        new(JsonSerializer.Deserialize(Resources.Read("Outlets/outlets.json"), OutletJson.Default.OutletFile)?.Outlets
            ?? throw new InvalidOperationException("outlets.json is empty."));

    public Outlet Get(string id) => _byId[id];

    public Outlet? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public Outlet ByLabel(string label) => _byLabel[label];
}

internal sealed record OutletFile(IReadOnlyList<Outlet> Outlets);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(OutletFile))]
internal sealed partial class OutletJson : JsonSerializerContext;
