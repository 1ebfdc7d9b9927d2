using System.Collections.Concurrent;
using System.Net;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Hosting;
using KzNewsBot.Operations;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace KzNewsBot.Tests.Faults;

/// <summary>What the log and /health tell an operator who did not look at first.</summary>
public class HealthTests
{
    private const string Token = "424242:AAH-Zq7wK_very-secret-half-of-a-token-9";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_start_says_as_whom_the_bot_answers()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        await using var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions { BotToken = Token }, Cancel);
        var log = new ConcurrentQueue<string>();
        await using var app = await StartAsync(telegram, database, log);

        await UntilAsync(() => log.Any(line => line.StartsWith("Answering as @", StringComparison.Ordinal)));

        (await AskAsync(app)).ShouldBe((HttpStatusCode.OK, "ok"));
        await app.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_refused_token_is_told_by_its_key_and_makes_the_bot_unhealthy()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        await using var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions { BotToken = "424242:AAH-Zq7wK_another-half-of-a-token-99999" }, Cancel);
        var log = new ConcurrentQueue<string>();
        await using var app = await StartAsync(telegram, database, log);

        await UntilAsync(() => log.Contains("Telegram doesn't accept the bot token; check Telegram:TokenFile", StringComparer.Ordinal));

        (await AskAsync(app)).ShouldBe((HttpStatusCode.ServiceUnavailable, "token refused"));
        log.ShouldNotContain(line => line.StartsWith("Answering", StringComparison.Ordinal));
        await app.StopAsync(Cancel);
    }

    [Fact]
    public void A_token_is_refused_until_Telegram_takes_it()
    {
        var standing = new TokenStanding();
        standing.Note(HttpStatusCode.Unauthorized, "");
        standing.Note(HttpStatusCode.BadGateway, "");
        standing.IsRefused.ShouldBeTrue();
        standing.Note(HttpStatusCode.OK, "");
        standing.Note(HttpStatusCode.TooManyRequests, "");
        standing.IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData(401, "Unauthorized", true)]
    [InlineData(404, "Not Found", true)]
    [InlineData(421, "Misdirected Request: unallowed token specified", true)]
    [InlineData(400, "Logged out", true)]
    [InlineData(400, "Bad Request: chat not found", false)]
    [InlineData(403, "Forbidden: bot was blocked by the user", false)]
    public async Task Health_and_delivery_know_a_refused_token_by_the_same_answers(int code, string description, bool refused)
    {
        var standing = new TokenStanding();
        using var client = new HttpClient(new TokenWatch(standing) { InnerHandler = new OneAnswer((HttpStatusCode)code, $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"}""") });
        var bot = new TelegramBotClient(new TelegramBotClientOptions(Token), client);
        var refusal = await Should.ThrowAsync<ApiRequestException>(() => bot.GetMe(Cancel));

        standing.IsRefused.ShouldBe(refused);
        (OutcomeClassifier.Classify(refusal) is DeliveryOutcome.Halt).ShouldBe(refused);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_database_that_is_away_counts_after_a_minute(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var health = new Health(house.Database, house.Get<DatabaseStanding>(), new TokenStanding(), house.Clock);
        (await health.TroubleAsync(Cancel)).ShouldBeNull();

        await RenameAsync(house, "Settings", "Hidden");
        (await health.TroubleAsync(Cancel)).ShouldBeNull();
        house.Clock.Advance(TimeSpan.FromSeconds(59));
        (await health.TroubleAsync(Cancel)).ShouldBeNull();
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        (await health.TroubleAsync(Cancel)).ShouldBe("database away");

        await RenameAsync(house, "Hidden", "Settings");
        (await health.TroubleAsync(Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_database_that_answers_and_takes_no_writes_counts_after_a_minute()
    {
        await using var house = await House.OpenAsync(nameof(StorageProvider.Sqlite));
        var health = new Health(house.Database, house.Get<DatabaseStanding>(), new TokenStanding(), house.Clock);
        for (var second = 0; second < 60; second += 5)
        {
            await FailAsync(house);
            (await health.TroubleAsync(Cancel)).ShouldBeNull();
            house.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await FailAsync(house);
        (await health.TroubleAsync(Cancel)).ShouldBe("database takes no writes");
        house.Clock.Advance(TimeSpan.FromSeconds(70));
        (await health.TroubleAsync(Cancel)).ShouldBe("database takes no writes", "some try once a minute");
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        await house.Database.WriteAsync(WritePriority.Background, (_, _) => Task.CompletedTask, Cancel);
        (await health.TroubleAsync(Cancel)).ShouldBeNull();

        static Task FailAsync(House house) => Should.ThrowAsync<SqliteException>(() => house.Database.WriteAsync(
            WritePriority.Background, (_, _) => Task.FromException(new SqliteException("database or disk is full", 13)), Cancel));
    }

    [Fact]
    public async Task While_the_database_is_away_the_log_says_so_once()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        await using var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions { BotToken = Token }, Cancel);
        var log = new ConcurrentQueue<string>();
        await using var app = await StartAsync(telegram, database, log);
        await UntilAsync(() => log.Any(line => line.StartsWith("Answering as @", StringComparison.Ordinal)));

        // The whole folder at once: of a file and its log apart, SQLite could make a new database in between.
        var aside = database.Folder + "-aside";
        Directory.Move(database.Folder, aside);
        SqliteConnection.ClearAllPools();
        telegram.SendText(Conversation.Person, "/help");
        await PassTimeAsync(telegram, TimeSpan.FromMinutes(5));
        List<string> told = [.. log];
        Directory.Move(aside, database.Folder);
        told.Count(line => line.StartsWith("The database is away (", StringComparison.Ordinal)).ShouldBe(1);
        told.ShouldNotContain(line => line.Contains("tried again", StringComparison.Ordinal) || line.Contains("keeps trying", StringComparison.Ordinal) || line.Contains("unhandled", StringComparison.OrdinalIgnoreCase));

        await PassTimeAsync(telegram, TimeSpan.FromMinutes(2));
        log.Count(line => line.StartsWith("The database is back after ", StringComparison.Ordinal)).ShouldBe(1);
        await app.StopAsync(Cancel);

        static async Task PassTimeAsync(TelegramSimulator telegram, TimeSpan time)
        {
            for (var second = 0; second < time.TotalSeconds; second++)
            {
                telegram.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
            }
        }
    }

#pragma warning disable EF1002 // Names of this file, no values.
    private static Task RenameAsync(House house, string from, string to) => house.Database.WriteAsync(
        WritePriority.Background, (context, token) => context.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{from}\" RENAME TO \"{to}\"", token), Cancel);
#pragma warning restore EF1002

    private static async Task<WebApplication> StartAsync(TelegramSimulator telegram, TestDatabase database, ConcurrentQueue<string> log)
    {
        var file = Path.Combine(database.Folder, "token");
        await File.WriteAllTextAsync(file, Token, Cancel);
        var app = BotHost.BuildBot(new BotHostOptions
        {
            Clock = telegram.Clock,
            Settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal)
            {
                ["Telegram:TokenFile"] = file,
                ["Telegram:ApiBaseUrl"] = telegram.Address.ToString().TrimEnd('/'),
                ["Seeds:Starter"] = "false",
                ["Collection:Enabled"] = "false",
                ["Http:Url"] = "http://127.0.0.1:0",
            },
            Logging = logging => logging.ClearProviders().AddProvider(new Lines(log)),
        });
        await app.StartAsync(Cancel);
        return app;
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(WebApplication app)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(new Uri(app.Urls.First()), "health"), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, Cancel);
        }
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }

    private sealed class OneAnswer(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
