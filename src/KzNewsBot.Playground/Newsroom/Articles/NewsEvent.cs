using System.Text.Json.Serialization;

namespace KzNewsBot.Playground.Newsroom.Articles;

/// <summary>When an event is reported for the first time.</summary>
internal enum EventPhase
{
    /// <summary>Before the newsroom opens; its start is minutes before the opening.</summary>
    Before,

    /// <summary>In the first minutes, article by article.</summary>
    Live,

    /// <summary>On one of the days after.</summary>
    Later,
}

/// <summary>Something invented that outlets report.</summary>
internal sealed record NewsEvent
{
    public required string Id { get; init; }

    public required EventPhase Phase { get; init; }

    /// <summary>Minutes: before the opening, or, for live events, only their order.</summary>
    public int Start { get; init; }

    /// <summary>Sport, weather and the like; nothing for a reader who follows security.</summary>
    public bool OffTopic { get; init; }

    /// <summary>
    /// Names and numbers that change each time the event happens again: word, then language ("" for all), then one text for
    /// each time.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Words { get; set; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);

    /// <param name="edition">How often the event happened before; the texts take turns.</param>
    public string? Word(string name, string language, int edition) =>
        Words.GetValueOrDefault(name) is { } byLanguage && (byLanguage.GetValueOrDefault(language) ?? byLanguage.GetValueOrDefault("")) is { } texts
            ? texts[edition % texts.Count]
            : null;
}

internal sealed record EventFile(IReadOnlyList<NewsEvent> Events);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(EventFile))]
internal sealed partial class EventJson : JsonSerializerContext;
