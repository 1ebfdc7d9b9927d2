using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Harness;

/// <summary>Digests put into the outbox by hand, and what became of them.</summary>
internal static class Deliveries
{
    /// <summary>A person the bot may write to, subscribed to one topic, without a word exchanged.</summary>
    public static async Task<long> SubscribeAsync(this Conversation conversation, long chatId, int thread = 0)
    {
        if (chatId > 0)
        {
            conversation.Telegram.CreateChat(Playground.Simulator.World.ChatKind.Private, "Reader", chatId, "ru");
            lock (conversation.Telegram.World.Gate)
            {
                conversation.Telegram.World.Chats[chatId].IsStarted = true;
            }
        }

        var book = conversation.Services.GetRequiredService<SubscriberBook>();
        return (await book.SubscribeAsync(new ChatAddress(chatId, thread), ["nato"], Language.Russian, TestContext.Current.CancellationToken)).Id;
    }

    /// <summary>A digest of these parts, due now, for every subscriber in the chat.</summary>
    public static async Task EnqueueAsync(this Conversation conversation, long chatId, string key, params string[] parts)
    {
        var outbox = conversation.Services.GetRequiredService<Outbox>();
        await conversation.Services.GetRequiredService<NewsDatabase>().WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var messages = parts.Select(part => RenderedMessage.Of(new StyledTextBuilder().Bold(part).Build())).ToList();
                var edition = await outbox.KeepAsync(context, messages, token);
                foreach (var id in await context.Subscribers.Where(subscriber => subscriber.ChatId == chatId).Select(subscriber => subscriber.Id).ToListAsync(token))
                {
                    outbox.Enqueue(context, id, key, edition, parts.Length, conversation.Telegram.Clock.GetUtcNow());
                }
            },
            TestContext.Current.CancellationToken);
    }

    public static Task<List<DeliveryRow>> DeliveriesAsync(this Conversation conversation, string? key = null) =>
        conversation.Services.GetRequiredService<NewsDatabase>().ReadAsync(
            (context, token) => context.Deliveries.Where(row => key == null || row.Key == key).OrderBy(row => row.Key).ThenBy(row => row.Part).ToListAsync(token),
            TestContext.Current.CancellationToken);

    /// <summary>Lets time pass until every part has reached one of the final states, and tells them in order.</summary>
    public static async Task<IReadOnlyList<DeliveryState>> SettledAsync(this Conversation conversation, string key)
    {
        List<DeliveryRow> rows = [];
        await conversation.PassTimeUntilAsync(
            async () => (rows = await conversation.DeliveriesAsync(key)).Count > 0 && rows.TrueForAll(row => row.State > DeliveryState.OnWire),
            $"every part of {key} has ended");
        return [.. rows.Select(row => row.State)];
    }
}
