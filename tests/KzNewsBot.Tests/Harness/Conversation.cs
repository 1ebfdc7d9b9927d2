using KzNewsBot.Playground;
using KzNewsBot.Playground.ChatPage;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Harness;

/// <summary>A person, the simulated Telegram and the real bot, all over HTTP, on a clock that can be moved.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    public const long Person = 1001;

    private readonly TestDatabase _database;
    private PlaygroundBot? _bot;

    private Conversation(TelegramSimulator telegram, TestDatabase database)
    {
        Telegram = telegram;
        _database = database;
    }

    public TelegramSimulator Telegram { get; }

    public IServiceProvider Services => (_bot ?? throw new InvalidOperationException("The bot is stopped.")).Services;

    public static async Task<Conversation> BeginAsync(string provider, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var database = TestDatabase.Create(provider);
        var options = new SimulatorOptions { Clock = VirtualClock.Following(), ExtraEndpoints = routes => routes.MapChatPage() };
        var telegram = await TelegramSimulator.StartAsync(options, TestContext.Current.CancellationToken);
        var conversation = new Conversation(telegram, database);
        await conversation.StartBotAsync(settings);
        return conversation;
    }

    public async Task StartBotAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var all = _database.Settings.Concat(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);
        _bot = await PlaygroundBot.StartAsync(Telegram, _database.Folder, collect: true, TestContext.Current.CancellationToken, all);
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
    public async Task<SimulatedMessage> AskAsync(string text, long chatId = Person) =>
        await NextAsync(chatId, Telegram.SendText(chatId, text));

    /// <summary>The bot's next message after this one.</summary>
    public Task<SimulatedMessage> NextAsync(long chatId, int afterMessageId) =>
        Telegram.WaitForBotMessageAsync(chatId, afterMessageId, _ => true, TestContext.Current.CancellationToken);

    /// <summary>The message as it stands once it fits, after the bot edited it.</summary>
    public Task<SimulatedMessage> UntilAsync(int messageId, Func<SimulatedMessage, bool> fits, long chatId = Person) =>
        Telegram.WaitForBotMessageAsync(chatId, messageId - 1, message => message.Id == messageId && fits(message), TestContext.Current.CancellationToken);

    /// <summary>The callback data of a message's buttons, in reading order.</summary>
    public static IReadOnlyList<string> Buttons(SimulatedMessage message) =>
        [.. message.Keyboard?["inline_keyboard"]?.AsArray().SelectMany(row => row?.AsArray() ?? []).Select(button => (string?)button?["callback_data"]).OfType<string>() ?? []];

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Telegram.DisposeAsync();
        _database.Dispose();
    }
}
