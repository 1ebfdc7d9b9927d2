namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Learns the lines that a host prints under many of its articles: slogans, calls, legal notices that no list of phrases
/// foresees. Keeps for each host a sample of its pages, few of one day, so that memory is bounded, a new line of its template
/// is learned within some days and one that it dropped forgotten; the same pages in the same order on the same days teach the
/// same. Not for use by several threads at once.
/// </summary>
internal sealed class HostBoilerplate
{
    /// <summary>Hosts beyond these, those with the largest hashes, are not learned: about 20 KB are kept for each.</summary>
    public const int MaxHosts = 500;

    public const int MaxPagesOfHost = 64;
    public const int MaxLinesOfPage = 200;

    /// <summary>Below this a few articles on one event could make their shared sentence look like furniture.</summary>
    public const int MinPages = 8;

    /// <summary>
    /// So many new ones a full sample takes in: it then reaches back over a week and more, however much its host writes, and
    /// what one day's great event has every report repeat is not taken for furniture.
    /// </summary>
    private const int PagesOfDay = 8;

    private const int MinRepeats = 4;
    private const double MinShare = 0.3;

    private readonly Dictionary<string, PageSample> hosts = new(StringComparer.Ordinal);

    public int HostCount => hosts.Count;

    /// <summary>Takes note of one page's lines; the same lines again change nothing.</summary>
    /// <param name="day">On which the page was read.</param>
    public void Learn(string host, IReadOnlyList<string> lines, DateOnly day)
    {
        ulong[] keys = [.. lines.Select(LineKey.Of).Where(key => key != 0).Distinct().Order().Take(MaxLinesOfPage)];
        if (keys.Length > 0)
        {
            Sample(HostKey(host))?.Add(keys, day);
        }
    }

    /// <summary>True for a line that stood on at least four pages and a third of what is remembered of the host.</summary>
    public bool IsBoilerplate(string host, string line) =>
        hosts.TryGetValue(HostKey(host), out var sample) && LineKey.Of(line) is not 0 and var key && sample.IsRepeated(key);

    /// <summary>A body without the lines its host repeats.</summary>
    public string Strip(string host, string body) =>
        string.Join('\n', body.Split('\n').Where(line => !IsBoilerplate(host, line)));

    public HostBoilerplateSnapshot ToSnapshot() => new(hosts.OrderBy(host => host.Key, StringComparer.Ordinal)
        .ToDictionary(host => host.Key, host => host.Value.Pages, StringComparer.Ordinal));

    public static HostBoilerplate FromSnapshot(HostBoilerplateSnapshot snapshot)
    {
        var learned = new HostBoilerplate();
        foreach (var (host, pages) in snapshot.Hosts)
        {
            foreach (var page in pages)
            {
                learned.Sample(HostKey(host))?.Add([.. page.Distinct().Order().Take(MaxLinesOfPage)], DateOnly.MinValue);
            }
        }

        return learned;
    }

    private static string HostKey(string host) => host.ToLowerInvariant();

    private PageSample? Sample(string host)
    {
        if (hosts.TryGetValue(host, out var sample))
        {
            return sample;
        }

        if (hosts.Count == MaxHosts)
        {
            var last = hosts.Keys.MaxBy(LineKey.Hash)!;
            if (LineKey.Hash(host) >= LineKey.Hash(last))
            {
                return null;
            }

            hosts.Remove(last);
        }

        sample = new PageSample();
        hosts.Add(host, sample);
        return sample;
    }

    /// <summary>The lines of some pages of one host, as hashes.</summary>
    private sealed class PageSample
    {
        private readonly Queue<ulong[]> pages = [];
        private readonly HashSet<ulong> known = [];
        private readonly Dictionary<ulong, int> counts = [];
        private DateOnly today;
        private int takenToday;

        /// <summary>Oldest first.</summary>
        public IReadOnlyList<IReadOnlyList<ulong>> Pages => [.. pages];

        public void Add(ulong[] keys, DateOnly day)
        {
            if (day != today)
            {
                (today, takenToday) = (day, 0);
            }

            if ((pages.Count == MaxPagesOfHost && takenToday >= PagesOfDay) || !known.Add(LineKey.Combine(keys)))
            {
                return;
            }

            takenToday++;
            pages.Enqueue(keys);
            Count(keys, 1);
            if (pages.Count > MaxPagesOfHost)
            {
                var dropped = pages.Dequeue();
                known.Remove(LineKey.Combine(dropped));
                Count(dropped, -1);
            }
        }

        public bool IsRepeated(ulong key) =>
            pages.Count >= MinPages && counts.GetValueOrDefault(key) >= Math.Max(MinRepeats, pages.Count * MinShare);

        private void Count(ulong[] keys, int change)
        {
            foreach (var key in keys)
            {
                var count = counts.GetValueOrDefault(key) + change;
                if (count == 0)
                {
                    counts.Remove(key);
                }
                else
                {
                    counts[key] = count;
                }
            }
        }
    }
}

/// <summary>What was learned, for keeping: for each host the lines of the remembered pages as hashes.</summary>
internal sealed record HostBoilerplateSnapshot(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<ulong>>> Hosts);
