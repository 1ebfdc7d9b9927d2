using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;

namespace KzNewsBot.Playground.Simulator.Methods;

internal static class SendChatAction
{
    /// <summary>How long a client shows the action, in seconds.</summary>
    private const int ShownSeconds = 5;

    private static readonly IReadOnlyList<string> Known =
    [
        "cancel", "typing", "record_video", "upload_video", "record_voice", "record_audio", "upload_voice", "upload_audio",
        "upload_photo", "upload_document", "choose_sticker", "pick_up_location", "find_location", "record_video_note", "upload_video_note",
    ];

    public static ApiAnswer Run(ApiCall call)
    {
        var action = call.Text("action").ToLowerInvariant();
        if (!Known.Contains(action, StringComparer.Ordinal))
        {
            throw ApiErrorException.BadRequest("wrong parameter action in request");
        }

        var chat = ChatAccess.FindOpen(call);
        ChatAccess.RefuseByCore(chat, ChatAccess.FindTopic(call, chat));
        call.World.Events.Publish("typing", new JsonObject { ["chatId"] = chat.Id, ["action"] = action, ["seconds"] = ShownSeconds });
        return ApiAnswer.Success(JsonValue.Create(true));
    }
}
