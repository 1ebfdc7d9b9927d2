using KzNewsBot.Data;
using KzNewsBot.Sources;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>What is told far more often than it usually is.</summary>
/// <param name="Count">Independent reports in the last 24 hours.</param>
/// <param name="Usual">Of a day, on average over the days before that we have.</param>
internal sealed record Spike(int Count, double Usual);

/// <summary>The spikes of one moment: by topic, and by side over all topics.</summary>
internal sealed record Spikes(IReadOnlyDictionary<string, Spike> Topics, IReadOnlyDictionary<string, Spike> Sides)
{
    public static readonly Spikes None = new(new Dictionary<string, Spike>(StringComparer.Ordinal), new Dictionary<string, Spike>(StringComparer.Ordinal));
}

/// <summary>
/// Finds topics and sides far above their own usual level: reprints do not count, and the upper bound is that of a c-chart,
/// three standard deviations over the mean (Shewhart, "Economic Control of Quality of Manufactured Product", 1931), the
/// deviation being the days' own where that is larger than the Poisson one.
/// </summary>
internal sealed class SpikeReader(NewsDatabase database, SourceRegistry registry, TimeProvider clock) : IDisposable
{
    /// <summary>Days that make up what is usual.</summary>
    public const int UsualDays = 28;

    /// <summary>With fewer days behind us nothing is unusual.</summary>
    public const int FewestDays = 7;

    /// <summary>A handful of reports is no wave, however rare the topic.</summary>
    public const int FewestReports = 5;

    private const double Deviations = 3;

    /// <summary>A digest hour asks for each edition; what is unusual does not change so fast.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (DateTimeOffset At, Spikes Spikes)? _last;

    public async Task<Spikes> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (_last is not { } last || now - last.At > Kept || now < last.At)
            {
                _last = last = (now, await FindAsync(now, cancellationToken));
            }

            return last.Spikes;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Spikes> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - ((UsualDays + 1) * Day);
        var longAgo = now - (FewestDays * Day);
        var (oldest, usual, reports) = await database.ReadAsync(
            async (context, token) => (
                await context.Articles.Where(article => article.SourceId != SourceRegistry.StarterId).MinAsync(article => (DateTimeOffset?)article.FirstSeenAt, token),
                await context.Articles.Where(article => article.SortAt > since && article.SortAt <= now && article.FirstSeenAt <= longAgo && article.SourceId != null)
                    .Select(article => article.SourceId).Distinct().ToListAsync(token),
                await (from article in context.Articles
                       join topic in context.ArticleTopics on article.Id equals topic.ArticleId
                       where !article.Reprint && article.SortAt > since && article.SortAt <= now && article.SourceId != SourceRegistry.StarterId
                       select new Report(article.Id, topic.TopicId, article.SourceId, article.SortAt)).ToListAsync(token)),
            cancellationToken);

        // A bot that began a week ago knows a week: days before it are no days without news.
        var days = oldest is { } first ? Math.Min(UsualDays, (int)((now - first) / Day) - 1) : 0;
        if (days < FewestDays)
        {
            return Spikes.None;
        }

        // An outlet that was added or resumed this week has no usual day: its reports are news of our reading, not of the world.
        reports.RemoveAll(report => !usual.Contains(report.SourceId));
        return new Spikes(
            Above(reports.Select(report => (report.TopicId, report.At)), now, days),
            Above(reports.DistinctBy(report => report.ArticleId).Select(report => (registry.Find(report.SourceId)?.Side ?? "", report.At)), now, days));
    }

    private static Dictionary<string, Spike> Above(IEnumerable<(string Key, DateTimeOffset At)> reports, DateTimeOffset now, int days)
    {
        var spikes = new Dictionary<string, Spike>(StringComparer.Ordinal);
        foreach (var group in reports.Where(report => report.Key.Length > 0).GroupBy(report => report.Key, StringComparer.Ordinal))
        {
            // Day 0 is the last 24 hours.
            var counts = new int[days + 1];
            foreach (var age in group.Select(report => (int)((now - report.At) / Day)).Where(age => age <= days))
            {
                counts[age]++;
            }

            var usual = counts.Skip(1).Average();
            var variance = counts.Skip(1).Average(count => (count - usual) * (count - usual));
            if (counts[0] >= FewestReports && counts[0] > usual + (Deviations * Math.Sqrt(Math.Max(usual, variance))))
            {
                spikes[group.Key] = new Spike(counts[0], usual);
            }
        }

        return spikes;
    }

    private sealed record Report(long ArticleId, string TopicId, string? SourceId, DateTimeOffset At);
}
