using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Text;

namespace KzNewsBot.Playground.Simulator.World;

/// <summary>Bot API objects as the server writes them.</summary>
internal static class BotApiJson
{
    public static JsonObject User(SimulatedUser user)
    {
        var json = new JsonObject { ["id"] = user.Id, ["is_bot"] = user.IsBot, ["first_name"] = user.FirstName };
        Put(json, "username", user.Username);
        Put(json, "language_code", user.IsBot ? null : user.LanguageCode);
        return json;
    }

    public static JsonObject Chat(SimulatedChat chat)
    {
        var json = new JsonObject { ["id"] = chat.Id, [chat.IsPrivate ? "first_name" : "title"] = chat.Title };
        Put(json, "username", chat.Username);
        json["type"] = chat.KindName;
        if (chat.IsForum)
        {
            json["is_forum"] = true;
        }

        return json;
    }

    /// <summary>All that Telegram tells of an old message whose button is pressed; a date of 0 marks it.</summary>
    public static JsonObject InaccessibleMessage(SimulatedChat chat, SimulatedMessage message) =>
        new() { ["chat"] = Chat(chat), ["message_id"] = message.Id, ["date"] = 0 };

    public static JsonObject Message(SimulatedWorld world, SimulatedChat chat, SimulatedMessage message, bool withReply = true)
    {
        var json = new JsonObject { ["message_id"] = message.Id };
        if (message.Sender is not null)
        {
            json["from"] = User(message.Sender);
        }
        else
        {
            json["sender_chat"] = Chat(chat);
        }

        json["chat"] = Chat(chat);
        json["date"] = message.Date.ToUnixTimeSeconds();
        if (message.EditedAt is { } edited)
        {
            json["edit_date"] = edited.ToUnixTimeSeconds();
        }

        if (message.ThreadId is { } thread)
        {
            json["message_thread_id"] = thread;
            if (chat.Topics.ContainsKey(thread))
            {
                json["is_topic_message"] = true;
            }
        }

        PutAll(json, message.Forward);
        if (withReply && message.ReplyTo is { } replyTo && chat.Messages.TryGetValue(replyTo, out var replied))
        {
            json["reply_to_message"] = Message(world, chat, replied, withReply: false);
        }

        PutContent(world, json, message);
        return json;
    }

    public static JsonArray Entities(SimulatedWorld world, IEnumerable<TextEntity> entities) =>
        [.. entities.Select(entity => (JsonNode)Entity(world, entity))];

    public static string Status(MemberStatus status) => status switch
    {
        MemberStatus.Left => "left",
        MemberStatus.Member => "member",
        MemberStatus.Restricted => "restricted",
        MemberStatus.Administrator => "administrator",
        MemberStatus.Creator => "creator",
        _ => "kicked",
    };

    public static JsonObject Member(SimulatedUser user, MemberStatus status, ChatKind kind)
    {
        var json = new JsonObject { ["status"] = Status(status), ["user"] = User(user) };
        switch (status)
        {
            case MemberStatus.Administrator:
                PutFlags(json, AdministratorRights, value: true);
                PutFlags(json, kind == ChatKind.Channel ? ["can_post_messages", "can_edit_messages"] : ["can_pin_messages", "can_manage_topics"], value: true);
                PutFlags(json, ["can_be_edited", "is_anonymous"], value: false);
                break;
            case MemberStatus.Creator:
                PutFlags(json, ["is_anonymous"], value: false);
                break;
            case MemberStatus.Restricted:
                json["is_member"] = true;
                json["until_date"] = 0;
                PutFlags(json, Permissions, value: false);
                break;
            case MemberStatus.Kicked:
                json["until_date"] = 0;
                break;
        }

        return json;
    }

    public static void PutFlags(JsonObject json, IEnumerable<string> names, bool value)
    {
        foreach (var name in names)
        {
            json[name] = value;
        }
    }

    public static readonly IReadOnlyList<string> Permissions =
    [
        "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
        "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
        "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users",
        "can_pin_messages", "can_manage_topics",
    ];

    private static readonly IReadOnlyList<string> AdministratorRights =
    [
        "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
        "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    ];

    private static void PutContent(SimulatedWorld world, JsonObject json, SimulatedMessage message)
    {
        if (message.Photo is { } photo)
        {
            json["photo"] = new JsonArray(Photo(photo));
        }

        Put(json, "media_group_id", message.MediaGroupId);
        if (message.Content.Text.Length > 0)
        {
            var prefix = message.Photo is null ? "" : "caption_";
            json[message.Photo is null ? "text" : "caption"] = message.Content.Text;
            if (message.Content.Entities.Count > 0)
            {
                json[prefix + "entities"] = Entities(world, message.Content.Entities);
            }
        }

        if (message.LinkPreview is not null)
        {
            json["link_preview_options"] = message.LinkPreview.DeepClone();
        }

        PutAll(json, message.Service);
        if (message.Keyboard is not null)
        {
            json["reply_markup"] = message.Keyboard.DeepClone();
        }
    }

    public static JsonObject Photo(PhotoFile photo) => new()
    {
        ["file_id"] = photo.FileId,
        ["file_unique_id"] = photo.UniqueId,
        ["width"] = photo.Width,
        ["height"] = photo.Height,
        ["file_size"] = photo.Size,
    };

    private static JsonObject Entity(SimulatedWorld world, TextEntity entity)
    {
        var json = new JsonObject { ["type"] = entity.Type, ["offset"] = entity.Offset, ["length"] = entity.Length };
        Put(json, "url", entity.Url);
        Put(json, "language", entity.Language);
        Put(json, "custom_emoji_id", entity.CustomEmojiId);
        Put(json, "date_time_format", entity.DateTimeFormat);
        if (entity.UnixTime is { } time)
        {
            json["unix_time"] = time;
        }

        if (entity.UserId is { } userId && world.Users.TryGetValue(userId, out var user))
        {
            json["user"] = User(user);
        }

        return json;
    }

    private static void PutAll(JsonObject json, JsonObject? fields)
    {
        foreach (var (name, value) in fields ?? [])
        {
            json[name] = value?.DeepClone();
        }
    }

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
