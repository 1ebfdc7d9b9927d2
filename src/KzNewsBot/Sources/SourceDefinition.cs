using System.Text.Json.Serialization;
using KzNewsBot.Text;

namespace KzNewsBot.Sources;

/// <summary>
/// An outlet in the registry file: facts, never a judgement. Lists have setters because generated JSON code gives an
/// init-only property that the file leaves out null instead of its initial value.
/// </summary>
internal sealed record SourceDefinition
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in other languages, by language code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> Aliases { get; set; } = [];

    public IReadOnlyList<string> Hosts { get; set; } = [];

    public string? Homepage { get; init; }

    public string? Country { get; init; }

    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>One of <see cref="Sides.All"/>.</summary>
    public required string Side { get; init; }

    /// <summary>Who owns the outlet, by language code.</summary>
    public IReadOnlyDictionary<string, string> Owner { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool Enabled { get; init; }

    public string NameIn(Language language) => Names.GetValueOrDefault(language.Code()) ?? Name;
}

/// <summary>Who speaks. The label says who owns an outlet, never who is right.</summary>
internal static class Sides
{
    public const string Archive = "archive";

    /// <summary>In the order in which a story lists them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "kz-official", "kz-state", "kz-independent", "russia", "csto", "west", "un", "china-sco", "turkey-ots", "regional", Archive,
    ];
}

internal sealed record SourceFile(IReadOnlyList<SourceDefinition> Sources);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(SourceFile))]
internal sealed partial class SourceJson : JsonSerializerContext;
