using KzNewsBot.Delivery;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Faults;

/// <summary>One accident on one digest's way: what the ledger says, and what the chat got.</summary>
public class DeliveryFaultTests(Stage stage) : IClassFixture<Stage>
{
    private static long _lastReader = 500_000;

    [Theory]
    [InlineData("500", false, 0)]
    [InlineData("500", true, 1)]
    [InlineData("502", false, 0)]
    [InlineData("502", true, 1)]
    [InlineData("cutBefore", false, 0)]
    [InlineData("cutAfter", false, 1)]
    [InlineData("broken", false, 1)]
    [InlineData("hang", false, 0)]
    [InlineData("hang", true, 1)]
    public async Task A_send_without_a_clear_answer_is_doubtful_and_never_repeated(string kind, bool afterEffect, int copies)
    {
        var (conversation, reader) = await ReaderAsync();
        conversation.Telegram.PlanFault(kind, method: "sendMessage", chatId: reader, afterEffect: afterEffect);

        await conversation.EnqueueAsync(reader, $"test:{reader}", "сводка");
        (await conversation.SettledAsync($"test:{reader}")).ShouldBe([DeliveryState.Unknown]);
        conversation.Telegram.Clock.Advance(TimeSpan.FromMinutes(5));
        await conversation.AskAsync("/help", reader);

        Copies(conversation, reader, "сводка").ShouldBe(copies);
        Sends(conversation, reader).Count.ShouldBe(2);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(100, 100)]
    [InlineData(null, 30)]
    public async Task A_refusal_for_flooding_is_obeyed_to_the_second(int? retryAfter, int seconds)
    {
        var (conversation, reader) = await ReaderAsync();
        conversation.Telegram.PlanFault("429", method: "sendMessage", chatId: reader, retryAfter: retryAfter);

        await conversation.EnqueueAsync(reader, $"test:{reader}", "сводка");
        await conversation.WaitUntilAsync(async () => await RowAsync() is { State: DeliveryState.Pending, Error: not null }, "the refusal is written down");

        // To the moment in one step, on both sides of it in real time: a busy machine may use up seconds, and no more.
        var left = (await RowAsync()).DueAt - conversation.Telegram.World.Now;
        conversation.Telegram.Clock.Advance(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        await conversation.WaitUntilAsync(async () => (await RowAsync()).State == DeliveryState.Sent, "it arrived");

        Copies(conversation, reader, "сводка").ShouldBe(1);
        var sends = Sends(conversation, reader);
        sends.Count.ShouldBe(2);
        (sends[1].Time - sends[0].Time).ShouldBeInRange(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 25));
        conversation.Telegram.Findings().ShouldBeEmpty();

        async Task<DeliveryRow> RowAsync() => (await conversation.DeliveriesAsync($"test:{reader}")).Single();
    }

    [Fact]
    public async Task A_group_in_slow_mode_gets_every_part_in_its_time()
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        await group.Conversation.SubscribeAsync(group.ChatId);
        group.Telegram.Play(group.ChatId, "slowMode", new ActionDetails(Seconds: 60));

        await group.Conversation.EnqueueAsync(group.ChatId, "test:slow", "первая", "вторая", "третья");

        (await group.Conversation.SettledAsync("test:slow")).ShouldBe([DeliveryState.Sent, DeliveryState.Sent, DeliveryState.Sent]);
        var dates = group.BotMessages().Select(message => message.Date).ToList();
        (dates[1] - dates[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(60));
        (dates[2] - dates[1]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(60));
        group.FoundNothing();
    }

    [Fact]
    public async Task Refused_entities_go_out_once_as_plain_text()
    {
        var (conversation, reader) = await ReaderAsync();
        conversation.Telegram.PlanFault("400", method: "sendMessage", chatId: reader, description: "Bad Request: can't parse entities");

        await conversation.EnqueueAsync(reader, $"test:{reader}", "сводка");
        (await conversation.SettledAsync($"test:{reader}")).ShouldBe([DeliveryState.Sent]);

        conversation.Telegram.Messages(reader).Single(message => message.IsFromBot).Content.Entities.ShouldBeEmpty();
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_even_as_plain_text_it_fails_and_the_next_part_goes_on()
    {
        var (conversation, reader) = await ReaderAsync();
        conversation.Telegram.PlanFault("400", count: 2, method: "sendMessage", chatId: reader, description: "Bad Request: message is too long");

        await conversation.EnqueueAsync(reader, $"test:{reader}", "первая", "вторая");

        (await conversation.SettledAsync($"test:{reader}")).ShouldBe([DeliveryState.Failed, DeliveryState.Sent]);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_doubtful_part_the_next_one_still_goes_out()
    {
        var (conversation, reader) = await ReaderAsync();
        conversation.Telegram.PlanFault("cutAfter", method: "sendMessage", chatId: reader);
        await conversation.EnqueueAsync(reader, $"test:{reader}", "первая", "вторая", "третья");

        (await conversation.SettledAsync($"test:{reader}")).ShouldBe([DeliveryState.Unknown, DeliveryState.Sent, DeliveryState.Sent]);

        conversation.Telegram.Messages(reader).Select(message => message.Content.Text).ShouldBe(["первая", "вторая", "третья"]);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("403", "Forbidden: bot was blocked by the user")]
    [InlineData("403", "Forbidden: user is deactivated")]
    [InlineData("400", "Bad Request: chat not found")]
    public async Task A_chat_that_is_gone_gets_nothing_more_until_it_starts_anew(string kind, string description)
    {
        var (conversation, reader) = await ReaderAsync();
        conversation.Telegram.PlanFault(kind, method: "sendMessage", chatId: reader, description: description);
        await conversation.EnqueueAsync(reader, $"test:{reader}", "первая", "вторая");

        (await conversation.SettledAsync($"test:{reader}")).ShouldBe([DeliveryState.Cancelled, DeliveryState.Cancelled]);
        Sends(conversation, reader).Count.ShouldBe(1);
        (await CardAsync(conversation, reader)).Status.ShouldBe(SubscriberStatus.Away);

        await conversation.AskAsync("/start", reader);
        var card = await CardAsync(conversation, reader);
        card.Status.ShouldBe(SubscriberStatus.Active);
        card.Topics.ShouldBe(["nato"]);
        card.NextDueAt.ShouldNotBeNull();
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_is_not_written_to_and_comes_back_with_settings_kept()
    {
        var (conversation, reader) = await ReaderAsync();
        conversation.Telegram.Play(reader, "block");
        await conversation.PassTimeUntilAsync(async () => (await CardAsync(conversation, reader)).Status == SubscriberStatus.Away, "the block was noticed");
        await conversation.EnqueueAsync(reader, $"test:{reader}", "сводка");
        (await conversation.SettledAsync($"test:{reader}")).ShouldBe([DeliveryState.Cancelled]);
        Sends(conversation, reader).ShouldBeEmpty();

        conversation.Telegram.Play(reader, "unblock");
        await conversation.AskAsync("/start", reader);

        (await CardAsync(conversation, reader)).NextDueAt.ShouldNotBeNull();
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hanging_send_does_not_hold_up_other_chats()
    {
        var (conversation, reader) = await ReaderAsync();
        var others = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            others.Add((await ReaderAsync()).Reader);
        }

        conversation.Telegram.PlanFault("hang", method: "sendMessage", chatId: reader);
        await conversation.EnqueueAsync(reader, "test:hang", "сводка");
        foreach (var other in others)
        {
            await conversation.EnqueueAsync(other, "test:hang", "сводка");
        }

        await conversation.WaitUntilAsync(async () => (await conversation.DeliveriesAsync("test:hang")).Count(row => row.State == DeliveryState.Sent) == others.Count, "all others have theirs");

        (await conversation.DeliveriesAsync("test:hang")).Count(row => row.State == DeliveryState.OnWire).ShouldBe(1);
        (await conversation.SettledAsync("test:hang")).Count(state => state == DeliveryState.Unknown).ShouldBe(1);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    private static List<Playground.Simulator.Control.LoggedRequest> Sends(Conversation conversation, long chatId) =>
        [.. conversation.Telegram.Requests().Where(request => request.Method == "sendMessage" && (long?)request.Parameters["chat_id"] == chatId)];

    private static int Copies(Conversation conversation, long chatId, string text) =>
        conversation.Telegram.Messages(chatId).Count(message => message.IsFromBot && message.Content.Text == text);

    private static Task<SubscriberCard> CardAsync(Conversation conversation, long chatId) =>
        conversation.Services.GetRequiredService<SubscriberBook>().ReadAsync(new ChatAddress(chatId, 0), TestContext.Current.CancellationToken);

    private async Task<(Conversation Conversation, long Reader)> ReaderAsync()
    {
        var conversation = await stage.OnAsync(nameof(KzNewsBot.Data.StorageProvider.Sqlite));
        var reader = Interlocked.Increment(ref _lastReader);
        await conversation.SubscribeAsync(reader);
        return (conversation, reader);
    }
}
