using KzNewsBot.Subscriptions;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Delivery;

/// <summary>
/// When the next message may leave: so many a second over all chats, one a second to a chat, twenty a minute to a
/// group, and not before Telegram's own wait is over. One chat's 429 never delays another; three people's within five
/// seconds are a sign that the lane itself is too fast. A group's are none: it has limits of its own, and its owner may slow it down to a message an hour.
/// </summary>
internal sealed class Pacer(IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private const int ManyChats = 3;
    private const int GroupBurst = 20;

    /// <summary>What is left of the pace when Telegram has paused the lane, at least this much of it, and what comes back each minute.</summary>
    private const double Slower = 0.7;
    private const double Slowest = 0.3;
    private const double RegainedAMinute = 0.02;

    private static readonly TimeSpan ChatGap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GroupWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RefusalWindow = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly long _startStamp = clock.GetTimestamp();
    private readonly Dictionary<long, ChatPace> _chats = [];
    private readonly Queue<(DateTimeOffset At, long ChatId)> _refusals = [];
    private DateTimeOffset _laneFreeAt;
    private DateTimeOffset _lanePausedUntil;
    private double _share = 1;
    private DateTimeOffset _sharedAt;

    public DateTimeOffset LanePausedUntil
    {
        get
        {
            lock (_lock)
            {
                var left = _lanePausedUntil - SteadyNow;
                return left > TimeSpan.Zero ? clock.GetUtcNow() + left : DateTimeOffset.MinValue;
            }
        }
    }

    /// <summary>A clock that is set back must not make anybody wait: time since the start, which no one sets.</summary>
    private DateTimeOffset SteadyNow => _startedAt + clock.GetElapsedTime(_startStamp);

    /// <summary>Takes a place for a digest message; null, or how long the chat or the lane must still wait.</summary>
    public TimeSpan? TryTake(ChatAddress address)
    {
        lock (_lock)
        {
            var now = SteadyNow;
            var chat = PaceOf(address.ChatId, now);
            var freeAt = Latest(_laneFreeAt, _lanePausedUntil, chat.FreeAt(now));
            if (freeAt > now)
            {
                return freeAt - now;
            }

            _laneFreeAt = now + TimeSpan.FromSeconds(1 / (options.Value.MessagesPerSecond * ShareAt(now)));
            chat.Take(now);
            return null;
        }
    }

    /// <summary>A reply leaves at once and counts against its chat, so that a digest keeps its distance.</summary>
    public void NoteReply(ChatAddress address)
    {
        lock (_lock)
        {
            var now = SteadyNow;
            PaceOf(address.ChatId, now).Take(now);
        }
    }

    /// <summary>How long Telegram still wants nothing for this chat; zero when it told no wait.</summary>
    public TimeSpan PauseOf(ChatAddress address)
    {
        lock (_lock)
        {
            var now = SteadyNow;
            var until = PaceOf(address.ChatId, now).PausedUntil;
            return until > now ? until - now : TimeSpan.Zero;
        }
    }

    /// <summary>Telegram refused an answer: who asks that much makes nobody else wait.</summary>
    public void PauseChat(ChatAddress address, TimeSpan wait)
    {
        lock (_lock)
        {
            var now = SteadyNow;
            PaceOf(address.ChatId, now).PausedUntil = now + wait;
        }
    }

    /// <summary>Telegram refused a digest message for flooding; true when the whole lane pauses, until <see cref="LanePausedUntil"/>.</summary>
    public bool NoteFlood(ChatAddress address, TimeSpan wait)
    {
        PauseChat(address, wait);
        lock (_lock)
        {
            var now = SteadyNow;
            if (address.ChatId < 0)
            {
                return false;
            }

            _refusals.Enqueue((now, address.ChatId));
            while (_refusals.Peek().At < now - RefusalWindow)
            {
                _refusals.Dequeue();
            }

            if (_refusals.Select(refusal => refusal.ChatId).Distinct().Count() < ManyChats)
            {
                return false;
            }

            if (_lanePausedUntil <= now)
            {
                // Once a pause: those that were on the wire meet the same.
                (_share, _sharedAt) = (Math.Max(Slowest, ShareAt(now) * Slower), now + wait);
            }

            _lanePausedUntil = Latest(_lanePausedUntil, now + wait);
            return true;
        }
    }

    public void PauseLane(DateTimeOffset until)
    {
        lock (_lock)
        {
            var left = until - clock.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                _lanePausedUntil = Latest(_lanePausedUntil, SteadyNow + (left < OutcomeClassifier.LongestWait ? left : OutcomeClassifier.LongestWait));
            }
        }
    }

    private double ShareAt(DateTimeOffset now) => Math.Min(1, _share + (Math.Max(0, (now - _sharedAt).TotalMinutes) * RegainedAMinute));

    private ChatPace PaceOf(long chatId, DateTimeOffset now)
    {
        if (_chats.TryGetValue(chatId, out var pace))
        {
            return pace;
        }

        if (_chats.Count > 50_000)
        {
            // Chats that wait for nothing need no memory.
            foreach (var idle in _chats.Where(pair => pair.Value.FreeAt(now) <= now && pair.Value.IsQuiet(now)).Select(pair => pair.Key).ToList())
            {
                _chats.Remove(idle);
            }
        }

        return _chats[chatId] = new ChatPace(isGroup: chatId < 0);
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> instants)
    {
        var latest = instants[0];
        foreach (var instant in instants)
        {
            latest = instant > latest ? instant : latest;
        }

        return latest;
    }

    private sealed class ChatPace(bool isGroup)
    {
        private readonly Queue<DateTimeOffset> _recent = [];
        private DateTimeOffset _lastAt = DateTimeOffset.MinValue;

        public DateTimeOffset PausedUntil { get; set; }

        public DateTimeOffset FreeAt(DateTimeOffset now)
        {
            Forget(now);
            var gap = _lastAt == DateTimeOffset.MinValue ? now : _lastAt + ChatGap;
            var window = isGroup && _recent.Count >= GroupBurst ? _recent.Peek() + GroupWindow : now;
            return Latest(gap, window, PausedUntil);
        }

        public bool IsQuiet(DateTimeOffset now) => _lastAt < now - GroupWindow;

        public void Take(DateTimeOffset now)
        {
            Forget(now);
            _lastAt = now;
            if (isGroup)
            {
                _recent.Enqueue(now);
            }
        }

        private void Forget(DateTimeOffset now)
        {
            while (_recent.Count > 0 && _recent.Peek() <= now - GroupWindow)
            {
                _recent.Dequeue();
            }
        }
    }
}
