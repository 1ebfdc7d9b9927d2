using System.Globalization;
using KzNewsBot.Digests;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Cli;

/// <summary>"digest [--date D] [--topics a,b] [--lang L]".</summary>
internal static class DigestPrintCommand
{
    public static Task<int> RunAsync(string? dateText, string? topicsText, string languageCode, CancellationToken cancellationToken) => Tool.WithDatabaseAsync(
        async services =>
        {
            var zone = services.GetRequiredService<IOptions<SubscriptionOptions>>().Value.DefaultTimeZone;
            var day = WallClock.DayIn(zone, services.GetRequiredService<TimeProvider>().GetUtcNow());
            if (dateText is not null && !DateOnly.TryParseExact(dateText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                await Console.Error.WriteLineAsync($"--date is \"{dateText}\"; it must look like 2026-11-22.");
                return ExitCodes.BadSettings;
            }

            var catalogue = services.GetRequiredService<TopicCatalogue>();
            var named = topicsText?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                ?? [.. catalogue.Topics.Select(topic => topic.Id)];
            if (named.FirstOrDefault(name => catalogue.Find(name) is null) is { } unknown)
            {
                await Console.Error.WriteLineAsync($"--topics names \"{unknown}\"; known are {string.Join(", ", catalogue.Topics.Select(topic => topic.Id))}.");
                return ExitCodes.BadSettings;
            }

            var window = new StoryWindow.Published(WallClock.At(zone, day, 0), WallClock.At(zone, day.AddDays(1), 0));
            var topics = named.Select(name => catalogue.Find(name)?.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var digest = await services.GetRequiredService<DigestComposer>().ComposeAsync(
                new DigestRequest(topics, day, window, LanguageCodes.Parse(languageCode), zone, Late: false),
                cancellationToken);
            foreach (var message in digest.Messages)
            {
                Console.WriteLine(PlainText.Of(message));
            }

            return ExitCodes.Fine;
        },
        cancellationToken);
}
