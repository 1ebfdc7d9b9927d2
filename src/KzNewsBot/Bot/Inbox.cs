using System.Text.Json;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace KzNewsBot.Bot;

/// <summary>What a start finds unanswered.</summary>
/// <param name="Suspects">They were there at more than one end of the program: each is to be handled with no other beside it.</param>
internal sealed record Recovered(IReadOnlyList<Update> Suspects, IReadOnlyList<Update> Others);

/// <summary>
/// Updates are stored before Telegram is told that we have them, and handled once, by their id: ids may jump down
/// after an idle week, so they are never compared with the highest one seen.
/// </summary>
internal sealed partial class Inbox(NewsDatabase database, ClockWatch watch, TimeProvider clock, ILogger<Inbox> logger)
{
    /// <summary>Longer than Telegram keeps updates, so that a repeated one is always recognised.</summary>
    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(48);

    /// <summary>As long as Telegram keeps an update that nobody fetches.</summary>
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromHours(24);

    /// <summary>Once found by a start, and then begun alone: handling it ends the program.</summary>
    private const int MostStarts = 3;

    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    /// <summary>Stands in place of the payload while this process answers.</summary>
    private readonly string _answerer = Guid.NewGuid().ToString("N");

    private DateTimeOffset _prunedAt;

    /// <summary>Stores what is new of a batch; the ids that were.</summary>
    public Task<IReadOnlyList<long>> StoreAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<long>>(
            WritePriority.Interactive,
            async (context, token) =>
            {
                await PruneAsync(context, token);
                var ids = updates.Select(update => (long)update.Id).ToList();
                var known = await context.Inbox.Where(row => ids.Contains(row.UpdateId)).Select(row => row.UpdateId).ToListAsync(token);
                var fresh = updates.Where(update => !known.Contains(update.Id)).DistinctBy(update => update.Id).ToList();
                context.Inbox.AddRange(fresh.Select(update => new InboxUpdate
                {
                    UpdateId = update.Id,
                    ReceivedAt = clock.GetUtcNow(),
                    Payload = JsonSerializer.Serialize(update, JsonBotAPI.Options),
                }));
                return [.. fresh.Select(update => (long)update.Id)];
            },
            cancellationToken);

    /// <summary>What a crash left: updates never answered, in order. Those whose answer was leaving count as done.</summary>
    public Task<Recovered> RecoverAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) =>
            {
                await FinishAsync(context.Inbox.Where(row => row.State == InboxState.Answering), InboxState.Done, token);
                var waiting = context.Inbox.Where(row => row.State == InboxState.Received);
                foreach (var deadly in await waiting.Where(row => row.Starts >= MostStarts).Select(row => row.UpdateId).ToListAsync(token))
                {
                    LogDeadly(deadly, MostStarts);
                    await FinishAsync(context.Inbox.Where(row => row.UpdateId == deadly), InboxState.Dead, token);
                }

                var suspects = await waiting.Where(row => row.Starts > 0).Select(row => row.UpdateId).ToListAsync(token);
                await waiting.Where(row => row.Starts == 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Starts, 1), token);
                var left = (await ReadWaitingAsync(context, clock.GetUtcNow(), token)).ToLookup(update => suspects.Contains(update.Id));
                return new Recovered([.. left[true]], [.. left[false]]);
            },
            cancellationToken);

    /// <summary>Committed before a suspect is handled: should the program end now, this one is known.</summary>
    public Task NoteBegunAsync(long updateId, CancellationToken cancellationToken) => CountAsync(updateId, 1, cancellationToken);

    /// <summary>However it went, the program lives, or was told to stop.</summary>
    public Task NoteSurvivedAsync(long updateId, CancellationToken cancellationToken) => CountAsync(updateId, -1, cancellationToken);

    /// <summary>The program was told to stop: what it found at its start and has not answered is no suspect for that.</summary>
    public Task NoteStoppedAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            (context, token) => context.Inbox.Where(row => row.State == InboxState.Received && row.Starts == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.Starts, 0), token),
            cancellationToken);

    /// <summary>Updates that nobody has begun for longer than any queue should take, in order.</summary>
    public async Task<IReadOnlyList<Update>> LeftAsync(CancellationToken cancellationToken)
    {
        if (!watch.IsCalm)
        {
            return [];
        }

        var before = clock.GetUtcNow() - Overdue;
        return await database.ReadAsync((context, token) => context.Inbox.AnyAsync(row => row.State == InboxState.Received && row.ReceivedAt < before, token), cancellationToken)
            ? await database.WriteAsync(WritePriority.Interactive, (context, token) => ReadWaitingAsync(context, before, token), cancellationToken)
            : [];
    }

    /// <summary>What nobody answered while Telegram itself would have kept it is no question any more.</summary>
    private async Task<IReadOnlyList<Update>> ReadWaitingAsync(NewsDbContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var tooOld = clock.GetUtcNow() - AnsweredWithin;
        var waiting = context.Inbox.Where(row => row.State == InboxState.Received);
        var closed = await FinishAsync(waiting.Where(row => row.ReceivedAt < tooOld), InboxState.Done, cancellationToken);
        if (closed > 0)
        {
            LogTooOld(closed);
        }

        var rows = await waiting.Where(row => row.ReceivedAt >= tooOld && row.ReceivedAt <= before).OrderBy(row => row.UpdateId).ToListAsync(cancellationToken);
        return [.. rows.Select(Read).OfType<Update>()];
    }

    /// <summary>Null, and dead, when it can't be read any more: it must not keep the bot from starting.</summary>
    private Update? Read(InboxUpdate row)
    {
        try
        {
            return JsonSerializer.Deserialize<Update>(row.Payload, JsonBotAPI.Options);
        }
        catch (JsonException e)
        {
            LogUnreadable(e, row.UpdateId);
            (row.State, row.Payload) = (InboxState.Dead, "");
            return null;
        }
    }

    private async Task PruneAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _prunedAt > PruneInterval && watch.IsCalm)
        {
            _prunedAt = now;
            await context.Inbox.Where(row => row.ReceivedAt < now - KeepFor && row.State == InboxState.Done).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Committed before the first byte of the answer leaves; false when another process answers. True again for the same process: the
    /// answer of a commit may be lost, and it asks once an update.
    /// </summary>
    public Task<bool> MarkAnsweringAsync(long updateId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) => await context.Inbox
                .Where(row => row.UpdateId == updateId && (row.State == InboxState.Received || (row.State == InboxState.Answering && row.Payload == _answerer)))
                .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, InboxState.Answering).SetProperty(row => row.Payload, _answerer), token) > 0,
            cancellationToken);

    public Task MarkDoneAsync(long updateId, CancellationToken cancellationToken) => MarkAsync(updateId, InboxState.Done, cancellationToken);

    public Task MarkDeadAsync(long updateId, CancellationToken cancellationToken) => MarkAsync(updateId, InboxState.Dead, cancellationToken);

    private Task CountAsync(long updateId, int starts, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            (context, token) => context.Inbox
                .Where(row => row.UpdateId == updateId && row.State == InboxState.Received)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Starts, row => row.Starts + starts), token),
            cancellationToken);

    private Task MarkAsync(long updateId, InboxState state, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            (context, token) => FinishAsync(context.Inbox.Where(row => row.UpdateId == updateId), state, token),
            cancellationToken);

    private static Task<int> FinishAsync(IQueryable<InboxUpdate> rows, InboxState state, CancellationToken cancellationToken) =>
        rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.Payload, ""), cancellationToken);

    [LoggerMessage(LogLevel.Warning, "{Count} updates had waited for more than a day and are closed unanswered")]
    private partial void LogTooOld(int count);

    [LoggerMessage(LogLevel.Error, "Update {UpdateId} is set aside: the program ended {Starts} times before it was answered")]
    private partial void LogDeadly(long updateId, int starts);

    [LoggerMessage(LogLevel.Error, "Update {UpdateId} of before the start can't be read any more and is put aside")]
    private partial void LogUnreadable(Exception e, long updateId);
}
