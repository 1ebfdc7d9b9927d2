using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>
/// Turns promised moments that have come into digests in the outbox. A subscriber's digest, its deliveries and the
/// next promised moment are one commit, unique by local date: a tick may be missed, doubled or killed anywhere.
/// </summary>
internal sealed partial class DigestPlanner(
    NewsDatabase database,
    DigestComposer composer,
    DigestWindows windows,
    LostTopics lostTopics,
    Outbox outbox,
    TimeProvider clock,
    ILogger<DigestPlanner> logger)
{
    private const int BatchSize = 100;

    /// <summary>No promise is further ahead: the hour of the third day, where a clock ahead has served two, over a change of zones and dates.</summary>
    private static readonly TimeSpan FurthestPromise = TimeSpan.FromHours(99);

    /// <summary>Of one tick; where thousands fail, the first say why.</summary>
    private const int MostFailuresTold = 10;

    /// <summary>Later than this, the header says that the digest is late.</summary>
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(30);

    private bool _restored;

    /// <summary>Plans every due digest; the number planned.</summary>
    public async Task<int> PlanDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await PromiseAnewAsync(now, cancellationToken);
        if (!_restored)
        {
            await lostTopics.RestoreAsync(now, cancellationToken);
            _restored = true;
        }

        var composed = new Dictionary<string, ComposedDigest>(StringComparer.Ordinal);
        var upTo = await windows.LatestAsync(cancellationToken);
        var planned = 0;
        var failed = new List<long>();
        var putOff = new List<long>();
        while (true)
        {
            var due = await ReadDueAsync(now, [.. failed, .. putOff], cancellationToken);
            if (due.Count == 0)
            {
                if (failed.Count > 0)
                {
                    LogFailed(failed.Count);
                }

                if (planned > 0)
                {
                    LogPlanned(planned);
                }

                return planned;
            }

            foreach (var subscriber in due)
            {
                try
                {
                    if (lostTopics.Left(subscriber).Count == 0)
                    {
                        await lostTopics.TellAsync(subscriber, now, cancellationToken);
                        continue;
                    }

                    var described = await DescribeAsync(subscriber, upTo, now, cancellationToken);
                    var digest = await ComposeAsync(described, composed, now, cancellationToken);
                    switch (await PlanAsync(described, digest, upTo, now, cancellationToken))
                    {
                        case Planning.Planned:
                            planned++;
                            break;
                        case Planning.PutOff:
                            putOff.Add(subscriber.Id);
                            break;
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException && !NewsDatabase.IsAway(e))
                {
                    // One digest that breaks our own code holds up nobody else's; it stays promised, and the next tick tries again.
                    failed.Add(subscriber.Id);
                    if (failed.Count <= MostFailuresTold)
                    {
                        LogNotPlanned(e, subscriber.Id);
                    }
                }
            }

        }
    }

    /// <summary>A clock that was far ahead for a moment promised what nobody would live to get.</summary>
    private async Task PromiseAnewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ahead = now + FurthestPromise;
        if (!await database.ReadAsync((context, token) => context.Subscribers.AnyAsync(subscriber => subscriber.NextDueAt > ahead, token), cancellationToken))
        {
            return;
        }

        var promised = await database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var subscribers = await context.Subscribers.Where(subscriber => subscriber.NextDueAt > ahead).ToListAsync(token);
                foreach (var subscriber in subscribers)
                {
                    subscriber.NextDueAt = SlotSchedule.Next(subscriber.TimeZone, subscriber.DigestMinute, now, subscriber.LastServedDay).DueAt;
                }

                return subscribers.Count;
            },
            cancellationToken);
        LogPromisedAnew(promised);
    }

    private Task<List<Subscriber>> ReadDueAsync(DateTimeOffset now, List<long> except, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (context, token) => context.Subscribers
                .Include(subscriber => subscriber.Subscriptions)
                .Where(subscriber => subscriber.NextDueAt != null && subscriber.NextDueAt <= now && !except.Contains(subscriber.Id))
                .OrderBy(subscriber => subscriber.NextDueAt)
                .ThenBy(subscriber => subscriber.Id)
                .Take(BatchSize)
                .ToListAsync(token),
            cancellationToken);

    private Task<DueSubscriber> DescribeAsync(Subscriber subscriber, long upTo, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, token) =>
            {
                var promised = subscriber.NextDueAt ?? now;
                var last = await DigestWindows.LastAsync(context, subscriber.Id, token);
                var handed = await DigestWindows.HandedAsync(context, subscriber, last, upTo, now, token);
                var due = new DueSubscriber(
                    subscriber.Id,
                    promised,
                    SlotSchedule.NewestMissed(subscriber.TimeZone, subscriber.DigestMinute, promised, now, subscriber.LastServedDay),
                    lostTopics.Left(subscriber),
                    LanguageOf(subscriber),
                    subscriber.TimeZone,
                    last,
                    DigestWindows.Next(last, upTo, now),
                    await Corrections.OwedToAsync(context, subscriber.Id, now, token),
                    await Corrections.ToldAsync(context, subscriber.Id, last?.WindowTo ?? 0, now, token),
                    last is null ? [] : await DigestWindows.UpdatedAsync(context, subscriber.Id, last.WindowTo, asked: false, now, token),
                    handed);
                return await WithToldByOthersAsync(context, due, now, token);
            },
            cancellationToken);

    /// <summary>What the chat was told by those whose topics it took over is not told it again, under whatever topic.</summary>
    private static async Task<DueSubscriber> WithToldByOthersAsync(NewsDbContext context, DueSubscriber due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var handed in due.Handed.DistinctBy(topic => topic.By))
        {
            var told = await Corrections.ToldAsync(context, handed.By, Math.Min(handed.Told, due.Last?.WindowTo ?? 0), now, cancellationToken);
            var updated = await DigestWindows.UpdatedAsync(context, handed.By, handed.Told, asked: false, now, cancellationToken);
            due = due with { Told = [.. due.Told.Union(told).Order()], Updated = [.. due.Updated.Union(updated).Order()] };
        }

        return due;
    }

    private async Task<ComposedDigest> ComposeAsync(
        DueSubscriber due,
        Dictionary<string, ComposedDigest> composed,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var request = new DigestRequest(due.Topics, due.Slot.LocalDate, due.Window, due.Language, due.Zone, now - due.Slot.DueAt > Punctual)
        {
            Corrections = due.Corrections,
            Told = due.Told,
            Updated = due.Updated,
            Handed = due.Handed,
            Since = due.Last?.At,
        };
        var key = request.CacheKey;
        if (!composed.TryGetValue(key, out var digest))
        {
            composed[key] = digest = await composer.ComposeAsync(request, cancellationToken);
        }

        return digest;
    }

    private Task<Planning> PlanAsync(DueSubscriber due, ComposedDigest digest, long upTo, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await SubscriberLock.TakeAsync(context, due.Id, token);
                if (await context.Subscribers.Include(candidate => candidate.Subscriptions).FirstOrDefaultAsync(candidate => candidate.Id == due.Id, token) is not { } subscriber
                    || subscriber.NextDueAt != due.Promised
                    || (LanguageOf(subscriber), subscriber.TimeZone) != (due.Language, due.Zone)
                    || !lostTopics.Left(subscriber).SequenceEqual(due.Topics, StringComparer.Ordinal))
                {
                    return Planning.Overtaken;
                }

                var key = Digest.KeyOf(due.Slot.LocalDate);
                if (await context.Digests.AnyAsync(known => known.SubscriberId == due.Id && known.Key == key, token))
                {
                    Serve(subscriber, due.Slot, now);
                    return Planning.Overtaken;
                }

                // What is on the wire may come back as surely not sent, and its stories belong to this one then: known in a minute.
                IReadOnlyList<long> all = [due.Id, .. due.Handed.Select(topic => topic.By)];
                if (await DigestWindows.IsLeavingAsync(context, all, token))
                {
                    return Planning.PutOff;
                }

                await DigestWindows.WithdrawAsync(context, all, now, token);
                if (await DigestWindows.IsLeavingAsync(context, all, token))
                {
                    // It left between the two.
                    return Planning.PutOff;
                }

                var last = await DigestWindows.LastAsync(context, due.Id, token);
                if (last?.WindowTo != due.Last?.WindowTo
                    || !(await DigestWindows.HandedAsync(context, subscriber, last, upTo, now, token)).SequenceEqual(due.Handed)
                    || !(await Corrections.OwedToAsync(context, due.Id, now, token)).SequenceEqual(due.Corrections))
                {
                    // Something left while this one was composed: what it told must not be told again.
                    return Planning.Overtaken;
                }

                Serve(subscriber, due.Slot, now);
                var editionId = await outbox.KeepAsync(context, digest.Messages, token);
                await Corrections.NoteAsync(context, editionId, digest.Told, token);
                var planned = new Digest
                {
                    SubscriberId = due.Id,
                    Key = key,
                    EditionId = editionId,
                    DueAt = due.Slot.DueAt,
                    WindowFrom = due.From,
                    WindowTo = upTo,
                };
                context.Digests.Add(planned);
                outbox.Enqueue(context, due.Id, key, editionId, digest.Messages.Count, due.Slot.DueAt);
                if (due.Handed.Count > 0)
                {
                    await context.SaveChangesAsync(token);
                    subscriber.Subscriptions.FindAll(topic => topic.HandedBy is not null).ForEach(topic => topic.FirstDigestId ??= planned.Id);
                }

                return Planning.Planned;
            },
            cancellationToken);

    private static Language LanguageOf(Subscriber subscriber) => subscriber.Language ?? Language.Russian;

    private static void Serve(Subscriber subscriber, Slot slot, DateTimeOffset now)
    {
        subscriber.LastServedDay = slot.LocalDate;
        subscriber.NextDueAt = SlotSchedule.Next(subscriber.TimeZone, subscriber.DigestMinute, now, subscriber.LastServedDay).DueAt;
    }

    private enum Planning
    {
        Planned,

        /// <summary>Planned by another, or to be described anew.</summary>
        Overtaken,

        /// <summary>To the next tick.</summary>
        PutOff,
    }

    private sealed record DueSubscriber(
        long Id,
        DateTimeOffset Promised,
        Slot Slot,
        IReadOnlyList<string> Topics,
        Language Language,
        string Zone,
        ToldDigest? Last,
        StoryWindow Window,
        IReadOnlyList<long> Corrections,
        IReadOnlyList<long> Told,
        IReadOnlyList<long> Updated,
        IReadOnlyList<HandedTopic> Handed)
    {
        /// <summary>Where the earliest of its windows begins; null where it tells the latest of each topic.</summary>
        public long? From => Window is StoryWindow.News own ? Handed.Select(topic => topic.Window).OfType<StoryWindow.News>().Select(news => news.After).Append(own.After).Min() : null;
    }

    [LoggerMessage(LogLevel.Error, "The digest of subscriber {SubscriberId} could not be planned; it is tried again with the next tick")]
    private partial void LogNotPlanned(Exception e, long subscriberId);

    [LoggerMessage(LogLevel.Error, "Digests of {Count} subscribers could not be planned in this tick; they stay promised")]
    private partial void LogFailed(int count);

    [LoggerMessage(LogLevel.Warning, "{Count} subscribers were promised a digest days ahead, as by a clock that was set wrong; they are promised the next one anew")]
    private partial void LogPromisedAnew(int count);

    [LoggerMessage(LogLevel.Information, "Planned digests for {Count} subscribers")]
    private partial void LogPlanned(int count);
}
