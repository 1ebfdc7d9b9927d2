using System.Text.Json;
using System.Text.Json.Serialization;
using KzNewsBot.Text;

namespace KzNewsBot.Localization;

/// <summary>The phrases of every language we answer in, read from the embedded phrase files.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<Language, Words> _words;

    public PhraseBook() => _words = Languages.ToDictionary(language => language, language => new Words(language, Load(language)));

    /// <summary>In the order in which a chat is offered them.</summary>
    public static IReadOnlyList<Language> Languages { get; } = [Language.Kazakh, Language.Russian, Language.English];

    /// <summary>Russian stands in where a chat has no language of ours: most of our readers share it.</summary>
    public Words In(Language? language) => _words.GetValueOrDefault(language ?? Language.Russian) ?? _words[Language.Russian];

    internal static IReadOnlyDictionary<string, PhraseText> Load(Language language)
    {
        var name = $"KzNewsBot.Localization.phrases.{language.Code()}.json";
        using var stream = typeof(PhraseBook).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The phrase file {name} is not embedded.");
        var raw = JsonSerializer.Deserialize(stream, PhraseJson.Default.DictionaryStringJsonElement) ?? [];
        return raw.ToDictionary(pair => pair.Key, pair => PhraseText.Read(pair.Value), StringComparer.Ordinal);
    }
}

/// <summary>A phrase as the file has it: one text, or one for each plural category.</summary>
internal sealed record PhraseText(string Plain, IReadOnlyDictionary<PluralCategory, string> Forms)
{
    public string Form(PluralCategory category) => Forms.TryGetValue(category, out var form) ? form : Plain;

    public static PhraseText Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return new PhraseText(element.GetString() ?? "", new Dictionary<PluralCategory, string>());
        }

        var forms = element.EnumerateObject().ToDictionary(
            property => Enum.Parse<PluralCategory>(property.Name, ignoreCase: true),
            property => property.Value.GetString() ?? "");
        return new PhraseText("", forms);
    }
}

[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class PhraseJson : JsonSerializerContext;
