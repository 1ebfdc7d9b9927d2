using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Control;
using KzNewsBot.Playground.Simulator.Faults;
using KzNewsBot.Playground.Simulator.Flood;
using KzNewsBot.Playground.Simulator.Updates;
using KzNewsBot.Playground.Simulator.Validation;

namespace KzNewsBot.Playground.Simulator.World;

/// <summary>Everything the simulated Telegram knows. Read and change it only while holding <see cref="Gate"/>.</summary>
internal sealed class SimulatedWorld
{
    private readonly TimeSpan _callbackPatience;
    private long _lastQueryId = RandomNumberGenerator.GetInt32(1_000_000, int.MaxValue);
    private long _lastFileNumber;

    public SimulatedWorld(VirtualClock clock, string token, bool rejectFloodAtOnce, TimeSpan callbackPatience)
    {
        Clock = clock;
        _callbackPatience = callbackPatience;
        Bot = new SimulatedBot
        {
            User = new SimulatedUser
            {
                Id = long.Parse(token[..token.IndexOf(':', StringComparison.Ordinal)], CultureInfo.InvariantCulture),
                FirstName = "KzNews",
                Username = "kznews_playground_bot",
                IsBot = true,
            },
        };
        Users[Bot.User.Id] = Bot.User;
        Updates = new UpdateQueue(clock);
        Flood = new FloodControl(clock, rejectFloodAtOnce);
        FloodWaits = new FloodWaits(clock);
    }

    public Lock Gate { get; } = new();

    public VirtualClock Clock { get; }

    public SimulatedBot Bot { get; }

    public Dictionary<long, SimulatedUser> Users { get; } = [];

    public Dictionary<long, SimulatedChat> Chats { get; } = [];

    public Dictionary<string, CallbackQuery> CallbackQueries { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, InlineQuery> InlineQueries { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public UpdateQueue Updates { get; }

    public WebhookSettings Webhook { get; } = new();

    public FloodControl Flood { get; }

    public FloodWaits FloodWaits { get; }

    public FaultPlan Faults { get; } = new();

    public FindingLog Findings { get; } = new();

    public RequestLog Requests { get; } = new();

    public EventStream Events { get; } = new();

    /// <summary>Calls whose answer is on its way and waits for no time of the clock: no poll, and none that a planned accident or flood control holds back.</summary>
    public int Answering { get; set; }

    /// <summary>Private chats and basic groups share this counter of the bot.</summary>
    public int LastSharedMessageId { get; set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public SimulatedUser EnsureUser(long id, string? name = null, string? language = null)
    {
        if (!Users.TryGetValue(id, out var user))
        {
            user = new SimulatedUser { Id = id, FirstName = name ?? $"Person {id}", LanguageCode = language ?? "ru" };
            Users[id] = user;
        }

        user.FirstName = name ?? user.FirstName;
        user.LanguageCode = language ?? user.LanguageCode;
        return user;
    }

    public SimulatedMessage Add(SimulatedChat chat, SimulatedMessage message)
    {
        message.Id = chat.HasOwnCounter ? ++chat.LastMessageId : ++LastSharedMessageId;
        message.Date = Now;
        chat.Messages.Add(message.Id, message);
        Events.Publish("message", new JsonObject { ["chatId"] = chat.Id, ["message"] = ControlJson.Message(this, chat, message) });
        return message;
    }

    public void Announce(SimulatedChat chat, SimulatedMessage edited) =>
        Events.Publish("edit", new JsonObject { ["chatId"] = chat.Id, ["message"] = ControlJson.Message(this, chat, edited) });

    public void Announce(SimulatedChat chat) =>
        Events.Publish("chat", new JsonObject { ["chat"] = ControlJson.Chat(this, chat) });

    public void Remove(SimulatedChat chat, int messageId)
    {
        chat.Messages.Remove(messageId);
        chat.Pinned.Remove(messageId);
        Events.Publish("delete", new JsonObject { ["chatId"] = chat.Id, ["messageId"] = messageId });
    }

    public string NextQueryId() => (++_lastQueryId).ToString(CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(6);

    public PhotoFile StorePhoto(byte[] content, int width, int height, string? sourceUrl)
    {
        var number = ++_lastFileNumber;
        var unique = $"AQAD{Bot.User.Id}{number}";
        var id = $"AgACAgIAAxkDAAI{number}{RandomNumberGenerator.GetHexString(12)}";
        Files[id] = content;
        return new PhotoFile(id, unique, width, height, content.Length, sourceUrl);
    }

    /// <summary>Reports buttons that were pressed and left without an answer.</summary>
    public void ReportSlowCallbacks()
    {
        foreach (var query in CallbackQueries.Values.Where(query => !query.LatenessReported))
        {
            if ((query.AnsweredAt ?? Now) - query.PressedAt > _callbackPatience)
            {
                query.LatenessReported = true;
                var sentence = $"callback query {query.Id} was not answered within {_callbackPatience.TotalSeconds:0} s";
                Findings.Add(new Finding(query.PressedAt + _callbackPatience, "answerCallbackQuery", query.ChatId, "callback_query_id", sentence));
            }
        }
    }

    /// <summary>Back to the first day: no chats, no messages, no faults, no findings. The bot and the clock stay.</summary>
    public void Reset()
    {
        Users.Clear();
        Users[Bot.User.Id] = Bot.User;
        Chats.Clear();
        CallbackQueries.Clear();
        InlineQueries.Clear();
        Files.Clear();
        Updates.Clear();
        Faults.Clear();
        Findings.Clear();
        Requests.Clear();
        Flood.Clear();
        FloodWaits.Clear();
        LastSharedMessageId = 0;
        Events.Publish("reset", []);
    }
}
