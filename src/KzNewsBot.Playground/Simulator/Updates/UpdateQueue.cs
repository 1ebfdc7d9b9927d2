using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace KzNewsBot.Playground.Simulator.Updates;

/// <summary>An update waiting to be fetched or delivered; webhook attempts are counted on it.</summary>
internal sealed class QueuedUpdate
{
    public required int Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Updates of one key (a chat, or a person for buttons and inline queries) keep their order.</summary>
    public required string Key { get; init; }

    public required string Json { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public DateTimeOffset? GoneSince { get; set; }

    public bool IsInFlight { get; set; }
}

/// <summary>The bot's pending updates, numbered, filtered and forgotten as the server does.</summary>
internal sealed class UpdateQueue(VirtualClock clock)
{
    public static readonly TimeSpan MessageLifetime = TimeSpan.FromHours(24);

    private const int MaximumPending = 100_000;
    private const int MaximumUpdateBytes = 64 * 1024;
    private const int MaximumAnswerBytes = 4 * 1024 * 1024;
    private const int OffsetToleranceAbove = 10;
    private const int OffsetToleranceBelow = 100_000;
    private static readonly TimeSpan NumberingPause = TimeSpan.FromDays(7);

    private static readonly IReadOnlyList<string> OptionalKinds = ["chat_member", "message_reaction", "message_reaction_count"];

    private static readonly IReadOnlyList<string> KnownKinds =
    [
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
        "edited_business_message", "deleted_business_messages", "message_reaction", "message_reaction_count", "inline_query",
        "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll",
        "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost",
    ];

    private readonly List<QueuedUpdate> _pending = [];
    private int _nextId = RandomId();
    private DateTimeOffset _lastAddedAt = clock.GetUtcNow();

    /// <summary>Raised under the world's lock when an update was added.</summary>
    public event EventHandler? Added;

    /// <summary>Empty means the default set.</summary>
    public IReadOnlyList<string> AllowedKinds { get; private set; } = [];

    public IReadOnlyList<QueuedUpdate> Pending
    {
        get
        {
            var now = clock.GetUtcNow();
            _pending.RemoveAll(update => update.ExpiresAt <= now && !update.IsInFlight);
            return _pending;
        }
    }

    /// <summary>An empty list, or one with unknown names only, brings the default set back.</summary>
    public void Allow(IEnumerable<string> kinds) => AllowedKinds = [.. kinds.Where(kind => KnownKinds.Contains(kind, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];

    public void Add(string kind, JsonNode payload, TimeSpan lifetime, string key)
    {
        var allowed = AllowedKinds.Count == 0 ? !OptionalKinds.Contains(kind, StringComparer.Ordinal) : AllowedKinds.Contains(kind, StringComparer.Ordinal);
        if (!allowed || _pending.Count >= MaximumPending)
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (now - _lastAddedAt > NumberingPause)
        {
            _nextId = RandomId();
        }

        _lastAddedAt = now;
        var json = new JsonObject { ["update_id"] = _nextId, [kind] = payload }.ToJsonString();
        if (Encoding.UTF8.GetByteCount(json) > MaximumUpdateBytes)
        {
            return;
        }

        _pending.Add(new QueuedUpdate { Id = _nextId, Kind = kind, Key = key, Json = json, ExpiresAt = now + lifetime });
        _nextId++;
        Added?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>What getUpdates answers now; a positive offset confirms what lies below it, a negative one forgets all but the last.</summary>
    public IReadOnlyList<QueuedUpdate> Take(int offset, int limit)
    {
        var pending = Pending;
        if (offset < 0)
        {
            _pending.RemoveRange(0, Math.Max(0, pending.Count + offset));
        }
        else if (offset > 0 && offset <= (long)_nextId + OffsetToleranceAbove && offset >= HeadId - (long)OffsetToleranceBelow)
        {
            // By position where it is known: numbers start anew after an idle week.
            var last = _pending.FindIndex(update => update.Id == offset - 1);
            last = last >= 0 ? last : _pending.FindLastIndex(update => update.Id < offset);
            _pending.RemoveRange(0, last + 1);
        }

        var bytes = 0;
        return [.. _pending.Take(limit).TakeWhile(update => (bytes += update.Json.Length) <= MaximumAnswerBytes)];
    }

    public void Remove(QueuedUpdate update) => _pending.Remove(update);

    public void Clear() => _pending.Clear();

    private int HeadId => _pending.Count == 0 ? _nextId : _pending[0].Id;

    private static int RandomId() => RandomNumberGenerator.GetInt32(2_000_001, 1_000_000_000);
}
