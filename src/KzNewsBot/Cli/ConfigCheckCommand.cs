using KzNewsBot.Bot;
using KzNewsBot.Hosting;
using KzNewsBot.Sources;
using KzNewsBot.Text.Classification;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Cli;

/// <summary>"config check": everything that a start reads before the database, every fault at once, without starting anything.</summary>
internal static class ConfigCheckCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.GuardAsync(async () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var app = BotHost.BuildBot(new BotHostOptions());
        var faults = FaultsOf(app.Services).Concat(UnknownSettings.In((IConfigurationRoot)app.Configuration)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        if (faults.Count > 0)
        {
            return ExitCodes.BadSettings;
        }

        Console.WriteLine("every setting is valid");
        return ExitCodes.Fine;
    });

    private static IEnumerable<string> FaultsOf(IServiceProvider services) =>
    [
        .. Try(() =>
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }),
        .. Try(() => RunCommand.TokenFaultOf(services) is { } fault ? [fault] : []),
        .. Try(() =>
        {
            var gaveWay = services.GetRequiredService<TopicCatalogue>().GaveWay;
            return gaveWay.Count == 0 ? [] : [$"own-topics.json bears names of these topics of this version, which therefore are no more: {string.Join(", ", gaveWay)}."];
        }),

        // Where the topics must get along with the bot's own commands.
        .. Try(() =>
        {
            services.GetRequiredService<UpdateRouter>();
            return [];
        }),

        // What of the operator's file no longer fits does not stop a start, but is left by it.
        .. Try(() => services.GetRequiredService<SourceRegistry>().Warnings),
    ];

    private static IReadOnlyList<string> Try(Func<IReadOnlyList<string>> look)
    {
        try
        {
            return look();
        }
        catch (Exception e) when (Trouble.Of(e) is { } trouble)
        {
            return trouble.Sentences;
        }
    }
}
