using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Feeds;

/// <summary>Writes down what a road brought: each entry once, and which of them are to be read.</summary>
internal sealed partial class EntryBook(NewsDatabase database, ClockWatch watch, IOptions<FeedsOptions> options, TimeProvider clock, ILogger<EntryBook> logger)
{
    /// <summary>A page is read again when its entry changes, but a live blog changes all day.</summary>
    public const int MostRereads = 3;

    /// <summary>Seen is noted once an hour: most entries are seen in every poll, and each note is a write.</summary>
    private static readonly TimeSpan SeenStep = TimeSpan.FromHours(1);

    /// <summary>Beyond the cap, of what a road brings after a pause of ours.</summary>
    private const int MostCaughtUp = 1000;

    /// <summary>Of one outlet: more than a busy one writes in a month. Whose pages can't be read any faster has a flood.</summary>
    private const int MostWaiting = 10_000;

    /// <summary>An outlet that dates more than so many ahead tells nothing by its dates.</summary>
    private const int MostAhead = 50;

    /// <summary>No try is further ahead: only a clock that was ahead can have said so.</summary>
    private static readonly TimeSpan FurthestTry = TimeSpan.FromDays(8);

    private static readonly TimeSpan ForgetStep = TimeSpan.FromHours(1);

    /// <summary>Rows in one transaction: on SQLite all other writers wait for it.</summary>
    private const int ForgetAtOnce = 500;

    private DateTimeOffset _forgotAt;

    /// <summary>Once an hour: drops settled entries that their roads dropped long ago, whose articles stay, and puts right what a wrong clock put off.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!watch.IsCalm || (now - _forgotAt).Duration() < ForgetStep)
        {
            return;
        }

        await database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Entries.Where(entry => entry.NextTryAt > now + FurthestTry).ExecuteUpdateAsync(rows => rows.SetProperty(entry => entry.NextTryAt, now), token),
            cancellationToken);
        var before = now - TimeSpan.FromDays(options.Value.ForgetDays);
        while (await database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Entries
                .Where(entry => context.Entries.Where(old => old.NextTryAt == null && old.LastSeenAt < before).OrderBy(old => old.Id).Take(ForgetAtOnce).Select(old => old.Id).Contains(entry.Id))
                .ExecuteDeleteAsync(token),
            cancellationToken) == ForgetAtOnce)
        {
        }

        _forgotAt = now;
    }

    /// <summary>The number of entries that were new, and of those for which there was no place yet: they are left to a later poll.</summary>
    public async Task<(int Added, int Left)> RecordAsync(
        NewsDbContext context,
        DueRoad road,
        IReadOnlyList<FoundEntry> found,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var all = await NewestFirstAsync(context, road.Source.Id, found, now, cancellationToken);

        // What is surely news is taken beyond the cap: else a pause of ours would cost what came in it. A day of change is not:
        // a sitemap has it anew for each page of an archive that was saved again at once.
        var recent = now - TimeSpan.FromDays(options.Value.NewsDays);
        var beyond = all.Skip(options.Value.MaxEntries).Where(pair => SurelyOf(pair.Entry) >= recent).ToList();
        var keyed = all.Take(options.Value.MaxEntries).Concat(beyond.Take(MostCaughtUp)).ToList();
        if (beyond.Skip(MostCaughtUp).Count(pair => SurelyOf(pair.Entry) > road.State.NewestAt) is > 0 and var lost)
        {
            LogLeftOut(road.Source.Id, lost);
        }

        var keys = keyed.ConvertAll(pair => pair.Key);
        var known = await context.Entries
            .Where(entry => entry.SourceId == road.Source.Id && keys.Contains(entry.Key))
            .ToDictionaryAsync(entry => entry.Key, StringComparer.Ordinal, cancellationToken);
        await AddMovedAsync(context, road.Source.Id, keyed, known, cancellationToken);
        var first = known.Count == 0 && !await context.Entries.AnyAsync(entry => entry.SourceId == road.Source.Id, cancellationToken);
        var unread = road.State.SucceededAt is null;
        var told = await ToldUntilAsync(context, road, now, cancellationToken);
        var places = MostWaiting - await context.Entries.CountAsync(entry => entry.SourceId == road.Source.Id && entry.NextTryAt != null, cancellationToken);
        var (added, left) = (0, 0);
        foreach (var ((entry, key), place) in keyed.Select((pair, place) => (pair, place)))
        {
            if (known.TryGetValue(key, out var row))
            {
                if (row.Stage is not EntryStage.Skipped || row.FirstSeenAt <= now)
                {
                    SeeAgain(row, entry, road.Road.Key, now);
                    continue;
                }

                // Skipped as old by a clock that was ahead: judged anew.
                context.Entries.Remove(row);
            }

            var beyondFirst = (first && added >= options.Value.FirstEntries) || (unread && place >= options.Value.MaxEntries);
            var skip = ReasonToSkip(entry, beyondFirst, told, now);
            if (skip is null && --places < 0)
            {
                left++;
                continue;
            }

            context.Entries.Add(NewRow(road, entry, key, now, skip));
            added++;
        }

        return (added, left);
    }

    /// <summary>A site that goes over to https, or to "www.", names all its news anew: they are known by the addresses they had.</summary>
    private static async Task AddMovedAsync(
        NewsDbContext context,
        string sourceId,
        List<(FoundEntry Entry, string Key)> keyed,
        Dictionary<string, Entry> known,
        CancellationToken cancellationToken)
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (entry, key) in keyed.Where(pair => !known.ContainsKey(pair.Key)))
        {
            foreach (var other in entry.Url is { } url && EntryKeys.IsOfAddressAlone(key, url) ? EntryKeys.OfSamePlace(url) : [])
            {
                others[other] = key;
            }
        }

        List<string> keys = [.. others.Keys];
        if (keys.Count > 0)
        {
            foreach (var row in await context.Entries.Where(entry => entry.SourceId == sourceId && keys.Contains(entry.Key)).ToListAsync(cancellationToken))
            {
                known.TryAdd(others[row.Key], row);
            }
        }
    }

    /// <summary>Each entry once, with its key; those of one date in the order of their list.</summary>
    private async Task<List<(FoundEntry Entry, string Key)>> NewestFirstAsync(
        NewsDbContext context,
        string sourceId,
        IReadOnlyList<FoundEntry> found,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Keys are made before the cap: whether an address is shared must not depend on what is taken.
        var all = found.Zip(EntryKeys.Of([.. found.Select(entry => new EntryKeys.Parts(entry.Url, entry.Id, entry.Title))]), (entry, key) => (Entry: entry, Key: key))
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        if (await GrowsAtItsEndAsync(context, sourceId, all, cancellationToken))
        {
            all.Reverse();
        }

        return [.. all.OrderByDescending(pair => pair.Entry.Published ?? pair.Entry.Updated ?? now)];
    }

    /// <summary>The moment an entry is of, by what no page of an archive has that was saved again with all others.</summary>
    private static DateTimeOffset? SurelyOf(FoundEntry entry) => entry.Published ?? (entry.UpdatedDayOnly ? null : entry.Updated);

    /// <summary>
    /// Whether a list has its newest last, as sitemaps do, where days stand for hours. Its dates tell; where it holds one day only,
    /// and more than is taken at once, that its end is what we have not seen. A list without dates is taken to begin with
    /// its newest: its end may be the archive.
    /// </summary>
    private async Task<bool> GrowsAtItsEndAsync(NewsDbContext context, string sourceId, List<(FoundEntry Entry, string Key)> all, CancellationToken cancellationToken)
    {
        var dated = all.Select(pair => (pair.Key, Date: pair.Entry.Published ?? pair.Entry.Updated)).Where(pair => pair.Date is not null).ToList();
        var direction = dated.Zip(dated.Skip(1), (one, next) => Comparer<DateTimeOffset?>.Default.Compare(next.Date, one.Date)).Sum(Math.Sign);
        if (direction != 0 || dated.Count <= options.Value.MaxEntries)
        {
            return direction > 0;
        }

        var (first, last) = (dated[0].Key, dated[^1].Key);
        var known = await context.Entries.Where(entry => entry.SourceId == sourceId && (entry.Key == first || entry.Key == last)).Select(entry => entry.Key).ToListAsync(cancellationToken);
        return known.Contains(first, StringComparer.Ordinal) && !known.Contains(last, StringComparer.Ordinal);
    }

    /// <summary>
    /// Up to when an outlet's better roads have told its news, for one that only stands by; null for any other. Where it stands
    /// by for several languages, the one told least far counts: an entry does not say whose it is. A date that was, or is, still to come tells nothing.
    /// </summary>
    private static async Task<DateTimeOffset?> ToldUntilAsync(NewsDbContext context, DueRoad road, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? told = null;
        foreach (var roads in RoadChoice.ToldBefore(road.Source, road.Road))
        {
            var last = await context.Entries
                .AsNoTracking()
                .Where(entry => entry.SourceId == road.Source.Id && roads.Contains(entry.RoadKey) && entry.PublishedAt <= now.AddDays(1))
                .OrderByDescending(entry => entry.PublishedAt)
                .Take(MostAhead)
                .ToListAsync(cancellationToken);
            // A feed whose hours are ahead has told nothing before we saw it.
            var newest = last.Where(entry => !entry.IsAhead).Max(entry => entry.PublishedAt < entry.FirstSeenAt ? entry.PublishedAt : entry.FirstSeenAt);
            if (newest is null)
            {
                return null;
            }

            told = told < newest ? told : newest;
        }

        return told;
    }

    private string? ReasonToSkip(FoundEntry entry, bool beyondFirst, DateTimeOffset? told, DateTimeOffset now) => entry switch
    {
        _ when beyondFirst => "there before the first poll",
        _ when (entry.Published ?? entry.Updated) < now - TimeSpan.FromDays(options.Value.NewsDays) => "older than news can be",
        _ when (entry.Published ?? entry.Updated) <= told => "told by a better road before",
        { Url: null, Text: null } => "neither address nor text",
        _ => null,
    };

    private static Entry NewRow(DueRoad road, FoundEntry entry, string key, DateTimeOffset now, string? skip) => new()
    {
        SourceId = road.Source.Id,
        Key = key,
        RoadKey = road.Road.Key,
        Url = entry.Url,
        Title = entry.Title,
        Text = skip is null ? entry.Text : null,
        Author = entry.Author,
        Language = entry.Language,
        PublishedAt = entry.Published ?? entry.Ahead,
        PublishedDayOnly = entry.PublishedDayOnly,
        FirstSeenAt = now,
        LastSeenAt = now,
        ContentHash = HashOf(entry),
        Stage = skip is null ? EntryStage.Waiting : EntryStage.Skipped,
        NextTryAt = skip is null ? now : null,
        Reason = skip,
    };

    private static void SeeAgain(Entry row, FoundEntry entry, string roadKey, DateTimeOffset now)
    {
        if (now - row.LastSeenAt >= SeenStep)
        {
            row.LastSeenAt = now;
        }

        // Another road words its entries differently: only a change within one road is the outlet's.
        var hash = HashOf(entry);
        if (row.RoadKey != roadKey || row.ContentHash == hash)
        {
            return;
        }

        row.ContentHash = hash;
        if (row.Stage is EntryStage.Waiting)
        {
            (row.Title, row.Text) = (entry.Title, entry.Text);
            return;
        }

        // A page that was not there when its feed named it may be by now.
        if ((row.Stage is EntryStage.Stored or EntryStage.Linked or EntryStage.Failed || row.Reason == EntryEnding.PageGone) && row.Rereads < MostRereads)
        {
            row.Title = entry.Title;
            ReadAgain(row, entry.Text, now);
        }
    }

    /// <summary>Puts a settled entry back among those that wait, up to <see cref="MostRereads"/> times.</summary>
    /// <param name="text">What the road carries of it now.</param>
    public static void ReadAgain(Entry row, string? text, DateTimeOffset now)
    {
        if (row.Rereads < MostRereads)
        {
            (row.Stage, row.NextTryAt, row.Attempts, row.Text) = (EntryStage.Waiting, now, 0, text);
            row.Rereads++;
        }
    }

    private static string HashOf(FoundEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{entry.Title}\n{entry.Updated?.UtcTicks}\n{entry.Text}"))));

    [LoggerMessage(LogLevel.Warning, "{SourceId}: more came since its last poll than is caught up with; {Left} entries, the oldest, are left out")]
    private partial void LogLeftOut(string sourceId, int left);
}
