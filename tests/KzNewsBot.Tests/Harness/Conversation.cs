using KzNewsBot.Playground;
using KzNewsBot.Playground.ChatPage;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Harness;

/// <summary>A person, the simulated Telegram and the real bot, all over HTTP, on a clock that can be moved.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    public const long Person = 1001;

    /// <summary>What a press is given on a clock that also runs by itself: a machine that stands still for seconds is no fault of the bot.</summary>
    public static readonly TimeSpan CallbackPatience = TimeSpan.FromMinutes(1);

    /// <summary>Far more than any answer takes; a test that waits longer has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What the simulator is given to finish an answer before the clock moves on all the same.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    private PlaygroundBot? _bot;

    private Conversation(TelegramSimulator telegram, TestDatabase database)
    {
        Telegram = telegram;
        Database = database;
    }

    public TelegramSimulator Telegram { get; }

    public TestDatabase Database { get; }

    public IServiceProvider Services => (_bot ?? throw new InvalidOperationException("The bot is stopped.")).Services;

    /// <summary>Ten in Almaty. From the machine's own time, a test would meet the slot of eight o'clock when it is run before it.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    /// <summary>The bot starts on a database that has the starter archive, without importing it again.</summary>
    public static async Task<Conversation> BeginAsync(string provider, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var conversation = await OpenAsync(await StockedDatabase.CopyAsync(provider));
        await conversation.StartBotAsync(settings);
        return conversation;
    }

    /// <summary>A Telegram and a database, the bot not yet started; both end with the conversation.</summary>
    public static Conversation Around(TelegramSimulator telegram, TestDatabase database) => new(telegram, database);

    private static async Task<Conversation> OpenAsync(TestDatabase database)
    {
        var options = new SimulatorOptions { Clock = VirtualClock.RunningFrom(Beginning), CallbackPatience = CallbackPatience, ExtraEndpoints = routes => routes.MapChatPage() };
        return new Conversation(await TelegramSimulator.StartAsync(options, TestContext.Current.CancellationToken), database);
    }

    public async Task StartBotAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var all = Database.Settings.Concat(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);
        all.TryAdd("Seeds:Starter", "false");
        _bot = await PlaygroundBot.StartAsync(Telegram, Database.Folder, collect: true, TestContext.Current.CancellationToken, all);
    }

    public async Task StopBotAsync()
    {
        if (_bot is { } running)
        {
            _bot = null;
            await running.DisposeAsync();
        }
    }

    /// <summary>Writes and waits for the bot's answer.</summary>
    public Task<SimulatedMessage> AskAsync(string text, long chatId = Person) => AskAsync(text, _ => true, chatId);

    /// <summary>Writes and waits for an answer that fits, where something else may come before it.</summary>
    public Task<SimulatedMessage> AskAsync(string text, Func<SimulatedMessage, bool> fits, long chatId) => NextAsync(chatId, Telegram.SendText(chatId, text), fits);

    /// <summary>The bot's next message after this one.</summary>
    public Task<SimulatedMessage> NextAsync(long chatId, int afterMessageId) => NextAsync(chatId, afterMessageId, _ => true);

    /// <summary>The bot's next message after this one that fits.</summary>
    public Task<SimulatedMessage> NextAsync(long chatId, int afterMessageId, Func<SimulatedMessage, bool> fits) => WaitAsync(chatId, afterMessageId, fits);

    /// <summary>The message as it stands once it fits, after the bot edited it.</summary>
    public Task<SimulatedMessage> UntilAsync(int messageId, Func<SimulatedMessage, bool> fits, long chatId = Person) =>
        WaitAsync(chatId, messageId - 1, message => message.Id == messageId && fits(message));

    /// <summary>Presses a button and waits until the message fits.</summary>
    public Task<SimulatedMessage> PressAsync(SimulatedMessage message, string data, Func<SimulatedMessage, bool> fits, long chatId = Person)
    {
        Telegram.PressButton(chatId, message.Id, data);
        return UntilAsync(message.Id, fits, chatId);
    }

    /// <summary>Lets time pass, a second of the clock at a time, until the condition holds.</summary>
    public Task PassTimeUntilAsync(Func<Task<bool>> holds, string what) => WatchAsync(holds, what, TimeSpan.FromSeconds(1));

    /// <summary>Waits for the condition in real time, the clock just following it.</summary>
    public Task WaitUntilAsync(Func<Task<bool>> holds, string what) => WatchAsync(holds, what, TimeSpan.Zero);

    /// <summary>The bot gives a call its seconds on the clock that is moved: a slow machine must not make it give up an answer under way.</summary>
    public static async Task UntilAnsweredAsync(TelegramSimulator telegram)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (IsAnswering() && TimeProvider.System.GetElapsedTime(began) < AnswerTime)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        bool IsAnswering()
        {
            lock (telegram.World.Gate)
            {
                return telegram.World.Answering > 0;
            }
        }
    }

    private async Task WatchAsync(Func<Task<bool>> holds, string what, TimeSpan step)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience, $"It never came true that {what}.");
            if (step > TimeSpan.Zero)
            {
                await UntilAnsweredAsync(Telegram);
                Telegram.Clock.Advance(step);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The callback data of a message's buttons, in reading order.</summary>
    public static IReadOnlyList<string> Buttons(SimulatedMessage message) =>
        [.. message.Keyboard?["inline_keyboard"]?.AsArray().SelectMany(row => row?.AsArray() ?? []).Select(button => (string?)button?["callback_data"]).OfType<string>() ?? []];

    public static bool HasButton(SimulatedMessage message, string data) => Buttons(message).Contains(data, StringComparer.Ordinal);

    /// <summary>Whether a button shows this text.</summary>
    public static bool Shows(SimulatedMessage message, string label) =>
        message.Keyboard?["inline_keyboard"]?.AsArray().SelectMany(row => row?.AsArray() ?? []).Any(button => (string?)button?["text"] == label) ?? false;

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Telegram.DisposeAsync();
        Database.Dispose();
    }

    private async Task<SimulatedMessage> WaitAsync(long chatId, int afterMessageId, Func<SimulatedMessage, bool> fits)
    {
        try
        {
            return await Telegram.WaitForBotMessageAsync(chatId, afterMessageId, fits, TestContext.Current.CancellationToken).WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException e)
        {
            var heard = Telegram.Messages(chatId).Where(message => message.Id > afterMessageId).Select(message => $"{(message.IsFromBot ? "bot" : "person")} {message.Id}: {message.Content.Text}");
            throw new TimeoutException($"No fitting answer in chat {chatId} after message {afterMessageId}. Since then:\n{string.Join('\n', heard)}", e);
        }
    }
}
