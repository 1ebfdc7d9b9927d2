using System.Collections.Concurrent;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Feeds;

/// <summary>An entry whose page is to be read now.</summary>
/// <param name="FetchPage">False where the outlet's pages refuse robots: the entry's own text is all we store.</param>
/// <param name="IsWhole">Its road carries texts whole.</param>
/// <param name="Anywhere">Its page may be another outlet's: a news search names them, an outlet has no say over the others' hosts.</param>
internal sealed record DueEntry(Entry Entry, SourceDefinition Source, bool FetchPage, bool Anywhere = false, bool IsWhole = false);

/// <summary>How the reading of an entry ended.</summary>
internal abstract record EntryEnding
{
    public const string PageGone = "the page is gone";

    /// <summary>In place of a page that can't be had.</summary>
    public const string WholeByRoad = "its road carries it whole";

    private EntryEnding()
    {
    }

    /// <summary>The host could not show the page, and may by tomorrow: it is asked for a few times more, whatever stands in its place until then, or nothing.</summary>
    public bool MayPass { get; init; }

    /// <param name="Lack">Why it is less than the whole page, if it is.</param>
    public sealed record Stored(long ArticleId, string? Lack = null) : EntryEnding;

    public sealed record Linked(long ArticleId, string? Lack = null) : EntryEnding;

    public sealed record Skipped(string Reason) : EntryEnding;

    /// <summary>Tried again later; given up after <see cref="EntryQueue.MostAttempts"/>, what may pass some attempts later.</summary>
    /// <param name="NotFound">The page isn't there, or not yet.</param>
    public sealed record Retry(string Reason, bool NotFound = false) : EntryEnding;

    /// <summary>Given up at once.</summary>
    public sealed record SetAside(string Reason) : EntryEnding;

    /// <summary>The host asked to wait: that costs no attempt.</summary>
    /// <param name="AskedFor">The host answers and asks for patience; otherwise it does not answer.</param>
    public sealed record Defer(DateTimeOffset Until, string Host, bool AskedFor) : EntryEnding;
}

/// <summary>
/// The entries that wait for their page, kept in the database and claimed by lease as roads are. That a reading begins is
/// written down before it: one that ended with the process is read alone the next times (<see cref="ReadingTurns"/>).
/// </summary>
internal sealed class EntryQueue(NewsDatabase database, SourceRegistry registry, TimeProvider clock)
{
    /// <summary>From the last of them on what the road itself carried stands for the page.</summary>
    public const int MostAttempts = 5;

    /// <summary>Readings that ended with the process, all but the first with no other page, or road, beside them: no accident.</summary>
    public const int MostDeaths = 3;

    /// <summary>At once: their host is asked one thing at a time, and the others must not wait for it.</summary>
    private const int MostOfOutlet = 4;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);

    /// <summary>Between the further attempts at what may pass: they outlast a night, and a day on which nobody mends it.</summary>
    private static readonly TimeSpan[] LaterRetries = [TimeSpan.FromHours(6), TimeSpan.FromHours(14), TimeSpan.FromHours(24)];

    private readonly ConcurrentDictionary<long, bool> _survived = [];

    /// <summary>Those whose pages this process reads: what one that is switched off, or gone, has listed waits until it is back.</summary>
    private readonly List<string> _asked = [.. registry.All.Where(source => source.Enabled).Select(source => source.Id)];

    /// <summary>
    /// Claims up to so many waiting entries, each outlet's newest first and few of one outlet, so that nobody's flood delays the
    /// rest. None only when none waits, or a doubtful one for what is in hand: what another collector took first no longer does.
    /// </summary>
    /// <param name="inHand">The outlets of which pages are being read: they are passed over.</param>
    /// <param name="turn">Made one alone before a doubtful entry is claimed, once nothing is in hand.</param>
    public async Task<IReadOnlyList<DueEntry>> ClaimAsync(int most, IReadOnlyCollection<string> inHand, ReadingTurn turn, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = await ReadDueAsync(inHand, now, cancellationToken);
            var doubtful = due.Find(entry => entry.Begun > 0);
            if (doubtful is not null && !turn.IsAlone)
            {
                if (inHand.Count > 0)
                {
                    return [];
                }

                await turn.BeAloneAsync(cancellationToken);
                continue;
            }

            var claimed = due.Count == 0 ? [] : await ClaimAsync(doubtful is null ? InTurns(due, most) : [doubtful.Id], now, cancellationToken);
            if (claimed.Count > 0 || due.Count == 0)
            {
                return claimed;
            }
        }
    }

    public Task<bool> AnyWaitsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.ReadAsync((context, token) => Asked(context).AnyAsync(source => context.Entries.Any(entry => entry.SourceId == source.Id && entry.NextTryAt <= now), token), cancellationToken);
    }

    public Task SettleAsync(Entry entry, EntryEnding ending, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                if (await context.Entries.FirstOrDefaultAsync(row => row.Id == entry.Id, token) is { } row)
                {
                    var changed = row.Stage == EntryStage.Waiting && row.ContentHash != entry.ContentHash;
                    var text = row.Text;
                    Apply(row, ending, clock.GetUtcNow());
                    if (changed && row.Stage != EntryStage.Waiting)
                    {
                        // The outlet changed it while it was read: what was read is old already.
                        EntryBook.ReadAgain(row, text, clock.GetUtcNow());
                    }
                }

                if (ending is EntryEnding.Defer { AskedFor: true } defer)
                {
                    await HostPauseRow.RememberAsync(context, defer.Host, defer.Until, token);
                }
            },
            cancellationToken);

    /// <summary>What came of it could not be written down, and the process lives: its next reading is not counted.</summary>
    public void NoteSurvived(Entry entry) => _survived[entry.Id] = true;

    /// <summary>What was claimed and not yet read when the bot was told to stop.</summary>
    public Task ReleaseAsync(IReadOnlyList<DueEntry> claimed, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                foreach (var due in claimed)
                {
                    await context.Entries
                        .Where(row => row.Id == due.Entry.Id && row.Begun == due.Entry.Begun + 1)
                        .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.NextTryAt, due.Entry.NextTryAt).SetProperty(entry => entry.Begun, due.Entry.Begun), token);
                }
            },
            cancellationToken);

    private Task<List<Waiting>> ReadDueAsync(IReadOnlyCollection<string> inHand, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            // A date ahead of its first sight is believed no further than that: else it would stand before everybody's news.
            (context, token) => Asked(context)
                .Where(source => !inHand.Contains(source.Id))
                .SelectMany(source => context.Entries
                    .Where(entry => entry.SourceId == source.Id && entry.NextTryAt <= now)
                    .OrderByDescending(entry => entry.PublishedAt < entry.FirstSeenAt ? entry.PublishedAt : entry.FirstSeenAt)
                    .ThenBy(entry => entry.Id)
                    .Take(MostOfOutlet)
                    .Select(entry => new Waiting { Id = entry.Id, SourceId = entry.SourceId, PublishedAt = entry.PublishedAt, FirstSeenAt = entry.FirstSeenAt, Begun = entry.Begun }))
                .ToListAsync(token),
            cancellationToken);

    private IQueryable<Source> Asked(NewsDbContext context) => context.Sources.Where(source => !source.Paused && _asked.Contains(source.Id));

    /// <summary>Each outlet's first before any outlet's second.</summary>
    private static List<long> InTurns(List<Waiting> due, int most) =>
    [
        .. due.OrderByDescending(entry => entry.PublishedAt < entry.FirstSeenAt ? entry.PublishedAt : entry.FirstSeenAt)
            .ThenBy(entry => entry.Id)
            .GroupBy(entry => entry.SourceId, StringComparer.Ordinal)
            .SelectMany(group => group.Select((entry, turn) => (entry.Id, turn)))
            .OrderBy(pair => pair.turn)
            .Select(pair => pair.Id)
            .Take(most),
    ];

    private async Task<List<DueEntry>> ClaimAsync(List<long> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var won = await WriteClaimAsync(ids, now, cancellationToken);
        won.ForEach(due => _survived.TryRemove(due.Entry.Id, out _));
        return won;
    }

    private Task<List<DueEntry>> WriteClaimAsync(List<long> ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var claimed = new List<DueEntry>();
                var entries = await context.Entries.AsNoTracking().Where(entry => ids.Contains(entry.Id)).ToListAsync(token);
                foreach (var entry in entries.OrderBy(entry => ids.IndexOf(entry.Id)))
                {
                    var begun = _survived.ContainsKey(entry.Id) ? 0 : 1;
                    var won = await context.Entries
                        .Where(row => row.Id == entry.Id && row.NextTryAt <= now)
                        .ExecuteUpdateAsync(row => row.SetProperty(due => due.NextTryAt, now + Lease).SetProperty(due => due.Begun, due => due.Begun + begun), token);
                    if (won == 1 && registry.Find(entry.SourceId) is { } source)
                    {
                        var road = source.Roads.FirstOrDefault(road => road.Key == entry.RoadKey);
                        claimed.Add(new DueEntry(entry, source, road?.ReadsPages ?? true, Anywhere: road?.Kind == RoadKind.Search, IsWhole: road?.CarriesWhole ?? false));
                    }
                }

                return claimed;
            },
            cancellationToken);

    private static void Apply(Entry row, EntryEnding ending, DateTimeOffset now)
    {
        row.Begun = 0;
        if (ending is EntryEnding.Retry || ending.MayPass)
        {
            row.Attempts++;
        }

        var (text, wait) = (row.Text, WaitAfter(row.Attempts, ending));
        switch (ending)
        {
            case EntryEnding.Stored stored:
                Settle(row, EntryStage.Stored, stored.Lack);
                row.ArticleId = stored.ArticleId;
                break;
            case EntryEnding.Linked linked:
                Settle(row, EntryStage.Linked, linked.Lack);
                row.ArticleId = linked.ArticleId;
                break;
            case EntryEnding.Skipped skipped:
                // A page read again that now says nothing changes nothing: its article stays.
                Settle(row, row.ArticleId is null ? EntryStage.Skipped : EntryStage.Stored, Because(row, skipped.Reason));
                break;
            case EntryEnding.Retry retry when wait is null:
                GiveUp(row, retry.Reason);
                break;
            case EntryEnding.SetAside aside:
                GiveUp(row, aside.Reason);
                break;
            case EntryEnding.Retry retry:
                row.DeferredSince = null;
                row.Reason = Because(row, retry.Reason);
                break;
            case EntryEnding.Defer defer:
                row.NextTryAt = defer.Until;
                row.DeferredSince = defer.AskedFor ? row.DeferredSince ?? now : null;
                row.Reason = Because(row, defer.AskedFor ? $"{defer.Host} asks to wait" : $"{defer.Host} is down");
                break;
        }

        if (wait is { } pause)
        {
            (row.NextTryAt, row.Text) = (now + pause, text);
        }
    }

    /// <summary>Until the next attempt, after so many; null where none follows.</summary>
    private static TimeSpan? WaitAfter(int attempts, EntryEnding ending) =>
        ending is EntryEnding.Retry && attempts < MostAttempts ? FirstRetry * Math.Pow(3, attempts - 1)
            : ending.MayPass && attempts >= MostAttempts && attempts - MostAttempts < LaterRetries.Length ? LaterRetries[attempts - MostAttempts]
            : null;

    private static void GiveUp(Entry row, string reason) =>
        Settle(row, row.ArticleId is null ? EntryStage.Failed : EntryStage.Stored, Because(row, reason));

    private static void Settle(Entry row, EntryStage stage, string? reason) =>
        (row.Stage, row.NextTryAt, row.Text, row.DeferredSince, row.Reason) = (stage, null, null, null, Short(reason));

    /// <summary>Of a page read again it is kept how its article was read: whole, or why not.</summary>
    private static string? Because(Entry row, string reason) => row.ArticleId is null ? Short(reason) : row.Reason;

    private static string? Short(string? reason) => reason is null ? null : DisplayText.Cut(reason, 200);

    private sealed record Waiting
    {
        public long Id { get; init; }

        public required string SourceId { get; init; }

        public DateTimeOffset? PublishedAt { get; init; }

        public DateTimeOffset FirstSeenAt { get; init; }

        public int Begun { get; init; }
    }
}
