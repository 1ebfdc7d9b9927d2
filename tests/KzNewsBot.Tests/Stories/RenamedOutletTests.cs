using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Stories;

/// <summary>What was stored of an outlet that the registry has under another id by now, or not at all.</summary>
public class RenamedOutletTests
{
    private const string Title = "Учения миротворцев «Степной ветер» прошли в Алматы";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task It_keeps_its_side_under_another_id_and_its_name_without_one(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using (var house = await OpenAsync(database, "herald-kz"))
        {
            await house.Get<ArticleStore>().StoreAsync(News.Article(Title, url: "https://herald.example/1", day: "2026-11-21"), "herald-kz", Token);
            await house.Get<NewsFlow>().RunToEndAsync(Token);
            (await LeadAsync(house)).Source.ShouldNotBeNull().Id.ShouldBe("herald-kz");
        }

        await using (var house = await OpenAsync(database, "herald"))
        {
            (await LeadAsync(house)).Source.ShouldNotBeNull().Id.ShouldBe("herald");

            // Its side was heard before: a copy of the same side is no news.
            var other = house.Get<SourceRegistry>().All.First(source => source is { Side: "kz-independent", Hosts.Count: > 0, Id: not "herald" });
            var told = await SequenceAsync(house);
            await house.Get<ArticleStore>().StoreAsync(News.Article(Title, url: $"https://{other.Hosts[0]}/1", day: "2026-11-21"), other.Id, Token);
            await house.Get<NewsFlow>().RunToEndAsync(Token);
            (await SequenceAsync(house)).ShouldBe(told);
        }

        await using (var house = await OpenAsync(database, id: null))
        {
            var lead = await LeadAsync(house);
            (lead.Source, lead.Outlet).ShouldBe((null, "Herald"));
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task It_has_its_side_where_its_article_was_there_before_it(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using (var house = await OpenAsync(database, id: null))
        {
            await house.Get<ArticleStore>().StoreAsync(News.Article(Title, url: "https://herald.example/1", day: "2026-11-21"), sourceId: null, Token);
            await house.Get<NewsFlow>().RunToEndAsync(Token);
            (await LeadAsync(house)).Source.ShouldBeNull();
        }

        await using var again = await OpenAsync(database, "herald");
        (await LeadAsync(again)).Source.ShouldNotBeNull().Side.ShouldBe("kz-independent");
    }

    private static Task<House> OpenAsync(TestDatabase database, string? id)
    {
        var herald = $$"""{"id":"{{id}}","name":"Herald","side":"kz-independent","hosts":["herald.example"]}""";
        File.WriteAllText(Path.Combine(database.Folder, OwnSources.FileName), $$"""{"on":[],"off":[],"sources":[{{(id is null ? "" : herald)}}]}""");
        return House.OpenAsync(database);
    }

    private static async Task<StoryArticle> LeadAsync(House house) => (await house.Get<StoryReader>().ReadAsync(await IdAsync(house), Token)).ShouldNotBeNull().Lead;

    private static Task<long> IdAsync(House house) => house.Database.ReadAsync((context, token) => context.Stories.Select(story => story.Id).SingleAsync(token), Token);

    private static Task<long> SequenceAsync(House house) => house.Database.ReadAsync((context, token) => context.Stories.Select(story => story.Sequence).SingleAsync(token), Token);
}
