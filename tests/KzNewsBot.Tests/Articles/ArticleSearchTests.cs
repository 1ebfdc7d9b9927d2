using KzNewsBot.Articles;
using KzNewsBot.Bot.Commands;
using KzNewsBot.Data;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Text.Normalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
            await house.Get<SearchCommand>().FindAsync(query, Language.Russian, Token);
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
    [InlineData("Sqlite", 2001)]
    [InlineData("Postgres", 2001)]
    [InlineData("Postgres", 50_001)]
    public async Task Of_a_word_that_all_hold_the_newest_are_ranked_whenever_they_were_stored(string provider, int count)
    {
        await using var house = await House.OpenAsync(provider);
        await StockAsync(house, count);

        // The second is the best, but of all the oldest; the first was stored before all others, and is of today.
        var found = await FindAsync(house, "альянс", Language.Russian);
        found[0].ShouldBe("1");
        found.Exists(key => key == "2").ShouldBeFalse();
        (await FindAsync(house, "альянс пароль", Language.Russian)).ShouldBe(["2"]);
    }

    [Fact]
    public async Task Common_words_that_rarely_come_together_are_looked_for_in_the_index_of_words()
    {
        using var database = TestDatabase.Create("Postgres");
        await using var house = await House.OpenAsync(database);
        await StockAsync(house, 4000);
        var (one, other) = (Stem("ветер"), Stem("степь"));
        await house.Database.ReadAsync(
            async (context, token) =>
            {
                await context.Database.ExecuteSqlAsync($"UPDATE article_search SET words = to_tsvector('simple', CASE article_id % 2 WHEN 0 THEN {one} ELSE {other} END)", token);
                return await context.Database.ExecuteSqlRawAsync("ANALYZE article_search", token);
            },
            Token);
        using var statements = Statements.Of(database);
        (await FindAsync(house, "ветер степь", Language.Russian)).ShouldBeEmpty();
        var plans = await house.Database.ReadAsync((context, token) => PlansAsync(context, statements.Sent, token), Token);
        plans.ShouldHaveSingleItem().ShouldContain("Bitmap Index Scan on ix_article_search_words");
    }

    /// <summary>How PostgreSQL goes about each query for words, under the settings that are made before it.</summary>
    private static async Task<List<string>> PlansAsync(NewsDbContext context, IReadOnlyList<Statement> sent, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var plans = new List<string>();
        foreach (var statement in sent.Where(statement => statement.Text.StartsWith("SET", StringComparison.Ordinal) || statement.Text.Contains("@@", StringComparison.Ordinal)))
        {
            await using var command = (NpgsqlCommand)context.Database.GetDbConnection().CreateCommand();
            command.CommandText = (statement.Text.StartsWith("SET", StringComparison.Ordinal) ? "" : "EXPLAIN ") + statement.Text;
            foreach (var (name, value) in statement.Parameters)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var steps = new List<string>();
            while (await reader.ReadAsync(cancellationToken))
            {
                steps.Add(reader.GetString(0));
            }

            if (steps.Count > 0)
            {
                plans.Add(string.Join('\n', steps));
            }
        }

        return plans;
    }

    /// <summary>Articles that hold one word; the second also another, and both in its headline.</summary>
    private static Task StockAsync(House house, int count) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var (all, second) = (Stem("альянс"), Stem("пароль"));
                var day = DateTimeOffset.UnixEpoch.AddDays(1);
                object moment = context.IsPostgres ? day : day.UtcTicks;
                await context.Database.ExecuteSqlAsync(
                    $"""
                     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
                     INSERT INTO "Articles" ("Id", "Key", "Title", "Body", "ContentHash", "Language", "Precision", "FutureDated", "FirstSeenAt", "SortAt", "Revision", "Stage", "Pinned", "Reprint")
                     SELECT i, CAST(i AS text), '', '', '', 'Russian', 'None', FALSE, {moment}, {moment}, 1, 0, FALSE, FALSE FROM n
                     """,
                    token);
                await context.Articles.Where(article => article.Id <= 2)
                    .ExecuteUpdateAsync(articles => articles.SetProperty(article => article.SortAt, article => article.Id == 1 ? house.Clock.GetUtcNow() : DateTimeOffset.UnixEpoch), token);
                await (context.IsPostgres
                    ? context.Database.ExecuteSqlAsync($"""INSERT INTO article_search SELECT "Id", CASE "Id" WHEN 2 THEN setweight(to_tsvector('simple', {$"{all} {second}"}), 'A') WHEN 1 THEN setweight(to_tsvector('simple', {all}), 'B') ELSE setweight(to_tsvector('simple', {all}), 'D') END FROM "Articles" """, token)
                    : context.Database.ExecuteSqlAsync($"""INSERT INTO article_search (rowid, title, body) SELECT "Id", CASE WHEN "Id" <= 2 THEN {all} ELSE '' END, CASE "Id" WHEN 2 THEN {second} WHEN 1 THEN '' ELSE {all} END FROM "Articles" """, token));
            },
            Token);

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
