using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>sendPhoto and sendMediaGroup (photos only).</summary>
internal static class SendPhotos
{
    private const int MaximumCaption = 1024;
    private const int MaximumAlbum = 10;

    public static ApiAnswer One(ApiCall call)
    {
        if (call.Text("photo").Length == 0 && !call.Parameters.Files.ContainsKey("photo"))
        {
            throw ApiErrorException.BadRequest("there is no photo in the request");
        }

        var photo = PhotoInput.Read(call, call.Text("photo"), "photo");
        var (text, entities) = InputText.Read(call, "caption", "caption_entities");
        var outgoing = OutgoingMessage.Read(call);
        var caption = PrepareCaption(call, "caption", text, entities);
        outgoing.PassCore("photos", caption);
        return ApiAnswer.Success(BotApiJson.Message(call.World, outgoing.Chat, outgoing.Post(caption, photo)));
    }

    public static ApiAnswer Album(ApiCall call)
    {
        if (call.Json("media") is not { ValueKind: JsonValueKind.Array } media)
        {
            throw ApiErrorException.BadRequest("can't parse media JSON object");
        }

        if (media.GetArrayLength() == 0)
        {
            throw ApiErrorException.BadRequest("there are no messages to send");
        }

        if (media.GetArrayLength() > MaximumAlbum)
        {
            throw ApiErrorException.BadRequest("too many messages to send as an album");
        }

        if (media.GetArrayLength() == 1)
        {
            call.Remark("media", "an album has 2 to 10 items");
        }

        var items = media.EnumerateArray().Select((item, index) => ReadItem(call, item, index)).ToList();
        var outgoing = OutgoingMessage.Read(call);
        outgoing.PassCore("photos", [.. items.Select(item => item.Caption)]);
        var group = call.World.NextQueryId();
        var sent = items.Select(item => (JsonNode)BotApiJson.Message(
            call.World,
            outgoing.Chat,
            outgoing.Post(item.Caption, item.Photo, group)));
        return ApiAnswer.Success(new JsonArray([.. sent]));
    }

    private static (PhotoFile Photo, FormattedText Caption) ReadItem(ApiCall call, JsonElement item, int index)
    {
        if (item.ValueKind != JsonValueKind.Object || JsonFields.String(item, "type") is not "photo")
        {
            throw ApiErrorException.BadRequest("can't parse InputMedia: the simulator knows photos only");
        }

        var path = $"media[{index}].caption";
        JsonElement? entities = item.TryGetProperty("caption_entities", out var array) ? array : null;
        var (text, parsed) = InputText.Parse(
            call,
            path,
            JsonFields.String(item, "caption") ?? "",
            JsonFields.String(item, "parse_mode") ?? "",
            entities);
        var caption = PrepareCaption(call, path, text, parsed);
        try
        {
            return (PhotoInput.Read(call, JsonFields.String(item, "media") ?? "", ""), caption);
        }
        catch (ApiErrorException e)
        {
            var reason = e.Message[(e.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..];
            throw ApiErrorException.BadRequest($"failed to send message #{index + 1} with the error message \"{reason}\"");
        }
    }

    private static FormattedText PrepareCaption(ApiCall call, string path, string text, IReadOnlyList<TextEntity> entities)
    {
        var caption = call.Prepare(path, text, entities);
        return caption.CodePoints <= MaximumCaption ? caption : throw ApiErrorException.BadRequest("message caption is too long");
    }
}
