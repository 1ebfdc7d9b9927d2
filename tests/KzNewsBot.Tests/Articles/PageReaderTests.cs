using KzNewsBot.Articles;
using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Fetching;
using KzNewsBot.Tests.Sources;

namespace KzNewsBot.Tests.Articles;

public sealed class PageReaderTests : IAsyncDisposable
{
    private const string OwnLine = "Отряд вернулся с полигона под Капчагаем и передал технику на хранение в срок.";

    private readonly HostileServer _server = new();
    private readonly FetchStand _stand = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_article_that_is_read_again_and_again_keeps_its_own_lines()
    {
        var reader = Reader();
        foreach (var place in (string[])["мосту", "площади", "бульвару", "дамбе", "тракту", "проспекту", "тоннелю", "набережной"])
        {
            await ReadAsync(reader, "/a", Page($"Колонна прошла по {place} за двадцать минут, движение на дороге перекрывали."), rereads: 0);
        }

        foreach (var (reread, word) in ((string[])["утру", "полудню", "вечеру", "ночи"]).Select((word, reread) => (reread, word)))
        {
            (await ReadAsync(reader, "/live", Page(OwnLine, $"К {word} на полигоне осталось несколько машин сопровождения и связи."), reread)).ShouldContain(OwnLine);
        }
    }

    [Theory]
    [InlineData("https://outlet.example/")]
    [InlineData("https://outlet.example/live")]
    public void Entries_of_one_address_are_told_apart_where_its_page_can_t_be_read(string url)
    {
        var keys = EntryKeys.Of([new(url, "1", "Первое"), new(url, "2", "Второе")]);
        string[] addresses = [.. keys.Select(key => AddressOf(EntryAt(url, key)))];
        addresses.ShouldBeUnique(StringComparer.Ordinal);
        addresses.ShouldAllBe(address => new Uri(address).GetLeftPart(UriPartial.Query) == url);
    }

    [Fact]
    public void An_entry_that_has_its_address_to_itself_is_known_by_it()
    {
        const string Url = "https://outlet.example/1";
        AddressOf(EntryAt(Url, EntryKeys.Of([new(Url, "1", "Первое")])[0])).ShouldBe(Url);
    }

    private static string AddressOf(Entry entry) => PageReader.FromEntry(entry, note: null).ShouldBeOfType<PageReading.Found>().Article.CanonicalUrl.ShouldNotBeNull();

    private static Entry EntryAt(string url, string key, int rereads = 0) => new()
    {
        SourceId = "one",
        Key = key,
        RoadKey = "",
        Url = url,
        Title = "Отряд вернулся с учений",
        ContentHash = "",
        Rereads = rereads,
    };

    private static string Page(params string[] lines) =>
        $"<html lang=\"ru\"><head><title>Отряд вернулся с учений</title></head><body><article><h1>Отряд вернулся с учений</h1>{string.Concat(lines.Select(line => $"<p>{line}</p>"))}</article></body></html>";

    private PageReader Reader() =>
        new(_stand.Get<KzNewsBot.Fetching.WebFetcher>(), new OutletDirectory(SourceRegistry.Parse(Registry.Json("\"enabled\":false"))), new LearnedLines(null!), _stand.Clock);

    private async Task<string> ReadAsync(PageReader reader, string path, string page, int rereads)
    {
        _server.Always(HostileServer.Answer("200 OK", page, "Content-Type: text/html; charset=utf-8"));
        var url = _server.At(path).AbsoluteUri;
        var entry = EntryAt(url, EntryKeys.Of([new(url, null, "")])[0], rereads);
        return (await reader.ReadAsync(new DueEntry(entry, Registry.With("\"enabled\":false"), FetchPage: true), Token)).ShouldBeOfType<PageReading.Found>().Article.Body;
    }
}
