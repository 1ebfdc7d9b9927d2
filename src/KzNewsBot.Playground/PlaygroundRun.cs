using KzNewsBot.Cli;
using KzNewsBot.Playground.ChatPage;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Playground;

internal sealed record PlaygroundOptions(int Port, string DataFolder, bool Collect);

/// <summary>What `dotnet run --project src/KzNewsBot.Playground` does.</summary>
internal static class PlaygroundRun
{
    public static Task<int> RunAsync(PlaygroundOptions options, CancellationToken cancellationToken) => Tool.GuardAsync(async () =>
    {
        if (FolderFault(options.DataFolder) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return ExitCodes.BadSettings;
        }

        try
        {
            await using var simulator = await TelegramSimulator.StartAsync(
                new SimulatorOptions
                {
                    Port = options.Port,
                    StateFile = Path.Combine(options.DataFolder, "telegram.json"),
                    ExtraEndpoints = routes => routes.MapChatPage(),
                },
                cancellationToken);
            await using var newsroom = options.Collect
                ? await PlaygroundNewsroom.StartAsync(options.Port, options.DataFolder, simulator.Clock, cancellationToken)
                : null;
            var settings = newsroom is null ? null : PlaygroundNewsroom.SettingsFor(newsroom, options.DataFolder);
            await using var bot = await PlaygroundBot.StartAsync(simulator, options.DataFolder, options.Collect, cancellationToken, settings);
            Greet(simulator.Address, newsroom?.Address, options.DataFolder);
            await bot.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Fine;
        }
        catch (SimulatorPortBusyException busy)
        {
            await Console.Error.WriteLineAsync($"Port {busy.Port} is in use by another program; choose another one with --port.");
            return ExitCodes.Failed;
        }
    });

    private static string? FolderFault(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"The folder \"{folder}\" can't be written to; choose another one with --data.";
        }
    }

    private static void Greet(Uri address, Uri? newsroom, string folder)
    {
        var outlets = newsroom is null ? "" : $"\n\n  Invented outlets publish news at {newsroom}newsroom; the bot reads them as it would real ones.";
        Console.WriteLine($"""

              The bot is ready. Open  {address}  in a browser.

              Try:   /start            choose a language
                     /nato, /odkb, /un stories with quotations and their sources
                     /subscribe        choose topics, then move the clock in the page to the hour of the digest
                     /help             everything else{outlets}

              Data is kept in {Path.GetFullPath(folder)}. Ctrl+C stops.

            """);
    }
}
