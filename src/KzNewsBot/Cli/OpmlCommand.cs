using KzNewsBot.Sources;
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
            var outlines = services.GetRequiredService<SourceRegistry>().All
                .Where(source => all || source.Enabled)
                .SelectMany(source => source.Roads.Where(road => road.Kind is RoadKind.Feed or RoadKind.Search).Select(road => new OpmlOutline(
                    source.Name, new Uri(road.Url), source.Homepage is { Length: > 0 } page ? new Uri(page) : null, source.Side)));
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
            var known = registry.All.Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
            var added = new List<SourceDefinition>();
            foreach (var site in outlines.GroupBy(outline => SiteOf(outline, registry), StringComparer.OrdinalIgnoreCase))
            {
                if (WhyNot(registry, site.First(), side) is { } reason)
                {
                    Console.WriteLine($"left {site.First().FeedUrl}: {reason}");
                    continue;
                }

                added.Add(Define([.. site], side, known, registry));
                known.Add(added[^1].Id);
            }

            return added.Count == 0
                ? Nothing()
                : await SourcesAddCommand.SaveAsync(services, file => added.Aggregate(file, (all, source) => all.With(source)), $"{added.Count} outlet(s) are added: {string.Join(", ", added.Select(source => source.Id))}");
        },
        cancellationToken);

    private static int Nothing()
    {
        Console.WriteLine("nothing to add");
        return ExitCodes.Fine;
    }

    private static string? WhyNot(SourceRegistry registry, OpmlOutline outline, string? side)
    {
        if (registry.Match(new Uri(outline.FeedUrl, "/").Host, name: null) is { } owner)
        {
            return $"{owner.Name} is in the registry as \"{owner.Id}\"";
        }

        return SideOf(outline, side) is null ? $"its side is not known; put it in a folder named like one, or say --side ({string.Join(", ", Sides.OfOutlets)})" : null;
    }

    private static SourceDefinition Define(IReadOnlyList<OpmlOutline> site, string? side, HashSet<string> known, SourceRegistry registry)
    {
        var first = site[0];
        var home = first.SiteUrl ?? new Uri(first.FeedUrl, "/");
        return AddedSource.Define(
            AddedSource.IdFor(first.FeedUrl, known.Contains), first.Title, SideOf(first, side) ?? "", owner: null, [], home,
            [.. site.Select(outline => new RoadDefinition { Kind = RoadKind.Feed, Url = outline.FeedUrl.AbsoluteUri })],
            registry);
    }

    private static string? SideOf(OpmlOutline outline, string? side) =>
        outline.Folder?.Split('/').LastOrDefault(folder => Sides.OfOutlets.Contains(folder, StringComparer.Ordinal)) ?? side;

    /// <summary>Feeds of one host are one outlet's, but not those of two searches.</summary>
    private static string SiteOf(OpmlOutline outline, SourceRegistry registry) =>
        (outline.SiteUrl ?? outline.FeedUrl) is var site && registry.IsShared(site.Host) ? outline.FeedUrl.AbsoluteUri : site.Host;
}
