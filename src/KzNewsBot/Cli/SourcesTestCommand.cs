using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Cli;

/// <summary>"sources test ID|ADDRESS": every road of an outlet, or what stands at an address, and its newest entry as it would be stored.</summary>
internal static class SourcesTestCommand
{
    public static Task<int> RunAsync(string what, CancellationToken cancellationToken) => Tool.RunAsync(
        async services =>
        {
            var source = services.GetRequiredService<SourceRegistry>().Find(what);
            var address = source is null ? WebAddress.Read(what) : null;
            if (source is null && address is null)
            {
                await Console.Error.WriteLineAsync($"\"{what}\" is neither an id of the registry nor an address; \"sources\" lists the ids.");
                return ExitCodes.BadSettings;
            }

            await Tool.RestorePausesAsync(services, cancellationToken);
            var inspector = services.GetRequiredService<RoadInspector>();
            IReadOnlyList<RoadCheck> checks = source is not null
                ? await inspector.CheckAsync([source], cancellationToken).ToListAsync(cancellationToken)
                : await inspector.DiscoverAsync(Unknown, address!, cancellationToken);
            Terminal.Write(SourcesCheckCommand.TableOf(checks, services.GetRequiredService<TimeProvider>().GetUtcNow()));
            if (checks.FirstOrDefault(check => check.Fault is null) is { } best)
            {
                return await ReadNewestAsync(ActivatorUtilities.CreateInstance<ReadingText>(services), best, source, cancellationToken);
            }

            await Console.Error.WriteLineAsync($"{source?.Name ?? what} leads to no feed that works.");
            return ExitCodes.Failed;
        },
        cancellationToken);

    /// <summary>Whose an address is before it is anybody's.</summary>
    public static readonly SourceDefinition Unknown = new() { Id = "-", Name = "-", Side = Sides.All[0] };

    private static async Task<int> ReadNewestAsync(ReadingText reading, RoadCheck best, SourceDefinition? source, CancellationToken cancellationToken)
    {
        if (best.Entries.Where(entry => entry.Url is not null).MaxBy(entry => entry.Published ?? entry.Updated ?? DateTimeOffset.MinValue) is not { Url: { } url } newest)
        {
            Console.WriteLine("No entry has an address: only what the road itself carries would be stored.");
            return ExitCodes.Fine;
        }

        Console.WriteLine($"Its newest entry, {url}:");
        var entry = reading.EntryAt(new Uri(url), best.Source.Id, newest);
        var (lines, stores) = await reading.OfAsync(entry, source, best.Road, wholeBody: false, cancellationToken);
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }

        return stores ? ExitCodes.Fine : ExitCodes.Failed;
    }
}
