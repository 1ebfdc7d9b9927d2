using System.Globalization;
using KzNewsBot.Playground.Newsroom;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Playground;

/// <summary>The invented outlets beside the chat page, and the settings that lead the bot to them.</summary>
internal static class PlaygroundNewsroom
{
    /// <summary>The outlets take the ports after the chat page's; where these are taken, any others.</summary>
    public static async Task<SampleNewsroom> StartAsync(int chatPort, string dataFolder, VirtualClock clock, CancellationToken cancellationToken)
    {
        var options = new NewsroomOptions { Clock = clock, Port = chatPort == 0 ? 0 : chatPort + 1, OpenedAt = OpenedAt(dataFolder, clock) };
        try
        {
            return await SampleNewsroom.StartAsync(options, cancellationToken);
        }
        catch (NewsroomPortBusyException)
        {
            return await SampleNewsroom.StartAsync(options with { Port = 0 }, cancellationToken);
        }
    }

    public static IReadOnlyDictionary<string, string?> SettingsFor(SampleNewsroom newsroom, string dataFolder)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Collection:Poll"] = "true",
            ["Seeds:Folder"] = PlaygroundSeeds.Write(dataFolder, newsroom.SourcesJson),

            // A newcomer watches: nobody waits six hours for the next look.
            ["Feeds:FloorMinutes"] = "1",
            ["Feeds:CeilingMinutes"] = "5",
            ["Fetching:SpacingMilliseconds"] = "100",
        };
        foreach (var (address, place) in newsroom.AllowedAddresses.Select((address, place) => (address, place)))
        {
            settings[string.Create(CultureInfo.InvariantCulture, $"Fetching:AllowHosts:{place}")] = address;
        }

        return settings;
    }

    /// <summary>The newsroom goes on where it was: an article keeps its moment over a restart.</summary>
    private static DateTimeOffset OpenedAt(string dataFolder, VirtualClock clock)
    {
        var file = Path.Combine(dataFolder, "newsroom-opened.txt");
        if (File.Exists(file) && DateTimeOffset.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var opened))
        {
            return opened;
        }

        var now = clock.GetUtcNow();
        File.WriteAllText(file, now.ToString("O", CultureInfo.InvariantCulture));
        return now;
    }
}
