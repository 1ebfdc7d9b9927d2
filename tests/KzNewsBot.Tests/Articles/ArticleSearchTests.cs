using KzNewsBot.Articles;
using KzNewsBot.Bot.Commands;
using KzNewsBot.Data;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Text.Normalization;
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

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_a_word_that_all_hold_the_newest_are_ranked(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (all, first) = (Stem("альянс"), Stem("пароль"));
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                context.Articles.AddRange(Enumerable.Range(1, 2001).Select(number => new Article { Key = $"{number}", Title = "", Body = "", ContentHash = "" }));
                await context.SaveChangesAsync(token);
                await (provider == "Sqlite"
                    ? context.Database.ExecuteSqlAsync($"""INSERT INTO article_search (rowid, title, body) SELECT "Id", CASE "Id" WHEN 1 THEN {all} ELSE '' END, CASE "Id" WHEN 1 THEN {first} ELSE {all} END FROM "Articles" """, token)
                    : context.Database.ExecuteSqlAsync($"""INSERT INTO article_search SELECT "Id", CASE "Id" WHEN 1 THEN setweight(to_tsvector('simple', {$"{all} {first}"}), 'A') ELSE setweight(to_tsvector('simple', {all}), 'D') END FROM "Articles" """, token));
            },
            Token);

        (await FindAsync(house, "альянс", Language.Russian))[0].ShouldBe("2001", "the first is the best, but older than two thousand that hold the word");
        (await FindAsync(house, "альянс пароль", Language.Russian)).ShouldBe(["1"]);
    }

    private static string Stem(string word) => SearchText.NormalizeQuery(word, Language.Russian).Trim();

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
