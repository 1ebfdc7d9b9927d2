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
        var faults = await AllFaultsAsync();
        foreach (var fault in faults.Distinct(StringComparer.Ordinal))
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

    /// <summary>A start ends at the first value that can't be read: here each is told, and then left out to see what else there is.</summary>
    private static async Task<List<string>> AllFaultsAsync()
    {
        var faults = new List<string>();
        var leftOut = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var settings = BotHost.SettingsOf(new BotHostOptions());
        while (true)
        {
            try
            {
                await using var app = BotHost.BuildBot(new BotHostOptions { LeftOut = leftOut });
                return [.. faults, .. FaultsOf(app.Services), .. UnknownSettings.In(settings)];
            }
            catch (Exception e) when (BadValue.Of(e, settings) is { } bad && bad.Keys.Any(leftOut.Add))
            {
                faults.AddRange(bad.Sentence.Split('\n'));
                leftOut.UnionWith(bad.Keys);
            }
            catch (Exception e) when (Trouble.Of(e) is { } trouble)
            {
                return [.. faults, .. trouble.Sentences];
            }
        }
    }

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
        catch (Exception e) when ((e is OptionsValidationException || BadValue.Of(e) is null) && Trouble.Of(e) is { } trouble)
        {
            return trouble.Sentences;
        }
    }
}
