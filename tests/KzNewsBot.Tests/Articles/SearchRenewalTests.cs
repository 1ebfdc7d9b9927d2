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

    private static async Task RenewAsync(House house)
    {
        while (await Renewal(house).RenewBatchAsync(Token))
        {
        }
    }

    private static SearchRenewal Renewal(House house) => new(house.Database, TimeProvider.System, NullLogger<SearchRenewal>.Instance);

    private static Task ForgetAsync(House house, IReadOnlyList<long> ids) =>
        house.Database.WriteAsync(WritePriority.Background, (context, token) => ArticleSearch.RemoveAsync(context, ids, token), Token);

    private static Task<IReadOnlyList<long>> FindAsync(House house) =>
        house.Database.ReadAsync((context, token) => ArticleSearch.FindAsync(context, "миротворцы", Language.Russian, 100, token), Token);
}
