using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using KzNewsBot.Text;

namespace KzNewsBot.Cli;

/// <summary>What the operator says of a new outlet; null where nothing was said.</summary>
internal sealed record AddedSourceWish(string? Id, string? Name, string? Side, string? Owner, string? Language);

/// <summary>"sources add ID|ADDRESS": switches a known outlet on, or finds the feeds at an address and adds their outlet.</summary>
internal static class SourcesAddCommand
{
    public static Task<int> RunAsync(string what, AddedSourceWish wish, CancellationToken cancellationToken) => Tool.RunAsync(
        services => services.GetRequiredService<SourceRegistry>().Find(what) is { } known
            ? SwitchOnAsync(services, known)
            : WebAddress.Read(what) is { } address
                ? AddAsync(services, address, wish, cancellationToken)
                : SayAsync($"\"{what}\" is neither an id of the registry nor an address; \"sources\" lists the ids."),
        cancellationToken);

    private static async Task<int> SwitchOnAsync(IServiceProvider services, SourceDefinition known)
    {
        if (known.Enabled)
        {
            Console.WriteLine($"{known.Name} is switched on already.");
            return ExitCodes.Fine;
        }

        return await SaveAsync(services, file => file.Switched(known.Id, on: true), $"{known.Name} is switched on");
    }

    private static async Task<int> AddAsync(IServiceProvider services, Uri address, AddedSourceWish wish, CancellationToken cancellationToken)
    {
        var registry = services.GetRequiredService<SourceRegistry>();
        if (registry.Match(address.Host, name: null) is { } owner)
        {
            return await SayAsync($"{address.Host} belongs to {owner.Name}, which is in the registry; \"sources add {owner.Id}\" switches it on.");
        }

        if (registry.WithRoadAt(new Uri(AddedSource.RoadAt(address, registry).Url)) is { } reader)
        {
            return await SayAsync($"{address} is a road of {reader.Name} already; \"sources add {reader.Id}\" switches that outlet on.");
        }

        if (wish.Side is null)
        {
            return await SayAsync($"Whose side does the outlet speak for? Say --side, one of {string.Join(", ", Sides.OfOutlets)}.");
        }

        await Tool.RestorePausesAsync(services, cancellationToken);
        var found = await services.GetRequiredService<RoadInspector>().DiscoverAsync(SourcesTestCommand.Unknown, address, cancellationToken);
        Terminal.Write(SourcesCheckCommand.TableOf(found, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        var working = RoadPlan.Of([.. found.Where(check => check.Fault is null && IsFree(check.Road, registry))]);
        if (working.Count == 0)
        {
            return await SayAsync($"{address} leads to no feed that works and is nobody's; nothing was added.", ExitCodes.Failed);
        }

        var source = Define(registry, address, wish, working);
        var code = await SaveAsync(services, file => file.With(source), $"{source.Name} is added as \"{source.Id}\" with {source.Roads.Count} road(s)");
        TellRoads(source);
        return code;
    }

    private static bool IsFree(RoadDefinition road, SourceRegistry registry)
    {
        if (registry.WithRoadAt(new Uri(road.Url)) is not { } reader)
        {
            return true;
        }

        Console.WriteLine($"left {road.Url}: it is a road of {reader.Name}, \"{reader.Id}\", already");
        return false;
    }

    private static SourceDefinition Define(SourceRegistry registry, Uri address, AddedSourceWish wish, IReadOnlyList<RoadCheck> working)
    {
        IReadOnlyList<string> languages = wish.Language is { } said
            ? [said]
            : [.. working.SelectMany(check => check.Languages).Where(language => language != Language.Other).Distinct().Select(language => language.Code())];
        var title = working.Select(check => check.Title).FirstOrDefault(title => title.Length > 0);
        return AddedSource.Define(
            wish.Id ?? AddedSource.IdFor(address, id => registry.Find(id) is not null),
            wish.Name ?? title ?? address.Host,
            wish.Side ?? "",
            wish.Owner,
            languages,
            new Uri(address, "/"),
            [.. working.Select(check => check.Road with { Language = LanguageOf(check, languages) })],
            registry);
    }

    /// <summary>A road in one language says so; one in several leaves it to each entry.</summary>
    private static string? LanguageOf(RoadCheck check, IReadOnlyList<string> languages) =>
        languages.Count == 1 ? languages[0] : check.Languages is [not Language.Other and var only] ? only.Code() : null;

    /// <summary>The whole registry is checked before the file changes: a bot never finds one it can't start with.</summary>
    internal static async Task<int> SaveAsync(IServiceProvider services, Func<RegistryFile, RegistryFile> change, string done)
    {
        var own = services.GetRequiredService<OwnSources>();
        var shipped = services.GetRequiredService<Data.SeedFiles>().Read(SourceRegistry.FileName);
        var before = own.Read();
        var file = change(before);

        // What a new version shipped against the file is told at each start and holds up no change; what the change adds is refused.
        var known = SourceRegistry.Parse(shipped, OwnSources.TextOf(before), strict: false).Warnings;
        var adds = SourceRegistry.Parse(shipped, OwnSources.TextOf(file), strict: false).Warnings.Except(known, StringComparer.Ordinal).Any();
        SourceRegistry.Parse(shipped, OwnSources.TextOf(file), strict: adds);
        own.Write(file);
        await Console.Out.WriteLineAsync($"{done}. That stands in {own.Path}; a running bot heeds it at its next start.");
        return ExitCodes.Fine;
    }

    internal static void TellRoads(SourceDefinition source)
    {
        var polled = RoadChoice.Wanted(source, new Dictionary<string, RoadState>(StringComparer.Ordinal));
        foreach (var road in source.Roads)
        {
            Console.WriteLine(polled.Contains(road.Key)
                ? $"{source.Id}: polled: {road.Url}"
                : $"{source.Id}: stands by, and is polled when another fails: {road.Url}");
        }
    }

    private static async Task<int> SayAsync(string sentence, int exitCode = ExitCodes.BadSettings)
    {
        await Console.Error.WriteLineAsync(sentence);
        return exitCode;
    }
}
