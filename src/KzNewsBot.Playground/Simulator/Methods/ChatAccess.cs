using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>Finds the chat of a request and says whether the bot may read or write there.</summary>
internal static class ChatAccess
{
    public static SimulatedChat Find(SimulatedWorld world, string chatId)
    {
        if (chatId.Length == 0)
        {
            throw ApiErrorException.BadRequest("chat_id is empty");
        }

        if (chatId.StartsWith('@'))
        {
            return world.Chats.Values.FirstOrDefault(chat =>
                    !chat.IsPrivate && string.Equals(chat.Username, chatId[1..], StringComparison.OrdinalIgnoreCase))
                ?? throw ApiErrorException.BadRequest("chat not found");
        }

        var known = long.TryParse(chatId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id);
        if (known && world.Chats.TryGetValue(id, out var found))
        {
            return found;
        }

        // A person the bot has seen in a group, but who never opened a chat with it.
        return known && world.Users.TryGetValue(id, out var user) && id != world.Bot.User.Id
            ? new SimulatedChat { Id = id, Kind = ChatKind.Private, Title = user.FirstName, Username = user.Username }
            : throw ApiErrorException.BadRequest("chat not found");
    }

    /// <summary>The chat, if the bot is inside. Whether a person blocked the bot is found out later, by <see cref="RefuseByCore"/>.</summary>
    public static SimulatedChat FindOpen(ApiCall call)
    {
        var chat = Find(call.World, call.Text("chat_id"));
        RefuseClosed(call.World, chat);
        return chat;
    }

    /// <summary>The topic a message goes to; the parameter is ignored in chats without topics.</summary>
    public static int? FindTopic(ApiCall call, SimulatedChat chat)
    {
        var thread = (int)call.Number("message_thread_id");
        if (thread == 0 || !chat.IsForum)
        {
            return null;
        }

        return chat.Topics.ContainsKey(thread) ? thread : throw ApiErrorException.BadRequest("message thread not found");
    }

    public static void RefuseWithoutRightToSend(SimulatedChat chat, string what)
    {
        if (chat.BotStatus == MemberStatus.Restricted)
        {
            throw ApiErrorException.BadRequest($"not enough rights to send {what} to the chat");
        }
    }

    public static void RefuseChannelPost(SimulatedChat chat)
    {
        if (chat.Kind == ChatKind.Channel && !chat.BotIsAdministrator)
        {
            throw ApiErrorException.BadRequest("need administrator rights in the channel chat");
        }
    }

    /// <summary>What only the core behind the Bot API server knows.</summary>
    public static void RefuseByCore(SimulatedChat chat, int? thread)
    {
        if (chat.IsPrivate && chat.BotStatus == MemberStatus.Kicked)
        {
            throw ApiErrorException.Forbidden("bot was blocked by the user");
        }

        if (chat.IsPrivate && !chat.IsStarted)
        {
            throw ApiErrorException.Forbidden("bot can't initiate conversation with a user");
        }

        if (thread is not { } id || !chat.Topics.TryGetValue(id, out var topic))
        {
            return;
        }

        if (topic.IsDeleted)
        {
            throw ApiErrorException.BadRequest("TOPIC_DELETED");
        }

        if (topic.IsClosed && !chat.BotIsAdministrator)
        {
            throw ApiErrorException.BadRequest("TOPIC_CLOSED");
        }
    }

    private static void RefuseClosed(SimulatedWorld world, SimulatedChat chat)
    {
        if (chat.IsPrivate)
        {
            if (world.Users.TryGetValue(chat.Id, out var user) && user.IsDeactivated)
            {
                throw ApiErrorException.Forbidden("user is deactivated");
            }

            return;
        }

        if (chat.MigratedTo is { } target)
        {
            throw ApiErrorException.BadRequest(
                "group chat was upgraded to a supergroup chat",
                new JsonObject { ["migrate_to_chat_id"] = target });
        }

        if (chat.IsDeleted)
        {
            throw ApiErrorException.Forbidden("the group chat was deleted");
        }

        switch (chat.BotStatus)
        {
            case MemberStatus.Kicked:
                throw ApiErrorException.Forbidden($"bot was kicked from the {chat.KindName} chat");
            case MemberStatus.Left:
                throw ApiErrorException.Forbidden($"bot is not a member of the {chat.KindName} chat");
        }
    }
}
