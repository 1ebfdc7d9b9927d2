using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>getChat, getChatMember, getChatMemberCount, getChatAdministrators, leaveChat.</summary>
internal static class ChatDetails
{
    public static ApiAnswer GetChat(ApiCall call)
    {
        var chat = ChatAccess.FindOpen(call);
        var json = BotApiJson.Chat(chat);
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        var gifts = new JsonObject();
        BotApiJson.PutFlags(
            gifts,
            ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"],
            value: chat.IsPrivate);
        json["accepted_gift_types"] = gifts;
        if (chat.Kind is ChatKind.Group or ChatKind.Supergroup)
        {
            json["permissions"] = new JsonObject();
            BotApiJson.PutFlags(json["permissions"]!.AsObject(), BotApiJson.Permissions, value: true);
        }

        if (chat.LinkedTo is { } linked)
        {
            json["linked_chat_id"] = linked;
        }

        if (chat.SlowModeSeconds > 0)
        {
            json["slow_mode_delay"] = chat.SlowModeSeconds;
        }

        if (chat.Pinned.Count > 0)
        {
            json["pinned_message"] = BotApiJson.Message(call.World, chat, chat.Messages[chat.Pinned[^1]]);
        }

        return ApiAnswer.Success(json);
    }

    public static ApiAnswer GetMember(ApiCall call)
    {
        var chat = ChatAccess.FindOpen(call);
        var userId = call.Number("user_id");
        if (userId <= 0)
        {
            throw ApiErrorException.BadRequest("invalid user_id specified");
        }

        var user = call.World.Users.GetValueOrDefault(userId) ?? throw ApiErrorException.BadRequest("user not found");
        return ApiAnswer.Success(BotApiJson.Member(user, StatusOf(call.World, chat, userId), chat.Kind));
    }

    public static ApiAnswer GetMemberCount(ApiCall call)
    {
        var chat = ChatAccess.FindOpen(call);
        return ApiAnswer.Success(JsonValue.Create(chat.IsPrivate ? 2 : 1 + chat.Members.Count(member => IsInside(member.Value))));
    }

    public static ApiAnswer GetAdministrators(ApiCall call)
    {
        var chat = ChatAccess.FindOpen(call);
        if (chat.IsPrivate)
        {
            throw ApiErrorException.BadRequest("there are no administrators in the private chat");
        }

        var administrators = chat.Members
            .Append(new KeyValuePair<long, MemberStatus>(call.World.Bot.User.Id, chat.BotStatus))
            .Where(member => member.Value is MemberStatus.Administrator or MemberStatus.Creator)
            .Select(member => (JsonNode)BotApiJson.Member(call.World.Users[member.Key], member.Value, chat.Kind));
        return ApiAnswer.Success(new JsonArray([.. administrators]));
    }

    public static ApiAnswer Leave(ApiCall call)
    {
        var chat = ChatAccess.FindOpen(call);
        if (chat.IsPrivate)
        {
            throw ApiErrorException.BadRequest("chat member status can't be changed in private chats");
        }

        People.ChangeBotStatus(call.World, chat, call.World.Bot.User, MemberStatus.Left);
        return ApiAnswer.Success(JsonValue.Create(true));
    }

    private static MemberStatus StatusOf(SimulatedWorld world, SimulatedChat chat, long userId)
    {
        if (userId == world.Bot.User.Id)
        {
            return chat.BotStatus;
        }

        return chat.IsPrivate && userId == chat.Id ? MemberStatus.Member : chat.Members.GetValueOrDefault(userId, MemberStatus.Left);
    }

    private static bool IsInside(MemberStatus status) => status is not (MemberStatus.Left or MemberStatus.Kicked);
}
