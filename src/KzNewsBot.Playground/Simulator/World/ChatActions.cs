using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Control;

namespace KzNewsBot.Playground.Simulator.World;

/// <summary>What people do to a chat as a whole: block, kick, promote, migrate, open and close topics. The world's lock is held.</summary>
internal static class ChatActions
{
    private const int LongestSlowMode = 3600;
    private const long SupergroupBase = -1_001_000_000_000;

    public static SimulatedChat Create(SimulatedWorld world, ChatKind kind, string title, long? id, string? language, bool isForum, long? owner = null)
    {
        if (kind == ChatKind.Private)
        {
            return People.OpenPrivateChat(world, id ?? world.Users.Keys.Max() + 1, title, language);
        }

        var chatId = id ?? NextId(world, kind);
        if (chatId >= 0 || world.Chats.ContainsKey(chatId))
        {
            throw ControlErrorException.Conflict($"The id {chatId} is taken or not negative.");
        }

        var chat = new SimulatedChat { Id = chatId, Kind = kind, Title = title, IsForum = isForum, BotStatus = MemberStatus.Left };
        world.Chats[chatId] = chat;
        var creator = People.Acting(world, chat, owner);
        chat.Members[creator.Id] = MemberStatus.Creator;
        Add(world, chat, creator);
        return chat;
    }

    /// <summary>Plays one action and returns its result, if it has one beside success.</summary>
    public static JsonObject Play(SimulatedWorld world, SimulatedChat chat, string action, ActionDetails details)
    {
        var by = People.Acting(world, chat, details.From);
        switch (action)
        {
            case "start":
                return Start(world, OnlyPrivate(chat), details.Payload);
            case "block":
                People.ChangeBotStatus(world, OnlyPrivate(chat), by, MemberStatus.Kicked);
                break;
            case "unblock":
                People.ChangeBotStatus(world, OnlyPrivate(chat), by, MemberStatus.Member);
                break;
            case "deactivate":
                world.EnsureUser(OnlyPrivate(chat).Id).IsDeactivated = true;
                world.Announce(chat);
                break;
            case "kick":
                People.ChangeBotStatus(world, OnlyShared(chat), by, MemberStatus.Kicked);
                break;
            case "add":
                Add(world, OnlyShared(chat), by);
                break;
            case "promote":
                People.ChangeBotStatus(world, OnlyShared(chat), by, MemberStatus.Administrator);
                break;
            case "demote":
                People.ChangeBotStatus(world, OnlyShared(chat), by, MemberStatus.Member);
                break;
            case "restrict":
                People.ChangeBotStatus(world, OnlyShared(chat), by, MemberStatus.Restricted);
                break;
            case "link":
                Discussions.Link(world, chat, details.Chat);
                break;
            case "slowMode":
                Slow(world, chat, details.Seconds);
                break;
            case "delete":
                OnlyShared(chat).IsDeleted = true;
                world.Announce(chat);
                break;
            case "migrate":
                return new JsonObject { ["migratedTo"] = Migrate(world, chat, by) };
            case "createTopic" or "closeTopic" or "reopenTopic" or "deleteTopic":
                return PlayTopic(world, chat, by, action, details);
            default:
                throw ControlErrorException.BadRequest($"The action \"{action}\" is not known.");
        }

        return [];
    }

    private static JsonObject Start(SimulatedWorld world, SimulatedChat chat, string? payload)
    {
        People.ChangeBotStatus(world, chat, world.EnsureUser(chat.Id), MemberStatus.Member);
        var text = string.IsNullOrEmpty(payload) ? "/start" : "/start " + payload;
        var (_, message) = People.Write(world, chat.Id, new WrittenMessage(text));
        return new JsonObject { ["messageId"] = message.Id };
    }

    private static void Add(SimulatedWorld world, SimulatedChat chat, SimulatedUser by)
    {
        People.ChangeBotStatus(world, chat, by, chat.Kind == ChatKind.Channel ? MemberStatus.Administrator : MemberStatus.Member);
        if (chat.Kind != ChatKind.Channel)
        {
            var service = new JsonObject { ["new_chat_members"] = new JsonArray(BotApiJson.User(world.Bot.User)) };
            People.Serve(world, chat, by, service, $"{by.FirstName} added {world.Bot.User.FirstName}");
        }
    }

    private static long Migrate(SimulatedWorld world, SimulatedChat chat, SimulatedUser by)
    {
        if (chat.Kind != ChatKind.Group || chat.MigratedTo is not null)
        {
            throw ControlErrorException.Conflict("Only a basic group can become a supergroup, and only once.");
        }

        var target = new SimulatedChat { Id = NextId(world, ChatKind.Supergroup), Kind = ChatKind.Supergroup, Title = chat.Title, BotStatus = MemberStatus.Left };
        foreach (var (userId, status) in chat.Members)
        {
            target.Members[userId] = status;
        }

        world.Chats[target.Id] = target;
        Enter(world, chat, target, by);
        People.Serve(world, target, by, new JsonObject { ["migrate_from_chat_id"] = chat.Id }, "The group became a supergroup");
        People.Serve(world, chat, by, new JsonObject { ["migrate_to_chat_id"] = target.Id }, "The group became a supergroup");
        chat.MigratedTo = target.Id;
        world.Announce(chat);
        world.Announce(target);
        return target.Id;
    }

    /// <summary>To a bot the new chat begins with its own joining, before anything tells where the chat comes from.</summary>
    private static void Enter(SimulatedWorld world, SimulatedChat chat, SimulatedChat target, SimulatedUser by)
    {
        if (chat.BotStatus is MemberStatus.Left or MemberStatus.Kicked)
        {
            target.BotStatus = chat.BotStatus;
            return;
        }

        People.ChangeBotStatus(world, target, by, chat.BotStatus);
    }

    private static void Slow(SimulatedWorld world, SimulatedChat chat, int? seconds)
    {
        if (chat.Kind != ChatKind.Supergroup)
        {
            throw ControlErrorException.Conflict("Only a supergroup has a slow mode.");
        }

        chat.SlowModeSeconds = seconds is >= 0 and <= LongestSlowMode
            ? seconds.Value
            : throw ControlErrorException.BadRequest($"Give \"seconds\", 0 to {LongestSlowMode}.");
        world.Announce(chat);
    }

    private static JsonObject PlayTopic(SimulatedWorld world, SimulatedChat chat, SimulatedUser by, string action, ActionDetails details)
    {
        if (chat.Kind != ChatKind.Supergroup)
        {
            throw ControlErrorException.Conflict("Only a supergroup has topics.");
        }

        if (action is "createTopic")
        {
            chat.IsForum = true;
            var name = details.Name ?? "Topic";
            // The topic's id is the id of the message that opened it.
            var id = chat.LastMessageId + 1;
            chat.Topics[id] = new SimulatedTopic { Id = id, Name = name };
            var created = new JsonObject { ["forum_topic_created"] = new JsonObject { ["name"] = name, ["icon_color"] = 7322096 } };
            People.Serve(world, chat, by, created, $"Topic “{name}” was created", id);
            world.Announce(chat);
            return new JsonObject { ["thread"] = id };
        }

        var topic = chat.Topics.GetValueOrDefault(details.Thread ?? 0)
            ?? throw ControlErrorException.NotFound("Name an existing topic in \"thread\".");
        if (action is "deleteTopic")
        {
            topic.IsDeleted = true;
        }
        else
        {
            topic.IsClosed = action is "closeTopic";
            var service = new JsonObject { [topic.IsClosed ? "forum_topic_closed" : "forum_topic_reopened"] = new JsonObject() };
            People.Serve(world, chat, by, service, topic.IsClosed ? "The topic was closed" : "The topic was reopened", topic.Id);
        }

        world.Announce(chat);
        return [];
    }

    private static long NextId(SimulatedWorld world, ChatKind kind)
    {
        var id = kind == ChatKind.Group ? -4_000_001 : SupergroupBase - 1;
        while (world.Chats.ContainsKey(id))
        {
            id--;
        }

        return id;
    }

    private static SimulatedChat OnlyPrivate(SimulatedChat chat) =>
        chat.IsPrivate ? chat : throw ControlErrorException.Conflict("This works in private chats only.");

    private static SimulatedChat OnlyShared(SimulatedChat chat) =>
        chat.IsPrivate ? throw ControlErrorException.Conflict("This does not work in private chats.") : chat;
}

/// <summary>The further fields of an action; each action reads its own.</summary>
internal sealed record ActionDetails(long? From = null, string? Payload = null, int? Thread = null, string? Name = null, int? Seconds = null, long? Chat = null);
