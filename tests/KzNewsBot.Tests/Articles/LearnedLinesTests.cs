using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Cli;
using KzNewsBot.Feeds;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Feeds;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text.Extraction;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Articles;

/// <summary>What a host prints under all its articles, on the way from the page to the database and over a restart.</summary>
public class LearnedLinesTests
{
    private const string Repeated = "Редакция напоминает читателям, что свои наблюдения можно прислать нам в любое время суток.";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_line_that_a_host_repeats_is_left_once_it_is_known_also_after_a_restart(string provider)
    {
        await using var reader = await OpenAsync(provider);
        await reader.ReadAsync(TimeSpan.FromHours(20));
        var before = await reader.ArticlesAsync();
        before.Count.ShouldBeGreaterThan(HostBoilerplate.MinPages + 2);
        before[0].Body.ShouldContain(Repeated);
        before[^1].Body.ShouldNotContain(Repeated);

        await reader.RestartAsync();
        reader.House.Clock.Advance(TimeSpan.FromHours(12));
        await reader.House.Clock.RunAsync(reader.House.Get<FeedPoller>().PollDueAsync(Token));
        var collector = reader.House.Get<PageCollector>();
        await collector.StartAsync(Token);
        await reader.House.Clock.RunAsync(SettledAsync(reader));
        await collector.StopAsync(Token);

        var after = (await reader.ArticlesAsync()).Skip(before.Count).ToList();
        after.ShouldNotBeEmpty();
        after.ShouldAllBe(article => article.Body.Contains("Колонна прошла", StringComparison.Ordinal) && !article.Body.Contains(Repeated, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_operator_sees_of_a_page_is_what_would_be_stored()
    {
        await using var reader = await OpenAsync("Sqlite");
        await reader.ReadAsync(TimeSpan.FromHours(20));
        var stored = (await reader.ArticlesAsync())[^1];
        await reader.RestartAsync();

        var reading = ActivatorUtilities.CreateInstance<ReadingText>(reader.House.Get<IServiceProvider>());
        var address = new Uri(stored.Url.ShouldNotBeNull());
        var work = reading.OfAsync(reading.EntryAt(address, "fleet-00"), reading.OwnerOf(address), road: null, wholeBody: true, Token);
        await reader.House.Clock.RunAsync(work);
        var (lines, stores) = await work;
        stored.Body.ShouldNotContain(Repeated);
        stores.ShouldBeTrue();
        lines[0].ShouldBe("stored:      nothing: we have it, unchanged");
        lines[^1].ShouldBe(stored.Body);
    }

    private static async Task<FleetReader> OpenAsync(string provider)
    {
        var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, _) => path.StartsWith("/news/", StringComparison.Ordinal) ? Results.Text(Page(int.Parse(path["/news/".Length..], CultureInfo.InvariantCulture)), "text/html") : null;
        return reader;
    }

    /// <summary>Told apart by words: numbers alone make no other line.</summary>
    private static string Page(int number)
    {
        var place = new string((char)('а' + number), 7);
        return "<html lang=\"ru\"><head><title>Отряд вернулся с учений</title><meta property=\"article:published_time\" content=\"2026-11-22T09:00:00+05:00\"></head>"
            + $"<body><article><h1>Отряд вернулся с учений</h1><p>Колонна прошла по дороге {place} за двадцать минут, движение перекрывали.</p>"
            + $"<p>Командир части у села {place} поблагодарил личный состав за работу и сообщил о следующем выходе.</p><p>{Repeated}</p></article></body></html>";
    }

    private static async Task SettledAsync(FleetReader reader)
    {
        while ((await reader.EntriesAsync()).Exists(entry => entry.Stage == EntryStage.Waiting))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }
    }
}
