using System.Text.Json;
using System.Text.Json.Serialization;

namespace KzNewsBot.Playground.Newsroom.Outlets;

/// <summary>Every invented outlet, and which host names are theirs.</summary>
internal sealed class OutletBook
{
    private readonly Dictionary<string, Outlet> _byId;
    private readonly Dictionary<string, Outlet> _byLabel = new(StringComparer.OrdinalIgnoreCase);

    private OutletBook(IReadOnlyList<Outlet> outlets)
    {
        All = outlets;
        _byId = outlets.ToDictionary(outlet => outlet.Id, StringComparer.Ordinal);
        foreach (var outlet in outlets)
        {
            foreach (var label in outlet.Feeds.Select(feed => feed.Label ?? outlet.Label).Append(outlet.Label).Distinct(StringComparer.Ordinal))
            {
                _byLabel.Add(label, outlet);
            }
        }
    }

    public IReadOnlyList<Outlet> All { get; }

    /// <summary>Host labels, those of feeds elsewhere included.</summary>
    public IEnumerable<string> Labels => _byLabel.Keys;

    public static OutletBook Load() =>
        new(JsonSerializer.Deserialize(Resources.Read("Outlets/outlets.json"), OutletJson.Default.OutletFile)?.Outlets
            ?? throw new InvalidOperationException("outlets.json is empty."));

    public Outlet Get(string id) => _byId[id];

    public Outlet? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public Outlet? FindByLabel(string label) => _byLabel.GetValueOrDefault(label);
}

internal sealed record OutletFile(IReadOnlyList<Outlet> Outlets);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(OutletFile))]
internal sealed partial class OutletJson : JsonSerializerContext;
