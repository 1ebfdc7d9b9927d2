using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Control;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.Updates;

namespace KzNewsBot.Playground.Simulator.World;

/// <summary>What people do, and the updates the bot gets of it. Every function expects the world's lock to be held.</summary>
internal static class People
{
    /// <summary>Acts in groups where nobody else is named.</summary>
    private const long DefaultPersonId = 700_001;

    public static SimulatedChat FindChat(SimulatedWorld world, long chatId) =>
        world.Chats.GetValueOrDefault(chatId) ?? throw ControlErrorException.NotFound($"There is no chat {chatId}.");

    public static SimulatedChat OpenPrivateChat(SimulatedWorld world, long userId, string? name = null, string? language = null)
    {
        if (userId == world.Bot.User.Id)
        {
            throw ControlErrorException.BadRequest("The bot cannot talk to itself.");
        }

        var user = world.EnsureUser(userId, name, language);
        if (!world.Chats.TryGetValue(userId, out var chat))
        {
            chat = new SimulatedChat { Id = userId, Kind = ChatKind.Private, Title = user.FirstName, Username = user.Username };
            world.Chats[userId] = chat;
            world.Announce(chat);
        }

        return chat;
    }

    public static (SimulatedChat Chat, SimulatedMessage Message) Write(SimulatedWorld world, long chatId, WrittenMessage written)
    {
        if (written.Text.Trim().Length == 0)
        {
            throw ControlErrorException.BadRequest("A message needs a text.");
        }

        var chat = chatId > 0 ? OpenPrivateChat(world, chatId, language: written.Language) : FindChat(world, chatId);
        RefuseClosed(world, chat);
        var sender = chat.Kind == ChatKind.Channel ? null : Acting(world, chat, written.From);
        if (written.Thread is { } thread && !chat.Topics.ContainsKey(thread))
        {
            throw ControlErrorException.NotFound($"There is no topic {thread} in this chat.");
        }

        chat.IsStarted = true;
        var message = world.Add(chat, new SimulatedMessage
        {
            Sender = sender,
            Content = FormattedText.Prepare(written.Text, []),
            ThreadId = written.Thread ?? Discussions.ThreadOf(chat, written.ReplyTo),
            ReplyTo = written.ReplyTo,
        });
        Tell(world, chat, message);
        Discussions.Forward(world, chat, message);
        return (chat, message);
    }

    /// <summary>The bot hears of the message, unless privacy keeps it out.</summary>
    public static void Tell(SimulatedWorld world, SimulatedChat chat, SimulatedMessage message)
    {
        if (ReachesBot(world, chat, message))
        {
            AddMessageUpdate(world, chat, message);
        }
    }

    public static CallbackQuery Press(SimulatedWorld world, long chatId, int messageId, string data, long? from)
    {
        // Also in a group that moved: some clients go on showing it, and their presses name the old chat.
        var chat = FindChat(world, chatId);
        RefuseAway(world, chat);
        var message = chat.Messages.GetValueOrDefault(messageId)
            ?? throw ControlErrorException.NotFound($"There is no message {messageId} in this chat.");
        if (!HasButton(message, data))
        {
            throw ControlErrorException.Conflict($"The message has no button with the data \"{data}\" now.");
        }

        var query = new CallbackQuery { Id = world.NextQueryId(), ChatId = chatId, MessageId = messageId, PressedAt = world.Now };
        world.CallbackQueries[query.Id] = query;
        var person = Acting(world, chat, from);
        var update = new JsonObject
        {
            ["id"] = query.Id,
            ["from"] = BotApiJson.User(person),
            ["message"] = world.Now - message.Date > CallbackQuery.MessageIsToldFor ? BotApiJson.InaccessibleMessage(chat, message) : BotApiJson.Message(world, chat, message),
            ["chat_instance"] = (chat.Id * 31).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["data"] = data,
        };
        world.Updates.Add("callback_query", update, CallbackQuery.Lifetime, $"user{person.Id}");
        return query;
    }

    public static InlineQuery Ask(SimulatedWorld world, long from, string text)
    {
        var person = world.EnsureUser(from);
        var query = new InlineQuery { Id = world.NextQueryId(), AskedAt = world.Now };
        world.InlineQueries[query.Id] = query;
        var update = new JsonObject { ["id"] = query.Id, ["from"] = BotApiJson.User(person), ["query"] = text, ["offset"] = "" };
        world.Updates.Add("inline_query", update, InlineQuery.Lifetime, $"user{person.Id}");
        return query;
    }

    public static void ChangeBotStatus(SimulatedWorld world, SimulatedChat chat, SimulatedUser by, MemberStatus status)
    {
        if (chat.BotStatus == status)
        {
            return;
        }

        var update = new JsonObject
        {
            ["chat"] = BotApiJson.Chat(chat),
            ["from"] = BotApiJson.User(by),
            ["date"] = world.Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = BotApiJson.Member(world.Bot.User, chat.BotStatus, chat.Kind),
            ["new_chat_member"] = BotApiJson.Member(world.Bot.User, status, chat.Kind),
        };
        chat.BotStatus = status;
        world.Updates.Add("my_chat_member", update, UpdateQueue.MessageLifetime, Key(chat));
        world.Announce(chat);
    }

    /// <summary>A service message, which the bot sees as an update unless it was just thrown out.</summary>
    public static SimulatedMessage Serve(
        SimulatedWorld world,
        SimulatedChat chat,
        SimulatedUser by,
        JsonObject service,
        string sentence,
        int? thread = null)
    {
        var message = world.Add(chat, new SimulatedMessage { Sender = by, Service = service, ServiceSentence = sentence, ThreadId = thread });
        AddMessageUpdate(world, chat, message);
        return message;
    }

    public static SimulatedUser Acting(SimulatedWorld world, SimulatedChat chat, long? from)
    {
        if (chat.IsPrivate)
        {
            return world.EnsureUser(chat.Id);
        }

        var id = from ?? chat.Members.Keys.Cast<long?>().FirstOrDefault() ?? DefaultPersonId;
        if (chat.Kind != ChatKind.Channel)
        {
            chat.Members.TryAdd(id, MemberStatus.Member);
        }

        return world.EnsureUser(id);
    }

    private static void RefuseClosed(SimulatedWorld world, SimulatedChat chat)
    {
        RefuseAway(world, chat);
        if (chat.MigratedTo is { } target)
        {
            throw ControlErrorException.Conflict($"This group became the supergroup {target}.");
        }
    }

    private static void RefuseAway(SimulatedWorld world, SimulatedChat chat)
    {
        if (chat.IsPrivate && world.EnsureUser(chat.Id).IsDeactivated)
        {
            throw ControlErrorException.Conflict("This account was deleted.");
        }

        if (chat.IsPrivate && chat.BotStatus == MemberStatus.Kicked)
        {
            throw ControlErrorException.Conflict("This person has blocked the bot; unblock it first.");
        }
    }

    private static void AddMessageUpdate(SimulatedWorld world, SimulatedChat chat, SimulatedMessage message)
    {
        var kind = chat.Kind == ChatKind.Channel ? "channel_post" : "message";
        if (chat.IsPrivate || chat.BotStatus is not (MemberStatus.Left or MemberStatus.Kicked))
        {
            world.Updates.Add(kind, BotApiJson.Message(world, chat, message), UpdateQueue.MessageLifetime, Key(chat));
        }
    }

    /// <summary>Privacy mode, core.telegram.org/bots/features#privacy-mode: in groups a plain member sees commands and replies only.</summary>
    private static bool ReachesBot(SimulatedWorld world, SimulatedChat chat, SimulatedMessage message)
    {
        if (chat.Kind is ChatKind.Private or ChatKind.Channel || chat.BotIsAdministrator)
        {
            return true;
        }

        if (message.ReplyTo is { } replied && chat.Messages.TryGetValue(replied, out var original) && original.IsFromBot)
        {
            return true;
        }

        var text = message.Content.Text;
        var command = message.Content.Entities.FirstOrDefault(entity => entity.Type is "bot_command" && entity.Offset == 0);
        var addressed = command is null ? -1 : text.IndexOf('@', 0, command.Length);
        return command is not null
            && (addressed < 0 || string.Equals(text[(addressed + 1)..command.Length], world.Bot.User.Username, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasButton(SimulatedMessage message, string data) =>
        (message.Keyboard?["inline_keyboard"]?.AsArray() ?? [])
            .SelectMany(row => row!.AsArray())
            .Any(button => button?["callback_data"] is { } value && string.Equals(value.GetValue<string>(), data, StringComparison.Ordinal));

    private static string Key(SimulatedChat chat) => $"chat{chat.Id}";
}

/// <summary>What a person typed.</summary>
internal sealed record WrittenMessage(string Text, long? From = null, int? Thread = null, int? ReplyTo = null, string? Language = null);
