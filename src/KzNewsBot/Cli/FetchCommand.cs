using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Cli;

/// <summary>"fetch ADDRESS": what the bot would store of a page, and why. Nothing is stored.</summary>
internal static class FetchCommand
{
    public static Task<int> RunAsync(string text, bool wholeBody, CancellationToken cancellationToken) => Tool.RunAsync(
        async services =>
        {
            if (WebAddress.Read(text) is not { } address)
            {
                await Console.Error.WriteLineAsync($"\"{text}\" {(WebAddress.HasBadPort(text) ? "has no port that there is; leave it out, or name one from 1 to 65535" : "is no address; expected one such as https://example.org/news/1")}.");
                return ExitCodes.BadSettings;
            }

            await Tool.RestorePausesAsync(services, cancellationToken);
            var reading = ActivatorUtilities.CreateInstance<ReadingText>(services);
            var owner = reading.OwnerOf(address);
            var (lines, stores) = await reading.OfAsync(reading.EntryAt(address, owner?.Id ?? ""), owner, road: null, wholeBody, cancellationToken);
            foreach (var line in lines)
            {
                Console.WriteLine(line);
            }

            return stores ? ExitCodes.Fine : ExitCodes.Failed;
        },
        cancellationToken);
}
