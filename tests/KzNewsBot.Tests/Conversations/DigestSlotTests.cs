using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Conversations;

public class DigestSlotTests
{
    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Subscribers_of_several_zones_and_languages_get_theirs_at_the_minute(string provider)
    {
        await using var conversation = await Conversation.BeginAsync(provider);
        var almaty = await OrderAsync(conversation, 3001, "ru", "Asia/Almaty", "/subscribe nato odkb 08:30");
        var berlin = await OrderAsync(conversation, 3002, "en", "Europe/Berlin", "/subscribe nato 09:15");
        var newYork = await OrderAsync(conversation, 3003, "kk", "America/New_York", "/subscribe odkb 21:45");
        var order = new[] { (almaty, "Сводка · "), (berlin, "Digest · "), (newYork, "Шолу · ") }.OrderBy(entry => entry.Item1.DueAt).ToList();

        foreach (var ((chatId, lastMessage, dueAt), title) in order)
        {
            // Nothing may come in the last second before the promised minute.
            conversation.Telegram.Clock.Advance(dueAt - TimeSpan.FromSeconds(1) - conversation.Telegram.Clock.GetUtcNow());
            conversation.Telegram.Messages(chatId).ShouldAllBe(message => message.Id <= lastMessage);
            conversation.Telegram.Clock.Advance(TimeSpan.FromSeconds(2));
            var digest = await conversation.NextAsync(chatId, lastMessage);
            digest.Content.Text.ShouldStartWith(title);
            (digest.Date - dueAt).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(50));
        }

        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_day_without_news_says_so(string provider)
    {
        await using var conversation = await Conversation.BeginAsync(provider);
        var (chatId, lastMessage, _) = await OrderAsync(conversation, 3001, "ru", "Asia/Almaty", "/subscribe nato 08:00");

        conversation.Telegram.Clock.Advance(TimeSpan.FromDays(1));
        var first = await conversation.NextAsync(chatId, lastMessage);
        first.Content.Text.ShouldContain("1. ");
        await UntilSettledAsync(conversation, 1);
        conversation.Telegram.Clock.Advance(TimeSpan.FromDays(1));
        var second = await conversation.NextAsync(chatId, first.Id);

        second.Content.Text.ShouldContain("новых сообщений по вашим темам не было");
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_digest_in_three_parts_arrives_in_order_and_once_although_the_bot_starts_anew(string provider)
    {
        await using var conversation = await Conversation.BeginAsync(provider);
        var (chatId, lastMessage, _) = await OrderAsync(conversation, 3001, "ru", "Asia/Almaty", "/subscribe nato 08:00");
        await conversation.EnqueueAsync(chatId, "test:parts", "первая", "вторая", "третья");

        await UntilSettledAsync(conversation, 3);
        await conversation.StopBotAsync();
        await conversation.StartBotAsync();
        await conversation.PassTimeUntilAsync(() => Task.FromResult(conversation.Telegram.IsPolled), "the bot polls again");
        conversation.Telegram.Clock.Advance(TimeSpan.FromSeconds(10));
        await conversation.AskAsync("/help", chatId);

        conversation.Telegram.Messages(chatId).Where(message => message.IsFromBot && message.Id > lastMessage).Select(message => message.Content.Text)
            .Take(3).ShouldBe(["первая", "вторая", "третья"]);
        conversation.Telegram.Messages(chatId).Count(message => message.IsFromBot && message.Id > lastMessage).ShouldBe(4);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_second_start_after_the_slot_does_not_send_the_digest_again(string provider)
    {
        await using var conversation = await Conversation.BeginAsync(provider);
        var (chatId, lastMessage, _) = await OrderAsync(conversation, 3001, "ru", "Asia/Almaty", "/subscribe nato 08:00");
        conversation.Telegram.Clock.Advance(TimeSpan.FromDays(1));
        await conversation.NextAsync(chatId, lastMessage);
        await UntilSettledAsync(conversation, 1);

        await conversation.StopBotAsync();
        await conversation.StartBotAsync();
        conversation.Telegram.Clock.Advance(TimeSpan.FromMinutes(2));
        await conversation.AskAsync("/help", chatId);

        conversation.Telegram.Messages(chatId).Count(message => message.Content.Text.StartsWith("Сводка", StringComparison.Ordinal)).ShouldBe(1);
        (await conversation.DeliveriesAsync()).Single().State.ShouldBe(DeliveryState.Sent);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slot_missed_while_the_bot_was_down_comes_once_and_says_that_it_is_late()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        var (chatId, lastMessage, _) = await OrderAsync(conversation, 3001, "ru", "Asia/Almaty", "/subscribe nato 08:00");
        await conversation.StopBotAsync();
        conversation.Telegram.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));

        await conversation.StartBotAsync();
        conversation.Telegram.Clock.Advance(TimeSpan.FromMinutes(1));
        var digest = await conversation.NextAsync(chatId, lastMessage);

        digest.Content.Text.ShouldStartWith("Сводка");
        await UntilSettledAsync(conversation, 1);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    private static async Task<(long ChatId, int LastMessage, DateTimeOffset DueAt)> OrderAsync(Conversation conversation, long person, string language, string zone, string order)
    {
        conversation.Telegram.CreateChat(Playground.Simulator.World.ChatKind.Private, "P", person, language);
        await conversation.AskAsync($"/settings {zone}", person);
        var answer = await conversation.AskAsync(order, person);
        var card = await conversation.Services.GetRequiredService<SubscriberBook>().ReadAsync(new ChatAddress(person, 0), TestContext.Current.CancellationToken);
        return (person, answer.Id, card.NextDueAt ?? throw new InvalidOperationException("No digest is promised."));
    }

    private static Task UntilSettledAsync(Conversation conversation, int count) => conversation.PassTimeUntilAsync(
        async () => (await conversation.DeliveriesAsync()).Count(row => row.State == DeliveryState.Sent) == count,
        $"{count} deliveries are sent");
}
