using KzNewsBot.Articles;
using KzNewsBot.Bot.Commands;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Articles;

public class ArticleSearchTests(StarterHouses houses) : IClassFixture<StarterHouses>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("миротворцам Казахстана", "ru")]
    [InlineData("миротворцами", "ru")]
    [InlineData("ОДКБ", "ru")]
    [InlineData("одкб председательство", "ru")]
    [InlineData("бітімгершіліктің", "kk")]
    [InlineData("ҰҚШҰ", "kk")]
    [InlineData("peacekeepers", "en")]
    [InlineData("CSTO chairmanships", "en")]
    [InlineData("KAZCENT", "en")]
    [InlineData("слово-которого-нет-нигде", "ru")]
    public async Task Both_databases_find_the_same_articles(string query, string code)
    {
        var language = LanguageCodes.Parse(code);
        var sqlite = await FindAsync(await houses.OpenAsync("Sqlite"), query, language);
        var postgres = await FindAsync(await houses.OpenAsync("Postgres"), query, language);
        postgres.ShouldBe(sqlite, ignoreOrder: true);
        (sqlite.Count > 0).ShouldBe(!query.Contains("нет", StringComparison.Ordinal), query);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Every_word_must_be_there(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var one = await FindAsync(house, "миротворцы", Language.Russian);
        var both = await FindAsync(house, "миротворцы Голанских", Language.Russian);
        both.Count.ShouldBeInRange(1, one.Count - 1);
        both.ShouldBeSubsetOf(one, StringComparer.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_operators_spelling_is_only_a_word(string provider)
    {
        var house = await houses.OpenAsync(provider);
        string[] hostile =
        [
            "\" OR * NEAR(", "title:ОДКБ", "ОДКБ OR НАТО", "НАТО NOT ОДКБ", "^ОДКБ", "НАТО*", "a\"b\"c", "'; DROP TABLE \"Articles\"; --", "-ОДКБ", "{title} : x",
            "& | ! <-> :*", "\\", "%_%", "\0", "a\0b", "\ud800", "\udc00ОДКБ", "🙂🙂", "ﷺ", new string('я', 5000), new string('"', 5000), "NEAR/2", "((((", "и", " ", "\u200b",
        ];
        foreach (var query in hostile)
        {
            await FindAsync(house, query, Language.Russian);
            await house.Get<SearchCommand>().FindAsync(query, Token);
        }

        (await FindAsync(house, "ОДКБ OR НАТО", Language.Russian)).ShouldBeEmpty("\"or\" is a word that no article holds");
        (await FindAsync(house, "НАТО*", Language.Russian)).ShouldBe(await FindAsync(house, "НАТО", Language.Russian));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Random_queries_never_fail(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var random = new Random(2026);
        const string alphabet = "абвОДКБүқһ xyz09\"'*()-:^|&!<>{}[]\\/.,;%_\t\n\0\u0301\u200d";
        for (var i = 0; i < 60; i++)
        {
            var query = new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(20) == 0 ? (char)random.Next(0x10000) : alphabet[random.Next(alphabet.Length)])]);
            await Should.NotThrowAsync(() => FindAsync(house, query, (Language)random.Next(4)), $"query {i}");
        }
    }

    private static Task<List<string>> FindAsync(House house, string query, Language language) =>
        house.Database.ReadAsync(
            async (context, token) =>
            {
                var ids = await ArticleSearch.FindAsync(context, query, language, 100, token);
                var keys = await context.Articles.Where(article => ids.Contains(article.Id)).ToDictionaryAsync(article => article.Id, article => article.Key, token);
                return ids.Select(id => keys[id]).ToList();
            },
            Token);
}
