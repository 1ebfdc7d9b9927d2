using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>pinChatMessage and unpinChatMessage.</summary>
internal static class Pins
{
    public static ApiAnswer Pin(ApiCall call)
    {
        var (chat, message) = Find(call, (int)Math.Clamp(call.Number("message_id"), 0, int.MaxValue), "message to pin not found");
        chat.Pinned.Remove(message.Id);
        chat.Pinned.Add(message.Id);
        call.World.Add(chat, new SimulatedMessage
        {
            IsFromBot = true,
            Sender = chat.Kind == ChatKind.Channel ? null : call.World.Bot.User,
            Service = new JsonObject { ["pinned_message"] = BotApiJson.Message(call.World, chat, message, withReply: false) },
            ServiceSentence = "A message was pinned",
        });
        call.World.Announce(chat);
        return ApiAnswer.Success(JsonValue.Create(true));
    }

    public static ApiAnswer Unpin(ApiCall call)
    {
        var chat = ChatAccess.FindOpen(call);
        var asked = (int)Math.Clamp(call.Number("message_id"), 0, int.MaxValue);
        var (_, message) = Find(call, asked > 0 ? asked : chat.Pinned.LastOrDefault(), "message to unpin not found");
        chat.Pinned.Remove(message.Id);
        call.World.Announce(chat);
        return ApiAnswer.Success(JsonValue.Create(true));
    }

    private static (SimulatedChat Chat, SimulatedMessage Message) Find(ApiCall call, int messageId, string absent)
    {
        var chat = ChatAccess.FindOpen(call);
        if (!chat.Messages.TryGetValue(messageId, out var message))
        {
            throw ApiErrorException.BadRequest(absent);
        }

        if (!chat.IsPrivate && !chat.BotIsAdministrator)
        {
            throw ApiErrorException.BadRequest("not enough rights to manage pinned messages in the chat");
        }

        ChatAccess.RefuseByCore(chat, thread: null);
        return (chat, message);
    }
}
