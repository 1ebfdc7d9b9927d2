using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Flood;

/// <summary>
/// Flood control as it shows to bots: too fast is first slow (the server waits up to 8 s by itself), then 429.
/// Spacing by the generic cell rate algorithm (ITU-T I.371); published rates, the bursts are estimates.
/// </summary>
internal sealed class FloodControl(VirtualClock clock, bool rejectAtOnce)
{
    private const int ChatBurst = 3;
    private const int GlobalBurst = 30;
    private const int GroupMessagesPerMinute = 20;
    private static readonly TimeSpan ChatInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GlobalInterval = TimeSpan.FromSeconds(1) / 30;
    private static readonly TimeSpan GroupWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SilentWait = TimeSpan.FromSeconds(8);

    private readonly Dictionary<long, DateTimeOffset> _chats = [];
    private readonly Dictionary<long, List<DateTimeOffset>> _groups = [];
    private readonly Dictionary<long, DateTimeOffset> _sent = [];
    private DateTimeOffset _global = DateTimeOffset.MinValue;

    /// <summary>Takes the next place for this many messages and returns when they may go out; throws 429 when that is too far.</summary>
    /// <param name="isEdit">Slow mode is for new messages only.</param>
    public DateTimeOffset Reserve(SimulatedChat chat, int messages, bool isEdit)
    {
        var now = clock.GetUtcNow();
        var chatTime = Later(_chats.GetValueOrDefault(chat.Id, DateTimeOffset.MinValue), now);
        var globalTime = Later(_global, now);
        var at = Later(now, Later(chatTime - ((ChatBurst - 1) * ChatInterval), globalTime - ((GlobalBurst - 1) * GlobalInterval)));
        at = chat.IsPrivate ? at : Later(at, GroupPlace(chat.Id, now, messages));
        var isSlow = chat.SlowModeSeconds > 0 && !chat.BotIsAdministrator && !isEdit;
        at = isSlow ? Later(at, SlowPlace(chat)) : at;
        var wait = at - now;
        if (wait > (rejectAtOnce ? TimeSpan.Zero : SilentWait))
        {
            throw ApiErrorException.TooManyRequests((int)Math.Ceiling(wait.TotalSeconds));
        }

        _chats[chat.Id] = chatTime + (messages * ChatInterval);
        _global = globalTime + (messages * GlobalInterval);
        if (!chat.IsPrivate)
        {
            _groups[chat.Id].AddRange(Enumerable.Repeat(at, messages));
        }

        if (!isEdit)
        {
            _sent[chat.Id] = at;
        }

        return at;
    }

    public void Clear()
    {
        _chats.Clear();
        _groups.Clear();
        _sent.Clear();
        _global = DateTimeOffset.MinValue;
    }

    private DateTimeOffset GroupPlace(long chatId, DateTimeOffset now, int messages)
    {
        if (!_groups.TryGetValue(chatId, out var sent))
        {
            _groups[chatId] = sent = [];
        }

        sent.RemoveAll(time => time + GroupWindow <= now);
        var blocking = sent.Count + messages - GroupMessagesPerMinute - 1;
        return blocking >= 0 && sent.Count > 0 ? sent[Math.Min(blocking, sent.Count - 1)] + GroupWindow : now;
    }

    private DateTimeOffset SlowPlace(SimulatedChat chat) =>
        _sent.TryGetValue(chat.Id, out var sent) ? sent + TimeSpan.FromSeconds(chat.SlowModeSeconds) : DateTimeOffset.MinValue;

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}

/// <summary>Tells the endpoint to run the call again at this moment; nothing has happened yet.</summary>
internal sealed class FloodWaitException(DateTimeOffset until) : Exception("The message may go out later.")
{
    public DateTimeOffset Until => until;
}
