using System.Globalization;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Playground;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>One promised moment for many subscribers: how fast it is planned, and how fast it leaves.</summary>
internal static class DigestMeasure
{
    private const int Articles = 1_000;
    private const string Area = "digest";

    private static readonly string[] Topics = ["nato", "odkb", "un", "sco", "exercises", "border"];

    public static async Task<IReadOnlyList<Figure>> RunAsync(int subscribers, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        await using (var rooms = await Rooms.OpenAsync(folder.Path, postgres: null, starter: false, cancellationToken))
        {
            await rooms.FillAsync(Articles, cancellationToken);
        }

        await using var simulator = await TelegramSimulator.StartAsync(new SimulatorOptions(), cancellationToken);
        await using var bot = await PlaygroundBot.StartAsync(
            simulator,
            folder.Path,
            collect: true,
            cancellationToken,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Digests:TickCron"] = "0 0 0 1 1 ? 2099", ["Seeds:Starter"] = "false" });
        var database = bot.Services.GetRequiredService<NewsDatabase>();
        OpenChats(simulator, subscribers);
        await database.WriteAsync(WritePriority.Background, (context, _) => SubscribeAsync(context, subscribers), cancellationToken);

        var planned = 0;
        var planning = await Timing.OfAsync(async () => planned = await bot.Services.GetRequiredService<DigestPlanner>().PlanDueAsync(cancellationToken));
        var rows = await CountAsync(database, row => true, cancellationToken);
        var openAtStart = await OpenAsync(database, cancellationToken);
        var delivering = await Timing.OfAsync(() => UntilEmptyAsync(database, cancellationToken));
        var sent = await CountAsync(database, row => row.State == DeliveryState.Sent, cancellationToken);
        var note = string.Create(CultureInfo.InvariantCulture, $"{subscribers:N0} subscribers, {rows} messages, {sent} sent, {simulator.Findings().Count} findings");
        return
        [
            .. planning.Rate(Area, "planning", planned, "digest", "delivery runs beside it; " + note),
            .. delivering.Rate(Area, "delivery", openAtStart, "message", "configured: 25/s; the processor's share includes the simulator"),
            new Figure(Area, "planning to the last message", (planning + delivering).Wall.TotalSeconds, "s"),
        ];
    }

    private static void OpenChats(TelegramSimulator simulator, int subscribers)
    {
        lock (simulator.World.Gate)
        {
            for (var chat = 1; chat <= subscribers; chat++)
            {
                Playground.Simulator.World.People.OpenPrivateChat(simulator.World, chat).IsStarted = true;
            }
        }
    }

    private static Task SubscribeAsync(NewsDbContext context, int subscribers)
    {
        var now = TimeProvider.System.GetUtcNow();
        var random = new Random(Corpus.SyntheticNews.Seed);
        for (var chat = 1; chat <= subscribers; chat++)
        {
            var topics = random.GetItems(Topics, 3).Distinct(StringComparer.Ordinal);
            context.Subscribers.Add(new Subscriber
            {
                ChatId = chat,
                Language = (Language)(1 + random.Next(3)),
                TimeZone = "Asia/Almaty",
                DigestMinute = 480,
                NextDueAt = now.AddSeconds(-1),
                CreatedAt = now,
                Subscriptions = [.. topics.Select(topic => new Subscription { TopicId = topic })],
            });
        }

        return Task.CompletedTask;
    }

    private static async Task UntilEmptyAsync(NewsDatabase database, CancellationToken cancellationToken)
    {
        while (await OpenAsync(database, cancellationToken) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    private static Task<int> OpenAsync(NewsDatabase database, CancellationToken cancellationToken) =>
        CountAsync(database, row => row.State == DeliveryState.Pending || row.State == DeliveryState.Leased || row.State == DeliveryState.OnWire, cancellationToken);

    private static Task<int> CountAsync(
        NewsDatabase database,
        System.Linq.Expressions.Expression<Func<DeliveryRow, bool>> fits,
        CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => context.Deliveries.CountAsync(fits, token), cancellationToken);
}
