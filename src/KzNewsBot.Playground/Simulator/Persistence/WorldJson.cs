using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Persistence;

/// <summary>People, chats and messages as JSON and back.</summary>
internal static class WorldJson
{
    public static JsonObject Write(SimulatedWorld world) => new()
    {
        ["now"] = world.Now,
        ["lastSharedMessageId"] = world.LastSharedMessageId,
        ["bot"] = BotJson.Write(world.Bot),
        ["users"] = new JsonArray([.. world.Users.Values.Where(user => !user.IsBot).Select(user => (JsonNode)WriteUser(user))]),
        ["chats"] = new JsonArray([.. world.Chats.Values.Select(chat => (JsonNode)WriteChat(chat))]),
    };

    public static void Read(SimulatedWorld world, JsonObject json)
    {
        // A clock that was moved ahead must not fall back, or what happened then lies in the future.
        if (json["now"]?.GetValue<DateTimeOffset>() is { } then && then > world.Now)
        {
            world.Clock.Advance(then - world.Now);
        }

        world.LastSharedMessageId = json["lastSharedMessageId"]!.GetValue<int>();
        if (json["bot"] is JsonObject bot)
        {
            BotJson.Read(world.Bot, bot);
        }

        foreach (var user in json["users"]!.AsArray().Select(node => node!.AsObject()))
        {
            var read = world.EnsureUser(user["id"]!.GetValue<long>(), Text(user, "name"), Text(user, "language"));
            read.Username = Text(user, "username");
            read.LanguageCode = Text(user, "language");
            read.IsDeactivated = user["deactivated"]!.GetValue<bool>();
        }

        foreach (var chat in json["chats"]!.AsArray().Select(node => ReadChat(world, node!.AsObject())))
        {
            world.Chats[chat.Id] = chat;
        }
    }

    private static JsonObject WriteUser(SimulatedUser user) => new()
    {
        ["id"] = user.Id,
        ["name"] = user.FirstName,
        ["username"] = user.Username,
        ["language"] = user.LanguageCode,
        ["deactivated"] = user.IsDeactivated,
    };

    private static JsonObject WriteChat(SimulatedChat chat) => new()
    {
        ["id"] = chat.Id,
        ["kind"] = (int)chat.Kind,
        ["title"] = chat.Title,
        ["username"] = chat.Username,
        ["botStatus"] = (int)chat.BotStatus,
        ["started"] = chat.IsStarted,
        ["forum"] = chat.IsForum,
        ["deleted"] = chat.IsDeleted,
        ["migratedTo"] = chat.MigratedTo,
        ["linkedTo"] = chat.LinkedTo,
        ["slowMode"] = chat.SlowModeSeconds,
        ["lastMessageId"] = chat.LastMessageId,
        ["members"] = new JsonArray([.. chat.Members.Select(member => (JsonNode)new JsonArray(member.Key, (int)member.Value))]),
        ["pinned"] = new JsonArray([.. chat.Pinned.Select(id => (JsonNode)id)]),
        ["topics"] = new JsonArray([.. chat.Topics.Values.Select(topic => (JsonNode)new JsonObject
        {
            ["id"] = topic.Id,
            ["name"] = topic.Name,
            ["closed"] = topic.IsClosed,
            ["deleted"] = topic.IsDeleted,
        })]),
        ["messages"] = new JsonArray([.. chat.Messages.Values.Select(message => (JsonNode)WriteMessage(message))]),
    };

    private static SimulatedChat ReadChat(SimulatedWorld world, JsonObject json)
    {
        var chat = new SimulatedChat
        {
            Id = json["id"]!.GetValue<long>(),
            Kind = (ChatKind)json["kind"]!.GetValue<int>(),
            Title = Text(json, "title")!,
            Username = Text(json, "username"),
            BotStatus = (MemberStatus)json["botStatus"]!.GetValue<int>(),
            IsStarted = json["started"]!.GetValue<bool>(),
            IsForum = json["forum"]!.GetValue<bool>(),
            IsDeleted = json["deleted"]!.GetValue<bool>(),
            MigratedTo = json["migratedTo"]?.GetValue<long>(),
            LinkedTo = json["linkedTo"]?.GetValue<long>(),
            SlowModeSeconds = json["slowMode"]?.GetValue<int>() ?? 0,
            LastMessageId = json["lastMessageId"]!.GetValue<int>(),
        };
        foreach (var member in json["members"]!.AsArray())
        {
            chat.Members[member![0]!.GetValue<long>()] = (MemberStatus)member[1]!.GetValue<int>();
        }

        chat.Pinned.AddRange(json["pinned"]!.AsArray().Select(id => id!.GetValue<int>()));
        foreach (var topic in json["topics"]!.AsArray().Select(node => node!.AsObject()))
        {
            var id = topic["id"]!.GetValue<int>();
            chat.Topics[id] = new SimulatedTopic
            {
                Id = id,
                Name = Text(topic, "name")!,
                IsClosed = topic["closed"]!.GetValue<bool>(),
                IsDeleted = topic["deleted"]!.GetValue<bool>(),
            };
        }

        foreach (var message in json["messages"]!.AsArray().Select(node => ReadMessage(world, node!.AsObject())))
        {
            chat.Messages[message.Id] = message;
        }

        return chat;
    }

    private static JsonObject WriteMessage(SimulatedMessage message) => new()
    {
        ["id"] = message.Id,
        ["date"] = message.Date.UtcTicks,
        ["editedAt"] = message.EditedAt?.UtcTicks,
        ["sender"] = message.Sender?.Id,
        ["fromBot"] = message.IsFromBot,
        ["text"] = message.Content.Text,
        ["entities"] = new JsonArray([.. message.Content.Entities.Select(entity => (JsonNode)WriteEntity(entity))]),
        ["photo"] = message.Photo is { } photo ? new JsonArray(photo.FileId, photo.UniqueId, photo.Width, photo.Height, photo.Size, photo.SourceUrl) : null,
        ["group"] = message.MediaGroupId,
        ["keyboard"] = message.Keyboard?.DeepClone(),
        ["replyKeyboard"] = message.HasReplyKeyboard,
        ["thread"] = message.ThreadId,
        ["replyTo"] = message.ReplyTo,
        ["preview"] = message.LinkPreview?.DeepClone(),
        ["forward"] = message.Forward?.DeepClone(),
        ["service"] = message.Service?.DeepClone(),
        ["serviceSentence"] = message.ServiceSentence,
    };

    private static SimulatedMessage ReadMessage(SimulatedWorld world, JsonObject json) => new()
    {
        Id = json["id"]!.GetValue<int>(),
        Date = new DateTimeOffset(json["date"]!.GetValue<long>(), TimeSpan.Zero),
        EditedAt = json["editedAt"] is { } edited ? new DateTimeOffset(edited.GetValue<long>(), TimeSpan.Zero) : null,
        Sender = json["sender"] is { } sender ? world.EnsureUser(sender.GetValue<long>()) : null,
        IsFromBot = json["fromBot"]!.GetValue<bool>(),
        Content = new FormattedText(Text(json, "text")!, [.. json["entities"]!.AsArray().Select(node => ReadEntity(node!.AsObject()))]),
        Photo = json["photo"] is JsonArray photo
            ? new PhotoFile(
                photo[0]!.GetValue<string>(), photo[1]!.GetValue<string>(), photo[2]!.GetValue<int>(), photo[3]!.GetValue<int>(), photo[4]!.GetValue<int>(), photo[5]?.GetValue<string>())
            : null,
        MediaGroupId = Text(json, "group"),
        Keyboard = json["keyboard"]?.DeepClone().AsObject(),
        HasReplyKeyboard = json["replyKeyboard"]!.GetValue<bool>(),
        ThreadId = json["thread"]?.GetValue<int>(),
        ReplyTo = json["replyTo"]?.GetValue<int>(),
        LinkPreview = json["preview"]?.DeepClone().AsObject(),
        Forward = json["forward"]?.DeepClone().AsObject(),
        Service = json["service"]?.DeepClone().AsObject(),
        ServiceSentence = Text(json, "serviceSentence"),
    };

    private static JsonObject WriteEntity(TextEntity entity) => new()
    {
        ["type"] = entity.Type,
        ["offset"] = entity.Offset,
        ["length"] = entity.Length,
        ["url"] = entity.Url,
        ["userId"] = entity.UserId,
        ["language"] = entity.Language,
        ["emoji"] = entity.CustomEmojiId,
        ["time"] = entity.UnixTime,
        ["format"] = entity.DateTimeFormat,
    };

    private static TextEntity ReadEntity(JsonObject json) => new(Text(json, "type")!, json["offset"]!.GetValue<int>(), json["length"]!.GetValue<int>())
    {
        Url = Text(json, "url"),
        UserId = json["userId"]?.GetValue<long>(),
        Language = Text(json, "language"),
        CustomEmojiId = Text(json, "emoji"),
        UnixTime = json["time"]?.GetValue<long>(),
        DateTimeFormat = Text(json, "format"),
    };

    private static string? Text(JsonObject json, string name) => json[name]?.GetValue<string>();
}
