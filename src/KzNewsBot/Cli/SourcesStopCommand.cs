using KzNewsBot.Feeds;
using KzNewsBot.Sources;

namespace KzNewsBot.Cli;

/// <summary>"sources remove ID" for good, "sources pause ID" and "sources resume ID" for the time being; that takes up retired roads too. Stored articles stay.</summary>
internal static class SourcesStopCommand
{
    /// <summary>An outlet the operator added is taken out of the file; one that came with the program is switched off.</summary>
    public static Task<int> RemoveAsync(string id, CancellationToken cancellationToken) => Tool.RunAsync(
        services => OfAsync(services, id, source => services.GetRequiredService<OwnSources>().Read().Sources.Any(own => own.Id == id)
            ? SourcesAddCommand.SaveAsync(services, file => file.Without(id), $"{source.Name} is removed; its articles stay")
            : SourcesAddCommand.SaveAsync(services, file => file.Switched(id, on: false), $"{source.Name} is switched off; its articles stay")),
        cancellationToken);

    public static Task<int> PauseAsync(string id, bool paused, CancellationToken cancellationToken) => Tool.WithDatabaseAsync(
        services => OfAsync(services, id, async source =>
        {
            var revived = await services.GetRequiredService<RoadQueue>().PauseAsync(source, paused, cancellationToken);
            Console.WriteLine(paused
                ? $"{source.Name} is paused, at once; \"sources resume {id}\" goes on."
                : source.Enabled
                    ? $"{source.Name} is collected again, at once{(revived > 0 ? $", also by {revived} road(s) that were retired or out of service" : "")}."
                    : $"{source.Name} is no longer paused, but it is switched off; \"sources add {id}\" switches it on.");
            return ExitCodes.Fine;
        }),
        cancellationToken);

    private static async Task<int> OfAsync(IServiceProvider services, string id, Func<SourceDefinition, Task<int>> work)
    {
        if (services.GetRequiredService<SourceRegistry>().Find(id) is { } source)
        {
            return await work(source);
        }

        await Console.Error.WriteLineAsync($"\"{id}\" is not in the registry; \"sources\" lists the ids.");
        return ExitCodes.BadSettings;
    }
}
