using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace KzNewsBot.Tests.Articles;

public class SearchRenewalTests(StarterHouses houses) : IClassFixture<StarterHouses>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Articles_indexed_in_an_older_form_are_found_again(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var before = await FindAsync(house);
        before.ShouldNotBeEmpty();
        await RenewAsync(house);
        await ForgetAsync(house, before);
        (await FindAsync(house)).ShouldBeEmpty();

        // What is of today's form is left alone.
        await RenewAsync(house);
        (await FindAsync(house)).ShouldBeEmpty();

        // Cut short in the middle, as by a restart, it goes on where it was.
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) => (await context.Settings.SingleAsync(setting => setting.Key == "search.version", token)).Value = "1",
            Token);
        (await Renewal(house).RenewBatchAsync(Token)).ShouldBeTrue();
        await RenewAsync(house);
        (await FindAsync(house)).ShouldBe(before, ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_text_that_changes_while_it_is_indexed_anew_is_found_by_its_new_words(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var house = await House.OpenAsync(database);
        await using var other = await House.OpenAsync(database);
        var article = News.Article("Учения НАТО и Казахстана", url: "https://tass.ru/indexed");
        await house.Get<ArticleStore>().StoreAsync(article, null, Token);
        using var statements = Statements.Of(database);
        statements.BeforeTransaction = () =>
            other.Get<ArticleStore>().StoreAsync(article with { Title = "ШОС утвердила программу", Body = News.UnrelatedRussianBody }, null, Token).GetAwaiter().GetResult();

        await RenewAsync(house);

        statements.BeforeTransaction.ShouldBeNull("it changed before what had been read was written");
        (await FindAsync(house, "ШОС")).Count.ShouldBe(1);
        (await FindAsync(house, "миротворцы")).ShouldBeEmpty();
    }

    private static async Task RenewAsync(House house)
    {
        while (await Renewal(house).RenewBatchAsync(Token))
        {
        }
    }

    private static SearchRenewal Renewal(House house) => new(house.Database, TimeProvider.System, NullLogger<SearchRenewal>.Instance);

    private static Task ForgetAsync(House house, IReadOnlyList<long> ids) =>
        house.Database.WriteAsync(WritePriority.Background, (context, token) => ArticleSearch.RemoveAsync(context, ids, token), Token);

    private static Task<IReadOnlyList<long>> FindAsync(House house, string query = "миротворцы") =>
        house.Database.ReadAsync((context, token) => ArticleSearch.FindAsync(context, query, Language.Russian, 100, token), Token);
}
