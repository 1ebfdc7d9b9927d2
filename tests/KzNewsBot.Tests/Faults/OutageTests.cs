using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KzNewsBot.Tests.Faults;

/// <summary>Telegram as a whole is away, or won't have us.</summary>
public class OutageTests
{
    [Fact]
    public async Task A_refused_token_halts_the_lane_without_a_hot_loop()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        for (var reader = 3001; reader <= 3020; reader++)
        {
            await conversation.SubscribeAsync(reader);
        }

        conversation.Telegram.PlanFault("401", count: 1_000_000, method: "sendMessage");
        for (var reader = 3001; reader <= 3020; reader++)
        {
            await conversation.EnqueueAsync(reader, "test:halt", "сводка");
        }

        await conversation.PassTimeUntilAsync(() => Task.FromResult(Count(conversation, "sendMessage") > 0), "somebody tried");

        // What is refused a moment later is not to run into its time limit on a clock that hurries.
        await conversation.WaitUntilAsync(async () => (await conversation.DeliveriesAsync("test:halt")).TrueForAll(row => row.State == DeliveryState.Pending), "all wait again");
        for (var second = 0; second < 120; second++)
        {
            conversation.Telegram.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Count(conversation, "sendMessage").ShouldBeLessThanOrEqualTo(4);
        ClearFaults(conversation);
        conversation.Telegram.Clock.Advance(TimeSpan.FromMinutes(5));
        (await conversation.SettledAsync("test:halt")).ShouldAllBe(state => state == DeliveryState.Sent);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("409")]
    [InlineData("401")]
    [InlineData("502")]
    [InlineData("cutBefore")]
    [InlineData("broken")]
    public async Task A_poller_that_is_turned_away_backs_off_and_comes_back(string kind)
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        await conversation.AskAsync("/help");
        conversation.Telegram.PlanFault(kind, count: 1_000_000, method: "getUpdates");
        var asked = conversation.Telegram.SendText(Conversation.Person, "/start");
        var before = Count(conversation, "getUpdates");
        var second = 0;
        for (; second < 600; second++)
        {
            await PassSecondAsync();
        }

        var began = TimeProvider.System.GetTimestamp();
        for (; Count(conversation, "getUpdates") - before < 3; second++)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30), "It asks no more.");
            await PassSecondAsync();
        }

        (Count(conversation, "getUpdates") - before).ShouldBeLessThanOrEqualTo(70 + ((second - 600) / 8));
        ClearFaults(conversation);
        await conversation.PassTimeUntilAsync(() => Task.FromResult(conversation.Telegram.Messages(Conversation.Person).Any(message => message.IsFromBot && message.Id > asked)), "the waiting message was answered");
        conversation.Telegram.Findings().ShouldBeEmpty();

        async Task PassSecondAsync()
        {
            conversation.Telegram.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task After_an_outage_of_the_whole_server_everything_goes_on()
    {
        var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        var clock = VirtualClock.RunningFrom(Conversation.Beginning);
        var state = Path.Combine(database.Folder, "telegram.json");
        var port = FreePort.Find();
        var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions { Clock = clock, StateFile = state, Port = port }, TestContext.Current.CancellationToken);
        await using var conversation = Conversation.Around(telegram, database);
        await conversation.StartBotAsync();
        await conversation.SubscribeAsync(3001);
        await telegram.DisposeAsync();
        await conversation.EnqueueAsync(3001, "test:outage", "сводка");
        await conversation.PassTimeUntilAsync(async () => (await conversation.DeliveriesAsync()).Single().Error is not null, "a try failed");
        (await conversation.DeliveriesAsync()).Single().State.ShouldBeOneOf(DeliveryState.Pending, DeliveryState.Leased, DeliveryState.OnWire);

        await using var again = await TelegramSimulator.StartAsync(new SimulatorOptions { Clock = clock, StateFile = state, Port = port }, TestContext.Current.CancellationToken);
        await conversation.PassTimeUntilAsync(() => Task.FromResult(again.Messages(3001).Any(message => message.Content.Text == "сводка")), "the digest arrived");
        var asked = again.SendText(3001, "/help");
        await conversation.PassTimeUntilAsync(() => Task.FromResult(again.Messages(3001).Any(message => message.IsFromBot && message.Id > asked)), "help was given");

        again.Messages(3001).Count(message => message.Content.Text == "сводка").ShouldBe(1);
        again.Findings().ShouldBeEmpty();
        await conversation.StopBotAsync();
    }

    [Fact]
    public async Task Told_to_stop_the_lane_takes_nothing_new_while_others_end()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        await conversation.SubscribeAsync(3001);
        conversation.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await conversation.EnqueueAsync(3001, "test:stop", "сводка");
        for (var second = 0; second < 10; second++)
        {
            conversation.Telegram.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        (await conversation.DeliveriesAsync()).Single().State.ShouldBe(DeliveryState.Pending);
    }

    private static int Count(Conversation conversation, string method) => conversation.Telegram.Requests().Count(request => request.Method == method);

    private static void ClearFaults(Conversation conversation)
    {
        lock (conversation.Telegram.World.Gate)
        {
            conversation.Telegram.World.Faults.Clear();
        }
    }
}
