using System.Globalization;
using System.Security.Cryptography;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;

namespace KzNewsBot.Feeds;

/// <summary>Asks one road what is new. Keeps nothing: the poller writes it down.</summary>
internal sealed class RoadClient(WebFetcher fetcher, SourceRegistry registry, TimeProvider clock)
{
    /// <summary>An index of sitemaps leads to the newest of them, which may be an index itself, and no further.</summary>
    private const int MostSteps = 3;

    /// <summary>A channel's page holds twenty posts, a feed ten and more: what is further back is the outlet's archive.</summary>
    private const int MostOlderPages = 5;

    public async Task<RoadAnswer> AskAsync(SourceDefinition source, RoadDefinition road, RoadState state, CancellationToken cancellationToken)
    {
        // A move to another site may be taken back, or was a stranger's work: once a day the registry's address is heard.
        RoadAnswer.Wait? besides = null;
        if (state.Address is { } moved && RoadLedger.IsFirstOfDay(state, clock.GetUtcNow()) && registry.IsElsewhere(source, road, new Uri(moved)))
        {
            var first = await AskAsync(source, road, state, new Uri(road.Url), Validators.None, cancellationToken);
            if (first is RoadAnswer.News or RoadAnswer.Same)
            {
                return first with { IsOfRegistry = true };
            }

            besides = first as RoadAnswer.Wait;
        }

        var answer = await AskAsync(source, road, state, new Uri(state.Address ?? road.Url), new Validators(state.ETag, state.LastModified), cancellationToken);
        return answer with { Besides = besides };
    }

    private async Task<RoadAnswer> AskAsync(
        SourceDefinition source,
        RoadDefinition road,
        RoadState state,
        Uri address,
        Validators known,
        CancellationToken cancellationToken)
    {
        Uri? older = null;
        for (var step = 0; step < MostSteps; step++)
        {
            var outcome = await fetcher.FetchAsync(RequestOf(source, road, address) with { Validators = step == 0 ? OfRoad(known) : OfChild(known, address), AcceptLanguage = road.Json?.AcceptLanguage }, cancellationToken);
            if (outcome is not FetchOutcome.Fetched fetched)
            {
                return step == 0 ? Unread(outcome, state) : OfChild(Unread(outcome, state), address);
            }

            // Of an index nothing is remembered but what its child says: by its own validators one would not see a child that has
            // changed, so the next poll reads the index anew. The child's moves are not the road's.
            var (own, movedTo) = step == 0 ? (fetched.Validators, fetched.MovedTo?.AbsoluteUri) : (Behind(address, fetched.Validators), null);
            var hash = Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span));
            if (hash == state.ContentHash)
            {
                return new RoadAnswer.Same(own, AskedBefore(state, fetched.FreshUntil), movedTo);
            }

            switch (RoadReader.Read(road, source.Country, fetched, clock.GetUtcNow()))
            {
                case RoadReading.Found found:
                    // Of half a feed nothing is remembered: it would keep us from the other half until the feed changes.
                    var news = new RoadAnswer.News(found, found.IsCut ? null : hash, found.IsCut ? Validators.None : own, Longer(found.Ttl, Until(fetched.FreshUntil)), movedTo);
                    return await CatchUpAsync(source, road, state, older, news, cancellationToken);
                case RoadReading.Faulty faulty:
                    return new RoadAnswer.Faulty(faulty.Fault, faulty.Detail);
                case RoadReading.Further further:
                    (address, older) = (further.Address, further.Older);
                    break;
            }
        }

        return new RoadAnswer.Faulty(RoadFault.NotAFeed, "an index of indexes of indexes");
    }

    /// <summary>
    /// Reads back until there is something that we have seen: a channel's page and a feed hold the last entries only, and a
    /// month's first sitemap nothing of the evening before. That the rest can't be had is no reason to leave what was found,
    /// nor is a host that asks for patience there.
    /// </summary>
    /// <param name="state">With the newest that we have seen; at the first reading there is none, and nothing to catch up with.</param>
    private async Task<RoadAnswer> CatchUpAsync(
        SourceDefinition source,
        RoadDefinition road,
        RoadState state,
        Uri? older,
        RoadAnswer.News news,
        CancellationToken cancellationToken)
    {
        var found = news.Found;
        older = found.Older ?? older;
        for (var page = 0; page < MostOlderPages && older is not null && OldestOf(found) > state.NewestAt; page++)
        {
            switch (await fetcher.FetchAsync(RequestOf(source, road, older), cancellationToken))
            {
                case FetchOutcome.Wait { Reason: not WaitReason.HostDown } wait:
                    return news with { Found = found, Older = (RoadAnswer.Wait)Unread(wait, state) };
                case FetchOutcome.Fetched fetched when RoadReader.Read(road, source.Country, fetched, clock.GetUtcNow()) is RoadReading.Found before && OldestOf(before) < OldestOf(found):
                    found = found with { Entries = [.. before.Entries, .. found.Entries] };
                    older = before.Older;
                    break;
                default:
                    older = null;
                    break;
            }
        }

        return news with { Found = found };
    }

    private static DateTimeOffset? OldestOf(RoadReading.Found found) => found.Entries.Min(entry => entry.Published ?? entry.Updated);

    /// <summary>What an outlet's redirects and sitemaps name is asked for, unless it is another outlet's host: that one may ask us to wait.</summary>
    private FetchRequest RequestOf(SourceDefinition source, RoadDefinition road, Uri address)
    {
        var ofRoad = registry.Match(new Uri(road.Url).IdnHost, name: null);
        return new FetchRequest(address, KindOf(road)) { IsBarred = to => registry.Match(to.IdnHost, name: null) is { } owner && owner.Id != source.Id && owner.Id != ofRoad?.Id };
    }

    /// <summary>Pages made for people are subject to robots.txt, also as a list.</summary>
    private static FetchKind KindOf(RoadDefinition road) =>
        road.Kind is RoadKind.HtmlList or RoadKind.Telegram ? FetchKind.Page : FetchKind.Feed;

    private RoadAnswer Unread(FetchOutcome outcome, RoadState state) => outcome switch
    {
        FetchOutcome.NotModified same => new RoadAnswer.Same(same.Validators, AskedBefore(state, same.FreshUntil), same.MovedTo?.AbsoluteUri),
        FetchOutcome.Wait { Reason: WaitReason.HostDown } down => new RoadAnswer.Faulty(RoadFault.NoAnswer, $"{down.Host} is down"),
        FetchOutcome.Wait wait => new RoadAnswer.Wait(wait.Host, wait.Until, $"{wait.Reason}"),
        FetchOutcome.Gone => new RoadAnswer.Faulty(RoadFault.Gone, "410"),
        FetchOutcome.Refused refused => new RoadAnswer.Faulty(
            refused.Reason is RefusalReason.Robots or RefusalReason.Challenge or RefusalReason.LoginWall or RefusalReason.ScriptShell ? RoadFault.Wall : RoadFault.Unsafe,
            $"{refused.Reason}: {refused.Detail}"),
        FetchOutcome.Failed { Status: 404 } => new RoadAnswer.Faulty(RoadFault.NotFound, "404"),
        FetchOutcome.Failed { Status: { } status } failed => new RoadAnswer.Faulty(RoadFault.BadStatus, failed.Reason == FailureReason.Status ? failed.Detail : string.Create(CultureInfo.InvariantCulture, $"HTTP {status}: {failed.Detail}")),
        FetchOutcome.Failed { Reason: FailureReason.Malformed or FailureReason.RedirectLoop or FailureReason.TooManyRedirects } failed => new RoadAnswer.Faulty(RoadFault.BadStatus, $"{failed.Reason}: {failed.Detail}"),
        FetchOutcome.Failed failed => new RoadAnswer.Faulty(RoadFault.NoAnswer, $"{failed.Reason}: {failed.Detail}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A sitemap that is gone retires no index, and one that moves moves none: the next poll may lead to another.</summary>
    private static RoadAnswer OfChild(RoadAnswer answer, Uri child) => answer switch
    {
        RoadAnswer.Faulty { Fault: RoadFault.Gone or RoadFault.NotFound } faulty => new RoadAnswer.Faulty(RoadFault.BadStatus, $"{faulty.Detail} for the sitemap that the index names"),
        RoadAnswer.Same same => same with { Validators = Behind(child, same.Validators), MovedTo = null },
        _ => answer,
    };

    /// <summary>A child's validators are kept behind its address and a line break, which no server's own can hold.</summary>
    private static Validators Behind(Uri child, Validators own) =>
        new(own.ETag is { } tag ? $"{child.AbsoluteUri}\n{tag}" : null, own.LastModified is { } date ? $"{child.AbsoluteUri}\n{date}" : null);

    private static Validators OfRoad(Validators known) =>
        known.ETag?.Contains('\n', StringComparison.Ordinal) is true || known.LastModified?.Contains('\n', StringComparison.Ordinal) is true ? Validators.None : known;

    private static Validators OfChild(Validators known, Uri child)
    {
        var mark = $"{child.AbsoluteUri}\n";
        return new Validators(Own(known.ETag), Own(known.LastModified));

        string? Own(string? validator) => validator?.StartsWith(mark, StringComparison.Ordinal) is true ? validator[mark.Length..] : null;
    }

    /// <summary>What the feed asked for when it was read holds while it is the same.</summary>
    private TimeSpan? AskedBefore(RoadState state, DateTimeOffset? freshUntil) =>
        Longer(state.AskedMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, Until(freshUntil));

    private TimeSpan? Until(DateTimeOffset? moment) => moment - clock.GetUtcNow();

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one > other || other is null ? one : other;
}
