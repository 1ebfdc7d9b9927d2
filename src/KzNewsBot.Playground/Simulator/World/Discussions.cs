using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Control;

namespace KzNewsBot.Playground.Simulator.World;

/// <summary>A channel and its discussion group: every post is forwarded there at once, and people comment under it. The world's lock is held.</summary>
internal static class Discussions
{
    /// <summary>Telegram's own account, in whose name posts are forwarded.</summary>
    private const long TelegramId = 777_000;

    /// <summary>One channel to one group; earlier links of both end.</summary>
    public static void Link(SimulatedWorld world, SimulatedChat channel, long? groupId)
    {
        var group = People.FindChat(world, groupId ?? throw ControlErrorException.BadRequest("Name the discussion group in \"chat\"."));
        if (channel.Kind != ChatKind.Channel || group.Kind != ChatKind.Supergroup)
        {
            throw ControlErrorException.Conflict("Only a channel has a discussion group, which is a supergroup.");
        }

        foreach (var earlier in world.Chats.Values.Where(chat => chat.LinkedTo == channel.Id || chat.LinkedTo == group.Id))
        {
            earlier.LinkedTo = null;
        }

        channel.LinkedTo = group.Id;
        group.LinkedTo = channel.Id;
        world.Announce(channel);
        world.Announce(group);
    }

    /// <summary>Brings a new post of a channel into its group, where there is one.</summary>
    public static void Forward(SimulatedWorld world, SimulatedChat channel, SimulatedMessage post)
    {
        if (channel.Kind != ChatKind.Channel || channel.LinkedTo is not { } groupId)
        {
            return;
        }

        var group = world.Chats[groupId];
        world.Users.TryAdd(TelegramId, new SimulatedUser { Id = TelegramId, FirstName = "Telegram" });
        var forwarded = world.Add(group, new SimulatedMessage
        {
            Sender = world.Users[TelegramId],
            Content = post.Content,
            Photo = post.Photo,
            MediaGroupId = post.MediaGroupId,
            LinkPreview = post.LinkPreview,
            Forward = new JsonObject
            {
                ["sender_chat"] = BotApiJson.Chat(channel),
                ["forward_origin"] = new JsonObject
                {
                    ["type"] = "channel",
                    ["chat"] = BotApiJson.Chat(channel),
                    ["message_id"] = post.Id,
                    ["date"] = post.Date.ToUnixTimeSeconds(),
                },
                ["is_automatic_forward"] = true,
            },
        });
        People.Tell(world, group, forwarded);
    }

    /// <summary>The thread of an answer in a supergroup without topics: the message that began it, for a comment the forwarded post.</summary>
    public static int? ThreadOf(SimulatedChat chat, int? replyTo) =>
        chat is { Kind: ChatKind.Supergroup, IsForum: false } && replyTo is { } id && chat.Messages.TryGetValue(id, out var replied)
            ? replied.ThreadId ?? replied.Id
            : null;
}
