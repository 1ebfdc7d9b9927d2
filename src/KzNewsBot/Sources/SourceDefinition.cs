using System.Text.Json.Serialization;
using KzNewsBot.Text;

namespace KzNewsBot.Sources;

/// <summary>What the words about an owner rest on.</summary>
internal enum Certainty
{
    /// <summary>The outlet itself, a register or a named report says so.</summary>
    Evidenced,

    /// <summary>Widely known, not checked by us.</summary>
    GeneralKnowledge,
}

/// <summary>
/// An outlet in the registry file: facts, never a judgement. Lists have setters because generated JSON code gives an
/// init-only property that the file leaves out null instead of its initial value.
/// </summary>
internal sealed record SourceDefinition
{
    /// <summary>Stable: stored articles refer to it. Lower-case Latin letters, digits and hyphens, at most 40.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in other languages, by language code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> Aliases { get; set; } = [];

    /// <summary>Lower-case, without scheme and "www."; subdomains belong to it.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>Hosts of old articles, where nothing new appears.</summary>
    public IReadOnlyList<string> RetiredHosts { get; set; } = [];

    public string? Homepage { get; init; }

    /// <summary>ISO 3166 alpha-2 of the seat, or INT for an organisation of states and an outlet without one country.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 639-1 codes of what it publishes in, ours (ru, kk, en) and others.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>One of <see cref="Sides.All"/>.</summary>
    public required string Side { get; init; }

    /// <summary>Who owns the outlet, by language code.</summary>
    public IReadOnlyDictionary<string, string> Owner { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why we say so and how sure it is, by language code; shown to readers.</summary>
    public IReadOnlyDictionary<string, string> Basis { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Certainty? Certainty { get; init; }

    /// <summary>Collected unless the operator says otherwise.</summary>
    public bool Enabled { get; init; }

    /// <summary>Why it is collected or not, by language code.</summary>
    public IReadOnlyDictionary<string, string> Why { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Best first, within each language: see <see cref="RoadsIn"/>.</summary>
    public IReadOnlyList<RoadDefinition> Roads { get; set; } = [];

    public string NameIn(Language language) => Names.GetValueOrDefault(language.Code()) ?? Name;

    /// <summary>
    /// The roads that bring a language, best first. They are alternatives: the first that works is enough, the others stand
    /// by, unless they are to be polled <see cref="RoadDefinition.Always"/>. A road without a language may bring any of the outlet's.
    /// </summary>
    public IEnumerable<RoadDefinition> RoadsIn(Language language) =>
        Roads.Where(road => road.Language is null || LanguageCodes.Parse(road.Language) == language);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SourceDefinition))]
internal sealed partial class SourceJson : JsonSerializerContext;
