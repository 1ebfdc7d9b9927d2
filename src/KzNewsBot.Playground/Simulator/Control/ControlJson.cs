using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Faults;
using KzNewsBot.Playground.Simulator.Validation;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Control;

/// <summary>The shapes the control API speaks.</summary>
internal static class ControlJson
{
    public static JsonObject Message(SimulatedWorld world, SimulatedChat chat, SimulatedMessage message)
    {
        var json = new JsonObject
        {
            ["messageId"] = message.Id,
            ["from"] = message.IsFromBot ? "bot" : "user",
            ["text"] = message.Content.Text,
            ["entities"] = BotApiJson.Entities(world, message.Content.Entities),
            ["replyMarkup"] = message.Keyboard?.DeepClone(),
            ["edited"] = message.EditedAt is not null,
            ["date"] = message.Date.ToUnixTimeSeconds(),
            ["sender"] = Sender(chat, message),
        };
        if (message.ThreadId is { } thread && chat.Topics.ContainsKey(thread))
        {
            json["thread"] = thread;
        }

        if (message.ReplyTo is { } replyTo)
        {
            json["replyTo"] = replyTo;
        }

        if (message.Photo is { } photo)
        {
            json["photo"] = new JsonObject
            {
                ["fileId"] = photo.FileId,
                ["url"] = photo.SourceUrl ?? "/sim/files/" + photo.FileId,
                ["width"] = photo.Width,
                ["height"] = photo.Height,
            };
        }

        if (message.ServiceSentence is not null)
        {
            json["service"] = message.ServiceSentence;
        }

        return json;
    }

    public static JsonObject Chat(SimulatedWorld world, SimulatedChat chat)
    {
        var json = new JsonObject
        {
            ["id"] = chat.Id,
            ["type"] = chat.KindName,
            ["title"] = chat.Title,
            ["botStatus"] = BotStatus(world, chat),
            ["lastMessage"] = chat.Messages.Count == 0 ? null : Message(world, chat, chat.Messages.Values.Last()),
        };
        if (chat.Pinned.Count > 0)
        {
            json["pinned"] = Message(world, chat, chat.Messages[chat.Pinned[^1]]);
        }

        if (chat.IsPrivate && world.Users.TryGetValue(chat.Id, out var user))
        {
            json["language"] = user.LanguageCode;
        }

        if (chat.MigratedTo is { } target)
        {
            json["migratedTo"] = target;
        }

        if (chat.Topics.Count > 0)
        {
            json["topics"] = new JsonArray([.. chat.Topics.Values.Where(topic => !topic.IsDeleted).Select(topic => (JsonNode)Topic(topic))]);
        }

        return json;
    }

    public static JsonObject Finding(Finding finding) => new()
    {
        ["time"] = Time(finding.Time),
        ["method"] = finding.Method,
        ["chat"] = finding.ChatId,
        ["path"] = finding.Path,
        ["sentence"] = finding.Sentence,
        ["level"] = finding.IsStyle ? "style" : "error",
    };

    public static JsonObject Request(LoggedRequest request) => new()
    {
        ["number"] = request.Number,
        ["time"] = Time(request.Time),
        ["method"] = request.Method,
        ["parameters"] = request.Parameters.DeepClone(),
        ["status"] = request.Status,
        ["description"] = request.Description,
        ["messageIds"] = new JsonArray([.. request.MessageIds.Select(id => (JsonNode)id)]),
        ["fault"] = request.Fault,
    };

    public static JsonObject Fault(Fault fault) => new()
    {
        ["kind"] = fault.Name,
        ["method"] = fault.Method,
        ["chatId"] = fault.ChatId,
        ["count"] = fault.Count,
    };

    public static JsonObject Clock(VirtualClock clock) => new() { ["now"] = Time(clock.GetUtcNow()) };

    /// <summary>A post that was forwarded is its channel's, whoever forwarded it.</summary>
    private static JsonObject Sender(SimulatedChat chat, SimulatedMessage message) => message.Forward?["sender_chat"] is { } channel
        ? new JsonObject { ["id"] = channel["id"]!.GetValue<long>(), ["name"] = channel["title"]!.GetValue<string>() }
        : new JsonObject { ["id"] = message.Sender?.Id ?? chat.Id, ["name"] = message.Sender?.FirstName ?? chat.Title };

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Topic(SimulatedTopic topic) => new()
    {
        ["thread"] = topic.Id,
        ["name"] = topic.Name,
        ["closed"] = topic.IsClosed,
    };

    /// <summary>Said for people: a private chat is blocked rather than kicked.</summary>
    private static string BotStatus(SimulatedWorld world, SimulatedChat chat)
    {
        if (chat.MigratedTo is not null)
        {
            return "migrated";
        }

        if (chat.IsDeleted)
        {
            return "deleted";
        }

        if (!chat.IsPrivate)
        {
            return BotApiJson.Status(chat.BotStatus);
        }

        var deactivated = world.Users.TryGetValue(chat.Id, out var user) && user.IsDeactivated;
        return (deactivated, chat.BotStatus, chat.IsStarted) switch
        {
            (true, _, _) => "deactivated",
            (_, MemberStatus.Kicked, _) => "blocked",
            (_, _, false) => "notStarted",
            _ => "member",
        };
    }
}
