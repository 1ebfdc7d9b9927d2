using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;

namespace Telegram.Bot;

public static class JsonBotAPI
{
    public static JsonSerializerOptions Options { get; } = Create();

    internal static JsonTypeInfo<T> InfoOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(BotJsonContext.Default.Options)
        {
            // A Cyrillic letter takes two bytes instead of the six of its escape; no browser reads this JSON.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly();
        return options;
    }
}
