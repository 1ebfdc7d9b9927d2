using System.Text.Json;
using System.Text.Json.Serialization;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Delivery;

/// <summary>An edition's messages as they are kept: what was composed is what is sent, also after a restart.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<RenderedMessage>))]
internal sealed partial class EditionJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<RenderedMessage> messages) => JsonSerializer.Serialize([.. messages], Default.ListRenderedMessage);

    public static IReadOnlyList<RenderedMessage> Read(string json) => JsonSerializer.Deserialize(json, Default.ListRenderedMessage) ?? [];
}
