using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Feeds;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Normalization;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Feeds;

/// <summary>
/// Looks at roads for an operator, as politely as the poller does, and stores nothing: what it learns of a road is not
/// the poller's memory of it.
/// </summary>
internal sealed class RoadInspector(RoadClient client, WebFetcher fetcher, SourceRegistry registry, IOptions<FeedsOptions> options, TimeProvider clock)
{
    /// <summary>A page may name dozens of feeds, one for each rubric.</summary>
    private const int MostCandidates = 12;

    /// <summary>A language with a smaller share of the titles is a foreign word or two.</summary>
    private const double LeastShare = 0.2;

    /// <summary>Every road of every outlet, in the order of completion; an outlet's own roads one after the other.</summary>
    public async IAsyncEnumerable<RoadCheck> CheckAsync(
        IReadOnlyList<SourceDefinition> sources,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var checks = Channel.CreateUnbounded<RoadCheck>();
        var work = WriteAllAsync(sources, checks.Writer, cancellationToken);
        await foreach (var check in checks.Reader.ReadAllAsync(cancellationToken))
        {
            yield return check;
        }

        await work;
    }

    public async Task<RoadCheck> CheckAsync(SourceDefinition source, RoadDefinition road, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var answer = await client.AskAsync(source, road, new RoadState { SourceId = source.Id, Key = road.Key }, cancellationToken);
        var took = clock.GetElapsedTime(started);
        return answer switch
        {
            RoadAnswer.News news => Judge(new RoadCheck(source, road, Fault: null, "", news.Found.Entries, LanguagesOf(news.Found.Entries), took) { Title = news.Found.Title }),
            RoadAnswer.Faulty faulty => new RoadCheck(source, road, faulty.Fault, faulty.Detail, [], [], took),
            RoadAnswer.Wait wait => new RoadCheck(source, road, RoadFault.AskedToWait, string.Create(CultureInfo.InvariantCulture, $"until {wait.Until:u}"), [], [], took),
            _ => throw new System.Diagnostics.UnreachableException("Asked without validators, a road can't be the same as last time."),
        };
    }

    /// <summary>The roads at an address: the feed that stands there, or those that the page there leads to and that work.</summary>
    /// <param name="source">Whose they would be.</param>
    /// <returns>Where nothing works, what was asked in vain: the address, or what its page names.</returns>
    public async Task<IReadOnlyList<RoadCheck>> DiscoverAsync(SourceDefinition source, Uri address, CancellationToken cancellationToken)
    {
        var first = await CheckAsync(source, AddedSource.RoadAt(address, registry), cancellationToken);
        if (first.Fault is not (RoadFault.NotAFeed or RoadFault.Empty or RoadFault.BadStatus or RoadFault.NotFound) || first.Road.Kind == RoadKind.Telegram)
        {
            return [first];
        }

        // A front page may fail where the customary places of a feed answer.
        var (found, failed) = (new List<RoadCheck>(), new List<RoadCheck>());
        foreach (var candidate in (await CandidatesAsync(address, cancellationToken)).Take(MostCandidates))
        {
            // Guesses are tried until one is right; what the page itself names is all of interest.
            var isGuess = candidate.Evidence == FeedEvidence.Guessed;
            if (isGuess && found.Count > 0)
            {
                break;
            }

            var check = await CheckAsync(source, AddedSource.RoadAt(candidate.Url, registry), cancellationToken);
            if (check.Fault is null)
            {
                found.Add(check);
            }
            else if (!isGuess)
            {
                failed.Add(check);
            }
        }

        return found.Count > 0 ? found : [first, .. failed];
    }

    private async Task<IReadOnlyList<FeedCandidate>> CandidatesAsync(Uri address, CancellationToken cancellationToken) =>
        await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Probe), cancellationToken) is FetchOutcome.Fetched page
            && TextDecoder.Decode(page.Body.Span, page.Charset) is DecodeResult.Decoded text
            ? FeedDiscovery.Find(text.Text, page.FinalAddress)
            : FeedDiscovery.Find("", address);

    private async Task WriteAllAsync(IReadOnlyList<SourceDefinition> sources, ChannelWriter<RoadCheck> checks, CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                sources,
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallel, CancellationToken = cancellationToken },
                async (source, token) =>
                {
                    foreach (var road in source.Roads)
                    {
                        await checks.WriteAsync(await CheckAsync(source, road, token), token);
                    }
                });
        }
        finally
        {
            checks.Complete();
        }
    }

    /// <summary>The same two rules as for polling: only old items are a fault, and no items are one.</summary>
    private RoadCheck Judge(RoadCheck check) =>
        check.NewestAt is { } newest && clock.GetUtcNow() - newest > TimeSpan.FromDays(options.Value.StaleDays)
            ? check with { Fault = RoadFault.OnlyOld, Detail = string.Create(CultureInfo.InvariantCulture, $"newest entry {newest:yyyy-MM-dd}") }
            : check;

    private static List<Language> LanguagesOf(IReadOnlyList<FoundEntry> entries) =>
        [.. entries.Where(entry => entry.Title.Length > 0)
            .CountBy(entry => LanguageDetector.Detect(entry.Title).Language)
            .Where(language => language.Value >= entries.Count * LeastShare)
            .OrderByDescending(language => language.Value)
            .ThenBy(language => language.Key)
            .Select(language => language.Key)];
}
