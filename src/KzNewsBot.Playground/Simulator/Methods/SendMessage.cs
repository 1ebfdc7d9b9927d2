using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

internal static class SendMessage
{
    public const int MaximumCodePoints = 4096;

    public static ApiAnswer Run(ApiCall call)
    {
        var preview = ReadLinkPreview(call);
        if (call.Text("text").Length == 0 && !call.Parameters.BrokenText)
        {
            throw ApiErrorException.BadRequest("message text is empty");
        }

        var (text, entities) = InputText.Read(call, "text", "entities");
        var outgoing = OutgoingMessage.Read(call);
        var content = Prepare(call, text, entities, preview);
        if (content.CodePoints > MaximumCodePoints)
        {
            throw ApiErrorException.BadRequest("message is too long");
        }

        outgoing.PassCore("text messages", content);
        var message = outgoing.Post(content, linkPreview: preview);
        return ApiAnswer.Success(BotApiJson.Message(call.World, outgoing.Chat, message));
    }

    public static FormattedText Prepare(ApiCall call, string text, IReadOnlyList<TextEntity> entities, JsonObject? preview)
    {
        var content = call.Prepare("text", text, entities);
        return content.Text.Length == 0 && preview?["url"] is null ? throw ApiErrorException.BadRequest("text must be non-empty") : content;
    }

    public static JsonObject? ReadLinkPreview(ApiCall call)
    {
        if (call.Text("link_preview_options").Length == 0)
        {
            return null;
        }

        if (!call.Parameters.TryJson("link_preview_options", out var json))
        {
            throw ApiErrorException.BadRequest("can't parse link preview options JSON object");
        }

        return json.Value.ValueKind == JsonValueKind.Object
            ? JsonNode.Parse(json.Value.GetRawText())!.AsObject()
            : throw ApiErrorException.BadRequest("object expected as link preview options");
    }
}
