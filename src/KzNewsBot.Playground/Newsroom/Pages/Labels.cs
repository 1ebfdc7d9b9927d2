using System.Text.Json;
using System.Text.Json.Serialization;

namespace KzNewsBot.Playground.Newsroom.Pages;

/// <summary>The words around the articles, by language.</summary>
internal static class Labels
{
    private static readonly Dictionary<string, Dictionary<string, string>> ByLanguage =
        JsonSerializer.Deserialize(Resources.Read("Pages/labels.json"), LabelJson.Default.DictionaryStringDictionaryStringString)
        ?? throw new InvalidOperationException("labels.json is empty.");

    public static IReadOnlyCollection<string> Languages => ByLanguage.Keys;

    public static string Get(string language, string label) => ByLanguage[language][label];

    /// <summary>Stands at the bottom of every page.</summary>
    public static string Notice(string language) => Get(language, "notice");
}

[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class LabelJson : JsonSerializerContext;
