using KzNewsBot.Sources;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Articles;

/// <summary>The registry's names and hosts in the shape the extractor asks for.</summary>
internal sealed class OutletDirectory(SourceRegistry registry)
{
    public OutletNames Names { get; } = new(
        [.. registry.All.Where(source => source.Side != Sides.Archive).Select(source =>
            new KnownOutlet(source.Id, [source.Name, .. source.Aliases, .. source.Names.Values], [.. source.Hosts, .. source.RetiredHosts]))]);
}
