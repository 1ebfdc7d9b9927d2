using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Updates;

/// <summary>getUpdates. One poll may wait; a newer one that has to wait ends it with a conflict.</summary>
internal sealed class LongPolling
{
    private const int LongestWait = 50;
    private static readonly TimeSpan ConflictPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ImpatientPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BusyLoopPause = TimeSpan.FromSeconds(0.5);

    private readonly SimulatedWorld _world;
    private readonly bool _guardBusyLoops;
    private TaskCompletionSource<ApiErrorException?>? _waiting;
    private DateTimeOffset _lastConflictAt = DateTimeOffset.MinValue;
    private (int Offset, DateTimeOffset At) _last = (0, DateTimeOffset.MinValue);

    public LongPolling(SimulatedWorld world, bool guardBusyLoops)
    {
        _world = world;
        _guardBusyLoops = guardBusyLoops;
        world.Updates.Added += (_, _) => _waiting?.TrySetResult(null);
    }

    /// <summary>Whether a call waits right now.</summary>
    public bool IsWaiting => _waiting is not null;

    public async Task<ApiAnswer> AnswerAsync(RequestParameters parameters, CancellationToken cancellationToken)
    {
        TaskCompletionSource<ApiErrorException?> waiting;
        TimeSpan wait;
        var offset = (int)Math.Clamp(parameters.Number("offset"), int.MinValue, int.MaxValue);
        var limit = parameters.Number("limit", 100, 1, 100);
        lock (_world.Gate)
        {
            RefuseBesideWebhook();
            AllowedUpdates.Remember(parameters, _world.Updates);
            wait = TimeSpan.FromSeconds(parameters.Number("timeout", 0, 0, LongestWait));
            (wait, limit) = SlowDown(offset, wait, limit);
            var updates = _world.Updates.Take(offset, limit);
            if (updates.Count > 0 || wait == TimeSpan.Zero)
            {
                return Answer(updates);
            }

            waiting = new TaskCompletionSource<ApiErrorException?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting?.TrySetResult(Conflict("terminated by other getUpdates request; make sure that only one bot instance is running"));
            _waiting = waiting;
        }

        var conflict = await WaitAsync(waiting, wait, cancellationToken);
        if (conflict is not null)
        {
            await PauseBetweenConflictsAsync(cancellationToken);
            return ApiAnswer.Failure(conflict);
        }

        lock (_world.Gate)
        {
            return Answer(_world.Updates.Take(offset, limit));
        }
    }

    /// <summary>Ends the waiting poll when a webhook is set.</summary>
    public void EndForWebhook() => _waiting?.TrySetResult(Conflict("terminated by setWebhook request"));

    private async Task<ApiErrorException?> WaitAsync(
        TaskCompletionSource<ApiErrorException?> waiting,
        TimeSpan wait,
        CancellationToken cancellationToken)
    {
        try
        {
            return await waiting.Task.WaitAsync(wait, _world.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            lock (_world.Gate)
            {
                _waiting = ReferenceEquals(_waiting, waiting) ? null : _waiting;
            }
        }
    }

    private async Task PauseBetweenConflictsAsync(CancellationToken cancellationToken)
    {
        bool pause;
        lock (_world.Gate)
        {
            pause = _world.Now - _lastConflictAt < ConflictPause;
            _lastConflictAt = _world.Now;
        }

        if (pause)
        {
            await Task.Delay(ConflictPause, _world.Clock, cancellationToken);
        }
    }

    private void RefuseBesideWebhook()
    {
        if (_world.Webhook.IsSet)
        {
            throw Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
    }

    /// <summary>The same offset again and again at once: the server makes the call wait, then answers one by one.</summary>
    private (TimeSpan Wait, int Limit) SlowDown(int offset, TimeSpan wait, int limit)
    {
        var since = _world.Now - _last.At;
        var repeated = _guardBusyLoops && offset == _last.Offset && since < ImpatientPause && wait < ImpatientPause;
        _last = (offset, _world.Now);
        return repeated ? (ImpatientPause, since < BusyLoopPause ? 1 : limit) : (wait, limit);
    }

    private static ApiAnswer Answer(IReadOnlyList<QueuedUpdate> updates) =>
        ApiAnswer.Success(new JsonArray([.. updates.Select(update => JsonNode.Parse(update.Json))]));

    private static ApiErrorException Conflict(string reason) => new(409, "Conflict: " + reason);
}

/// <summary>allowed_updates is remembered until changed; text that is no JSON array is ignored.</summary>
internal static class AllowedUpdates
{
    public static void Remember(RequestParameters parameters, UpdateQueue queue)
    {
        if (parameters.TryJson("allowed_updates", out var json) && json.Value.ValueKind == JsonValueKind.Array)
        {
            queue.Allow(json.Value.EnumerateArray()
                .Where(name => name.ValueKind == JsonValueKind.String)
                .Select(name => name.GetString()!.ToLowerInvariant()));
        }
    }
}
