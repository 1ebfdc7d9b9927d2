using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Feeds;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Cli;

/// <summary>"sources export-opml" and "sources import-opml": the feeds as any feed reader knows them. Folders are sides.</summary>
internal static class OpmlCommand
{
    private const string ListTitle = "KzNewsBot";

    public static Task<int> ExportAsync(string? path, bool all, CancellationToken cancellationToken) => Tool.RunAsync(
        async services =>
        {
            var outlines = services.GetRequiredService<SourceRegistry>().All.Where(source => all || source.Enabled).SelectMany(OutlinesOf);
            var text = Opml.Write(ListTitle, outlines);
            if (path is null)
            {
                await Console.Out.WriteAsync(text);
            }
            else
            {
                await File.WriteAllTextAsync(path, text, cancellationToken);
                Console.WriteLine($"written to {path}");
            }

            return ExitCodes.Fine;
        },
        cancellationToken);

    /// <param name="side">For outlines outside a folder that is named like a side.</param>
    public static Task<int> ImportAsync(string path, string? side, CancellationToken cancellationToken) => Tool.RunAsync(
        async services =>
        {
            if (!File.Exists(path))
            {
                await Console.Error.WriteLineAsync($"{path}: no such file.");
                return ExitCodes.BadSettings;
            }

            if (TextDecoder.Decode(await File.ReadAllBytesAsync(path, cancellationToken), headerCharset: null) is not DecodeResult.Decoded text
                || Opml.Read(text.Text) is not { } outlines)
            {
                await Console.Error.WriteLineAsync($"{path} is no OPML file.");
                return ExitCodes.BadSettings;
            }

            var registry = services.GetRequiredService<SourceRegistry>();
            var added = new List<SourceDefinition>();
            foreach (var site in outlines.GroupBy(outline => SiteOf(outline, registry), StringComparer.OrdinalIgnoreCase))
            {
                var fresh = site.Where(outline => Takes(outline, registry)).ToList();
                if (fresh.Count > 0 && Define(fresh, side, id => registry.Find(id) is not null || added.Exists(source => source.Id == id), registry) is { } source)
                {
                    added.Add(source);
                }
            }

            return added.Count == 0 ? Nothing() : await AddAsync(services, added);
        },
        cancellationToken);

    private static IEnumerable<OpmlOutline> OutlinesOf(SourceDefinition source)
    {
        var polled = RoadChoice.Wanted(source, new Dictionary<string, RoadState>(StringComparer.Ordinal));
        return source.Roads.Where(road => road.Kind is RoadKind.Feed or RoadKind.Search).Select(road => new OpmlOutline(
            source.Name, new Uri(road.Url), source.Homepage is { Length: > 0 } page ? new Uri(page) : null, source.Side, road.Language, StandsBy: !polled.Contains(road.Key)));
    }

    private static int Nothing()
    {
        Console.WriteLine("nothing to add");
        return ExitCodes.Fine;
    }

    private static async Task<int> AddAsync(IServiceProvider services, IReadOnlyList<SourceDefinition> added)
    {
        var code = await SourcesAddCommand.SaveAsync(
            services,
            file => added.Aggregate(file, (all, source) => all.With(source)),
            $"{added.Count} outlet(s) are added: {string.Join(", ", added.Select(source => source.Id))}");
        foreach (var source in added)
        {
            SourcesAddCommand.TellRoads(source);
        }

        return code;
    }

    /// <summary>Whether it is nobody's yet; says so where it is somebody's.</summary>
    private static bool Takes(OpmlOutline outline, SourceRegistry registry)
    {
        if (registry.WithRoadAt(new Uri(AddedSource.RoadAt(outline.FeedUrl, registry).Url)) is { } reader)
        {
            return Leave(outline, $"it is a road of {reader.Name}, \"{reader.Id}\", already");
        }

        var owner = registry.Match(outline.FeedUrl.IdnHost, name: null) ?? registry.Match(outline.SiteUrl?.IdnHost, name: null);
        return owner is null || Leave(outline, $"{owner.Name} is in the registry as \"{owner.Id}\"");
    }

    /// <summary>Null, and the reason told, where it would make no outlet: one site's trouble never stops the others.</summary>
    private static SourceDefinition? Define(IReadOnlyList<OpmlOutline> site, string? side, Func<string, bool> isTaken, SourceRegistry registry)
    {
        var first = site[0];
        if (site.Select(outline => SideOf(outline, side)).FirstOrDefault(found => found is not null) is not { } known)
        {
            LeaveAll(site, $"its side is not known; put it in a folder named like one, or say --side ({string.Join(", ", Sides.OfOutlets)})");
            return null;
        }

        var roads = site.Select((outline, place) => AddedSource.RoadAt(outline.FeedUrl, registry) with
        {
            Language = LanguageCodes.Parse(outline.Language) is not Language.Other and var language ? language.Code() : null,
            Always = place > 0 && !outline.StandsBy,
        }).DistinctBy(road => road.Key, StringComparer.Ordinal).ToList();
        var source = AddedSource.Define(
            AddedSource.IdFor(first.FeedUrl, isTaken), first.Title, known, owner: null, [.. roads.Select(road => road.Language).OfType<string>().Distinct(StringComparer.Ordinal)],
            HomeOf(first), roads, registry);
        var faults = SourceRules.FaultsOf([source]).ToList();
        if (faults.Count > 0)
        {
            LeaveAll(site, string.Join(' ', faults));
            return null;
        }

        return source;
    }

    private static void LeaveAll(IReadOnlyList<OpmlOutline> site, string reason)
    {
        foreach (var outline in site)
        {
            Leave(outline, reason);
        }
    }

    private static bool Leave(OpmlOutline outline, string reason)
    {
        Console.WriteLine($"left {outline.FeedUrl}: {reason}");
        return false;
    }

    private static string? SideOf(OpmlOutline outline, string? side) =>
        outline.Folder?.Split('/').LastOrDefault(folder => Sides.OfOutlets.Contains(folder, StringComparer.Ordinal)) ?? side;

    /// <summary>Feeds of one host are one outlet's, but not those of two searches, nor of two who keep them with one service.</summary>
    private static string SiteOf(OpmlOutline outline, SourceRegistry registry) =>
        HomeOf(outline) is var home && AddedSource.IsShared(home, registry) ? outline.FeedUrl.AbsoluteUri : SourceRegistry.WithoutWww(home.IdnHost);

    private static Uri HomeOf(OpmlOutline outline) => outline.SiteUrl ?? new Uri(outline.FeedUrl, "/");
}
