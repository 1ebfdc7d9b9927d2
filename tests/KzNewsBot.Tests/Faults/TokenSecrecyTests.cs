using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using KzNewsBot.Data;
using KzNewsBot.Hosting;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Tests.Harness;
using Microsoft.Extensions.Logging;

namespace KzNewsBot.Tests.Faults;

public sealed class TokenSecrecyTests : IDisposable
{
    private const string SecretHalf = "AAH-Zq7wK_very-secret-half-of-a-token-9";
    private const string Token = "424242:" + SecretHalf;

    /// <summary>No number that could stand for anything else.</summary>
    private const long Reader = 7_310_554_821;

    private readonly ConcurrentQueue<string> _told = new();
    private readonly ActivityListener _activities;

    public TokenSecrecyTests()
    {
        _activities = new ActivityListener
        {
            // The simulated Telegram is a web server in this process and traces the addresses it is called by.
            ShouldListenTo = source => source.Name != "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _told.Enqueue($"activity {activity.Source.Name} {activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(_activities);
        AppDomain.CurrentDomain.FirstChanceException += OnException;
    }

    [Fact]
    public async Task The_token_is_told_nowhere_and_no_chat_in_the_log_whatever_goes_wrong()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        await using (var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions { BotToken = Token }, TestContext.Current.CancellationToken))
        {
            await TalkAsync(telegram, database);
            telegram.Findings().ShouldBeEmpty();
        }

        DoesNotTell("the log or a trace", [.. _told]);
        _told.Where(line => !line.StartsWith("exception ", StringComparison.Ordinal) && line.Contains($"{Reader}", StringComparison.Ordinal)).ShouldBeEmpty();
        _told.ShouldContain(line => line.StartsWith("log Telegram refused an answer to subscriber ", StringComparison.Ordinal));
        _told.ShouldContain(line => line.StartsWith("log ", StringComparison.Ordinal));
        _told.ShouldContain(line => line.StartsWith("exception ", StringComparison.Ordinal));
        _told.ShouldContain(line => line.StartsWith("activity ", StringComparison.Ordinal) && line.Contains("/health", StringComparison.Ordinal));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(database.Folder))
        {
            DoesNotTell(file, [Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))]);
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= OnException;
        _activities.Dispose();
    }

    private async Task TalkAsync(TelegramSimulator telegram, TestDatabase database)
    {
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal)
        {
            ["Telegram:Token"] = Token,
            ["Telegram:ApiBaseUrl"] = telegram.Address.ToString().TrimEnd('/'),
            ["Seeds:Starter"] = "false",

            // A clock that hurries on while a call is under way must not end it.
            ["Delivery:TimeoutSeconds"] = "120",
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft"] = "Trace",
            ["Logging:LogLevel:System.Net.Http"] = "Trace",
            ["Logging:LogLevel:Quartz"] = "Trace",
        };
        await using var app = BotHost.BuildBot(new BotHostOptions
        {
            Clock = telegram.Clock,
            Settings = settings,
            Logging = logging => logging.ClearProviders().AddProvider(new ListLoggers(_told)),
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await GoWrongAsync(telegram);
        using var http = new HttpClient();
        DoesNotTell("/health", [await http.GetStringAsync(new Uri(new Uri(app.Urls.First()), "health"), TestContext.Current.CancellationToken)]);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task GoWrongAsync(TelegramSimulator telegram)
    {
        telegram.CreateChat(ChatKind.Private, "Reader", Reader, "ru");
        string[] sends = ["429", "500", "cutAfter", "broken", "400", "401", "404"];
        string[] polls = ["cutBefore", "401", "502", "409", "broken"];
        foreach (var (kind, method) in sends.Select(kind => (kind, "sendMessage")).Concat(polls.Select(kind => (kind, "getUpdates"))))
        {
            telegram.PlanFault(kind, method: method, retryAfter: kind == "429" ? 1 : null, description: kind == "400" ? $"Bad Request: {Token} quoted" : null);
            telegram.SendText(Reader, "/nato");
            await PassAsync(telegram, () => telegram.World.Faults.Planned.Count == 0);
            var asked = telegram.SendText(Reader, "/help");
            await PassAsync(telegram, () => telegram.Messages(Reader).Any(message => message.IsFromBot && message.Id > asked));
        }
    }

    private static async Task PassAsync(TelegramSimulator telegram, Func<bool> holds)
    {
        for (var second = 0; !holds(); second++)
        {
            second.ShouldBeLessThan(600);
            await Conversation.UntilAnsweredAsync(telegram);
            telegram.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static void DoesNotTell(string where, IReadOnlyList<string> texts) =>
        texts.Where(text => text.Contains(SecretHalf, StringComparison.Ordinal)).Select(text => text[..Math.Min(text.Length, 500)]).ShouldBeEmpty(where);

    private void OnException(object? sender, FirstChanceExceptionEventArgs e) => _told.Enqueue($"exception {e.Exception}");

    private sealed class ListLoggers(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"log {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
