using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Articles;

public class ArticleStoreTests(SharedHouses houses) : IClassFixture<SharedHouses>
{
    private static int _last;

    private readonly string _url = $"https://tengrinews.kz/test/{Interlocked.Increment(ref _last)}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_moment_of_change_is_kept_apart_and_only_when_it_can_be(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        (DateTimeOffset Modified, DateTimeOffset? Kept)[] cases = [(now.AddHours(-1), now.AddHours(-1)), (now.AddHours(1), null), (now.AddDays(-3), null)];
        for (var place = 0; place < cases.Length; place++)
        {
            var published = now.AddDays(-2);
            await house.Get<ArticleStore>().StoreAsync(
                News.Article($"Учения начались, {place}", News.RussianBody + place, url: $"https://tengrinews.kz/{place}") with
                {
                    Published = new PublicationDate(DateOnly.FromDateTime(published.UtcDateTime), published, DateOrigin.MetaTag, "x") { Confidence = 0.9 },
                    Modified = new PublicationDate(DateOnly.FromDateTime(cases[place].Modified.UtcDateTime), cases[place].Modified, DateOrigin.MetaTag, "x"),
                },
                sourceId: null,
                TestContext.Current.CancellationToken);
        }

        var articles = await house.Database.ReadAsync((context, token) => context.Articles.OrderBy(article => article.Id).ToListAsync(token), TestContext.Current.CancellationToken);
        articles.Select(article => article.ModifiedAt).ShouldBe(cases.Select(one => one.Kept));
        articles.ShouldAllBe(article => article.PublishedAt == now.AddDays(-2) && article.DateConfidence == 0.9);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_article_is_stored_once(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var article = News.Article(_url, url: _url);
        (await StoreAsync(house, article)).ShouldBe(StoreOutcome.Imported);
        (await StoreAsync(house, article)).ShouldBe(StoreOutcome.Unchanged);
        (await ReadAsync(house, _url)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Of_pages_that_claim_one_address_at_once_each_finds_what_the_other_left()
    {
        // On SQLite there is one writer at a time.
        await using var house = await House.OpenAsync("Postgres");
        Task<StoredArticle>? second = null;
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({_url}, 0))", token);
                second = house.Get<ArticleStore>().StoreAsync(News.Article(_url, url: _url), sourceId: null, token);
                while (!second.IsCompleted && !await AnyWaitsAsync())
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, token);
                }

                second.IsCompleted.ShouldBeFalse("it decides by what the first has left");
            },
            Token);
        (await second.ShouldNotBeNull()).Outcome.ShouldBe(StoreOutcome.Imported);

        Task<bool> AnyWaitsAsync() => house.Database.ReadAsync(
            (context, token) => context.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "Value" """).SingleAsync(token), Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_entry_whose_address_changed_is_the_article_it_was(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var first = await store.StoreAsync(News.Article(_url, "Коротко о событии.", url: _url), sourceId: null, Token);
        var moved = News.Article(_url, "Подробно о событии, которое произошло вчера.", url: $"{_url}-slug");
        var again = await store.StoreAsync(moved, sourceId: null, new ArticleClues(first.ArticleId), Token);
        again.ShouldBe(new StoredArticle(StoreOutcome.Updated, first.ArticleId));
        (await store.StoreAsync(moved with { Body = "Ещё подробнее о событии, которое произошло вчера." }, sourceId: null, Token)).ArticleId.ShouldBe(first.ArticleId);
        var other = News.Article($"{_url} other", "О другом событии.", url: $"https://ria.ru/other{_url.GetHashCode(StringComparison.Ordinal)}");
        (await store.StoreAsync(other, sourceId: null, new ArticleClues(first.ArticleId), Token)).Outcome.ShouldBe(StoreOutcome.Imported, "another outlet's is another article");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Pages_that_claim_one_address_are_articles_of_their_own_where_they_were_found(string provider)
    {
        var house = await houses.OpenAsync(provider);
        const string Exercise = "Учения миротворцев начались в Алматы";
        var claimed = $"{_url}/all";
        var first = await PageAsync(Exercise, News.RussianBody, "1");
        var other = await PageAsync("Министры подписали в Алматы программу против наркоторговли", News.UnrelatedRussianBody, "2");
        other.Outcome.ShouldBe(StoreOutcome.Imported);
        (await ReadAsync(house, claimed)).Title.ShouldStartWith(Exercise);
        (await ReadAsync(house, $"{_url}/2")).Id.ShouldBe(other.ArticleId);

        // Each is known again, whatever its title has become.
        (await PageAsync("Министры подписали в Алматы программу против наркоторговли", $"{News.UnrelatedRussianBody} Её примут весной.", "2", other.ArticleId)).ShouldBe(new StoredArticle(StoreOutcome.Updated, other.ArticleId));
        (await PageAsync("Военные вышли на полигон", $"{News.RussianBody} Их двести.", "1", first.ArticleId)).ShouldBe(new StoredArticle(StoreOutcome.Updated, first.ArticleId));

        Task<StoredArticle> PageAsync(string title, string body, string page, long? asArticle = null) =>
            house.Get<ArticleStore>().StoreAsync(News.Article($"{title} {_url.Split('/')[^1]}", body + _url, url: claimed), sourceId: null, new ArticleClues(asArticle, Fetched: $"{_url}/{page}"), Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Headlines_by_one_formula_are_of_two_articles_under_one_claimed_address(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var claimed = $"{_url}/all";
        await StoreAsync(house, News.Article("Токаев принял министра обороны", News.RussianBody + _url, url: claimed));
        var other = News.Article("Токаев принял министра культуры", News.UnrelatedRussianBody + _url, url: claimed);
        var stored = await house.Get<ArticleStore>().StoreAsync(other, sourceId: null, new ArticleClues(Fetched: $"{_url}/2"), Token);
        stored.Outcome.ShouldBe(StoreOutcome.Imported);
        (await house.Get<ArticleStore>().ForeseeAsync(other with { Body = $"{other.Body} Её примут." }, sourceId: null, $"{_url}/3", Token)).ShouldBe((StoreOutcome.Imported, $"{_url}/3"));

        // It stays where it was found, also when it comes to tell the other's news.
        var alike = News.Article("Токаев принял министра обороны", $"{News.RussianBody}{_url} Их двести.", url: claimed);
        (await house.Get<ArticleStore>().StoreAsync(alike, sourceId: null, new ArticleClues(stored.ArticleId, Fetched: $"{_url}/2"), Token)).ShouldBe(new StoredArticle(StoreOutcome.Updated, stored.ArticleId));
        (await ReadAsync(house, claimed)).Revision.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_headline_rewritten_to_the_last_word_is_the_same_articles_at_its_other_addresses(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var first = await store.StoreAsync(News.Article("Учения миротворцев начались", News.RussianBody + _url, url: _url), sourceId: null, Token);
        var amp = News.Article("Полигон принял гостей", $"{News.RussianBody}{_url} Их двести.", url: _url);
        (await store.StoreAsync(amp, sourceId: null, new ArticleClues(Fetched: $"{_url}/amp"), Token)).ShouldBe(new StoredArticle(StoreOutcome.Updated, first.ArticleId));

        await store.StoreAsync(amp with { CanonicalUrl = $"{_url}/short" }, sourceId: null, Token);
        var print = News.Article("Девять стран под Капчагаем", $"{News.RussianBody}{_url} Их триста.", url: $"{_url}/short");
        (await store.StoreAsync(print, sourceId: null, new ArticleClues(Fetched: $"{_url}/print"), Token)).ShouldBe(new StoredArticle(StoreOutcome.Updated, first.ArticleId));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task One_short_line_in_common_makes_two_posts_no_article(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var line = $"Подробности {_url} уточняются редакцией.";
        var first = await store.StoreAsync(News.Article("Срочно", line, url: _url), sourceId: null, Token);
        (await store.StoreAsync(News.Article("Срочно", line, url: $"{_url}/2"), sourceId: null, Token)).ShouldBe(new StoredArticle(StoreOutcome.Linked, first.ArticleId));

        var edited = await store.StoreAsync(News.Article("Пожар на складе", $"{line} Горит склад у вокзала.", url: $"{_url}/2"), sourceId: null, new ArticleClues(first.ArticleId), Token);
        edited.Outcome.ShouldBe(StoreOutcome.Imported);
        (await ReadAsync(house, _url)).Title.ShouldBe("Срочно");

        // And one of three words more or less is the one it was, by its title.
        await store.StoreAsync(News.Article("Фото дня в столице", $"Акорда {_url}", url: $"{_url}/photo"), sourceId: null, Token);
        (await store.StoreAsync(News.Article("Фото дня в столице: парад", $"Акорда {_url} снята", url: $"{_url}/photo"), sourceId: null, new ArticleClues(Fetched: $"{_url}/photo/amp"), Token)).Outcome.ShouldBe(StoreOutcome.Updated);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_page_in_another_language_is_no_revision_of_the_address_it_claims(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article("НАТО, ШОС: Алматы", News.RussianBody + _url, url: _url));
        var kazakh = News.Article("НАТО, ШОС: Алматы", "Алматыда бітімгерлердің оқу-жаттығуы өтті.", Language.Kazakh, url: _url);
        (await house.Get<ArticleStore>().StoreAsync(kazakh, sourceId: null, new ArticleClues(Fetched: $"{_url}/kk"), Token)).Outcome.ShouldBe(StoreOutcome.Imported);
        (await ReadAsync(house, $"{_url}/kk")).Language.ShouldBe(Language.Kazakh);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Another_address_of_the_same_page_brings_its_revision(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article("Учения миротворцев начались в Алматы", News.RussianBody + _url, url: _url));
        var amp = News.Article("В Алматы начались учения миротворцев стран альянса", News.OtherRussianBody + _url, url: _url);
        (await house.Get<ArticleStore>().StoreAsync(amp, sourceId: null, new ArticleClues(Fetched: $"{_url}/amp"), Token)).Outcome.ShouldBe(StoreOutcome.Updated);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_page_that_shows_less_than_before_takes_nothing_away(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var part = News.Article(_url, "Казахстан и НАТО провели учения.", url: _url) with { Completeness = new Completeness(CompletenessVerdict.Teaser, []) };
        (await StoreAsync(house, part)).ShouldBe(StoreOutcome.Imported);
        (await StoreAsync(house, News.Article(_url, url: _url))).ShouldBe(StoreOutcome.Updated);
        (await StoreAsync(house, part)).ShouldBe(StoreOutcome.Unchanged);
        (await ReadAsync(house, _url)).Body.ShouldBe(News.RussianBody);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_changed_text_keeps_the_old_one_and_is_tagged_again(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article(_url, url: _url));
        (await StoreAsync(house, News.Article(_url, News.OtherRussianBody, url: _url))).ShouldBe(StoreOutcome.Updated);
        var stored = await ReadAsync(house, _url);
        (stored.Body, stored.Revision, stored.Stage).ShouldBe((News.OtherRussianBody, 2, ArticleStage.Stored));
        var old = await house.Database.ReadAsync((context, token) => context.ArticleRevisions.SingleAsync(revision => revision.ArticleId == stored.Id, token), Token);
        (old.Number, old.Body, old.ReplacedAt).ShouldBe((1, News.RussianBody, house.Clock.GetUtcNow()));
        (await FindAsync(house, "обороны учебного центра")).ShouldContain(stored.Id);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_short_text_that_comes_again_another_week_is_another_event(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string Notice = "Аэропорт временно ограничил полёты.";
        var longText = string.Join('\n', Enumerable.Repeat(News.RussianBody, 3));
        await StoreAsync(house, News.Article(_url, Notice, url: _url));
        await StoreAsync(house, News.Article(_url, longText, url: $"{_url}/long"));
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await StoreAsync(house, News.Article(_url, Notice, url: $"{_url}?again"))).ShouldBe(StoreOutcome.Linked);
        house.Clock.Advance(TimeSpan.FromDays(6));
        (await StoreAsync(house, News.Article(_url, Notice, url: $"{_url}/next"))).ShouldBe(StoreOutcome.Imported);
        (await StoreAsync(house, News.Article(_url, longText, url: $"{_url}/long-again"))).ShouldBe(StoreOutcome.Linked);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_same_text_at_another_address_is_the_same_article(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article(_url, url: _url));
        (await StoreAsync(house, News.Article(_url, url: $"{_url}?print=1"))).ShouldBe(StoreOutcome.Linked);
        (await StoreAsync(house, News.Article(_url, url: $"{_url}?print=1"))).ShouldBe(StoreOutcome.Linked);
        (await house.Database.ReadAsync((context, token) => context.ArticleAddresses.CountAsync(address => address.Url.StartsWith(_url), token), Token)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task No_outlet_puts_its_text_under_anothers_name(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article(_url, url: _url));
        var other = await house.Get<ArticleStore>().StoreAsync(News.Article("Чужое", News.OtherRussianBody, url: _url), "tass", Token);
        other.Outcome.ShouldBe(StoreOutcome.Unchanged);
        var stored = await ReadAsync(house, _url);
        (stored.SourceId, stored.Title, stored.Body, stored.Revision).ShouldBe(("tengrinews", _url, News.RussianBody, 1));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_owns_an_address_gets_it_back_from_whoever_was_stored_under_it(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var portal = $"https://www.gov.kz/memleket/entities/mfa/press/news/details/{Guid.NewGuid()}?lang=ru";
        foreach (var (url, owner, body) in ((string, string, string)[])[(_url, "tengrinews", News.OtherRussianBody), ($"{_url}/same", "tengrinews", News.RussianBody), (portal, "kzmfa", News.OtherRussianBody)])
        {
            var wrong = await store.StoreAsync(News.Article(url, url: url), "tass", Token);
            var right = await store.StoreAsync(News.Article(url, body, url: url), owner, Token);
            right.Outcome.ShouldBe(StoreOutcome.Imported, url);
            var stored = await ReadAsync(house, url);
            (stored.Id, stored.SourceId, stored.Body).ShouldBe((right.ArticleId, owner, body));
            var left = await house.Database.ReadAsync((context, token) => context.Articles.SingleAsync(article => article.Id == wrong.ArticleId, token), Token);
            (left.SourceId, left.Url, left.Body).ShouldBe(("tass", null, News.RussianBody));
            (await store.StoreAsync(News.Article(url, url: url), "tass", Token)).ShouldBe(new StoredArticle(StoreOutcome.Unchanged, right.ArticleId, IsAnothers: true));
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_an_outlet_told_under_an_older_id_is_not_doubled(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var old = await store.StoreAsync(News.Article(_url, url: _url), "tengrinews", Token);
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                if (!await context.Sources.AnyAsync(source => source.Id == "older-id", token))
                {
                    context.Sources.Add(new Source { Id = "older-id" });
                    await context.SaveChangesAsync(token);
                }

                await context.Articles.Where(article => article.Id == old.ArticleId).ExecuteUpdateAsync(rows => rows.SetProperty(article => article.SourceId, "older-id"), token);
            },
            Token);
        (await store.StoreAsync(News.Article(_url, url: _url), "tengrinews", Token)).ShouldBe(new StoredArticle(StoreOutcome.Unchanged, old.ArticleId));
        (await store.StoreAsync(News.Article(_url, News.OtherRussianBody, url: _url), "tengrinews", Token)).ShouldBe(new StoredArticle(StoreOutcome.Updated, old.ArticleId));
        (await ReadAsync(house, _url)).SourceId.ShouldBe("tengrinews");
    }

    [Theory]
    [InlineData("Sqlite", News.RussianBody)]
    [InlineData("Postgres", News.RussianBody)]
    [InlineData("Sqlite", News.OtherRussianBody)]
    [InlineData("Postgres", News.OtherRussianBody)]
    public async Task What_was_stored_before_its_outlet_was_known_becomes_its_own(string provider, string later)
    {
        var house = await houses.OpenAsync(provider);
        var (store, url) = (house.Get<ArticleStore>(), $"https://unknown.example/{Guid.NewGuid():N}");
        await store.StoreAsync(News.Article(url, url: url), sourceId: null, Token);
        (await ReadAsync(house, url)).SourceId.ShouldBeNull();
        await store.StoreAsync(News.Article(url, later, url: url), "tass", Token);
        (await ReadAsync(house, url)).SourceId.ShouldBe("tass");
        (await store.StoreAsync(News.Article(url, later, url: url), "tass", Token)).Outcome.ShouldBe(StoreOutcome.Unchanged);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Nor_is_it_doubled_by_its_second_address_once_its_outlet_is_known(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var (store, url) = (house.Get<ArticleStore>(), $"https://unknown.example/{Guid.NewGuid():N}");
        var first = await store.StoreAsync(News.Article(url, url: url), sourceId: null, Token);
        (await store.StoreAsync(News.Article(url, url: $"{url}/2"), sourceId: null, Token)).Outcome.ShouldBe(StoreOutcome.Linked);
        (await store.StoreAsync(News.Article(url, url: $"{url}/2"), "tass", Token)).ShouldBe(new StoredArticle(StoreOutcome.Linked, first.ArticleId));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Without_an_address_they_are_told_apart_by_the_one_they_named(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var (one, other) = (News.Article(_url, News.RussianBody), News.Article(_url, News.OtherRussianBody));
        var first = await store.StoreAsync(one, "tass", new ArticleClues(Identity: "https://x.example/1"), Token);
        (await store.StoreAsync(other, "tass", new ArticleClues(Identity: "https://x.example/2"), Token)).Outcome.ShouldBe(StoreOutcome.Imported);
        (await store.StoreAsync(one, "tass", new ArticleClues(Identity: "https://x.example/1"), Token)).ShouldBe(new StoredArticle(StoreOutcome.Unchanged, first.ArticleId));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_an_outlet_says_of_a_page_that_was_anothers_adds_nothing_once_that_is_stored(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var page = await store.StoreAsync(News.Article("Учения миротворцев", url: _url), "tass", Token);
        var teaser = News.Article("Учения миротворцев", "Коротко об учениях.");

        (await store.StoreAsync(teaser, "azattyq", new ArticleClues(page.ArticleId, Identity: _url), Token)).ShouldBe(new StoredArticle(StoreOutcome.Unchanged, page.ArticleId, IsAnothers: true));
        (await store.StoreAsync(teaser with { Title = "Другая новость" }, "azattyq", new ArticleClues(page.ArticleId, Identity: _url), Token)).Outcome.ShouldBe(StoreOutcome.Imported);
        (await ReadAsync(house, _url)).Body.ShouldBe(News.RussianBody);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_date_in_the_future_is_marked_and_never_leads(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article(_url, url: _url, day: "2099-01-01", instant: "2099-01-01T00:00:00Z"));
        var stored = await ReadAsync(house, _url);
        (stored.FutureDated, stored.SortAt).ShouldBe((true, house.Clock.GetUtcNow()));

        var tomorrow = News.Article($"{_url} завтра", url: $"{_url}/b", day: DayOf(house.Clock.GetUtcNow().AddDays(2)));
        await StoreAsync(house, tomorrow with { Published = tomorrow.Published.ShouldNotBeNull() with { IsFuture = true } });
        (await ReadAsync(house, $"{_url}/b")).FutureDated.ShouldBeTrue("who read it knew the outlet's own day");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_hour_still_to_come_is_on_another_clock_than_it_says(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await StoreAsync(house, News.Article($"{_url} чужие часы", url: $"{_url}/a", day: DayOf(now), instant: $"{now.AddHours(5):O}"));
        await StoreAsync(house, News.Article($"{_url} спешат", url: $"{_url}/b", day: DayOf(now), instant: $"{now.AddMinutes(3):O}"));
        var foreign = await ReadAsync(house, $"{_url}/a");
        (foreign.PublishedAt, foreign.PublishedDay, foreign.Precision, foreign.FutureDated).ShouldBe((null, DateOnly.FromDateTime(now.UtcDateTime), PublishedPrecision.Day, false));
        foreign.SortAt.ShouldBeLessThanOrEqualTo(now);
        var fast = await ReadAsync(house, $"{_url}/b");
        (fast.PublishedAt, fast.SortAt).ShouldBe((now.AddMinutes(3), now));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_change_written_over_the_publication_does_not_make_it_new(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var published = house.Clock.GetUtcNow().AddHours(-1);
        await StoreAsync(house, News.Article(_url, url: _url, day: DayOf(published), instant: $"{published:O}"));
        house.Clock.Advance(TimeSpan.FromDays(3));
        var changed = house.Clock.GetUtcNow();
        (await StoreAsync(house, News.Article($"{_url} дополнено", url: _url, day: DayOf(changed), instant: $"{changed:O}"))).ShouldBe(StoreOutcome.Updated);
        var stored = await ReadAsync(house, _url);
        (stored.PublishedAt, stored.SortAt, stored.Revision).ShouldBe((published, published, 2));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Another_outlets_reprint_is_an_article_of_its_own(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article(_url, url: _url));
        (await StoreAsync(house, News.Article(_url, url: _url.Replace("tengrinews.kz", "tass.ru", StringComparison.Ordinal)))).ShouldBe(StoreOutcome.Imported);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Dates_are_kept_as_precisely_as_they_were_given(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article($"{_url} без даты", url: $"{_url}/a"));
        await StoreAsync(house, News.Article($"{_url} день", url: $"{_url}/b", day: "2026-02-03"));
        await StoreAsync(house, News.Article($"{_url} минута", url: $"{_url}/c", day: "2026-02-03", instant: "2026-02-03T00:30:00+05:00"));

        var undated = await ReadAsync(house, $"{_url}/a");
        (undated.Precision, undated.PublishedDay, undated.PublishedAt, undated.SortAt).ShouldBe((PublishedPrecision.None, null, null, house.Clock.GetUtcNow()));
        var day = await ReadAsync(house, $"{_url}/b");
        (day.Precision, day.PublishedDay, day.PublishedAt).ShouldBe((PublishedPrecision.Day, new DateOnly(2026, 2, 3), null));
        day.SortAt.ShouldBe(new DateTimeOffset(2026, 2, 3, 12, 0, 0, TimeSpan.Zero));
        var minute = await ReadAsync(house, $"{_url}/c");
        (minute.Precision, minute.PublishedDay, minute.SortAt).ShouldBe((PublishedPrecision.Minute, new DateOnly(2026, 2, 3), new DateTimeOffset(2026, 2, 2, 19, 30, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("Sqlite", "https://www.nur.kz/x/", null, null, "nurkz")]
    [InlineData("Sqlite", "https://kaz.nur.kz/x/", null, null, "nurkz")]
    [InlineData("Sqlite", null, "Акорда", null, "akorda")]
    [InlineData("Sqlite", null, "Ақорда", null, "akorda")]
    [InlineData("Sqlite", "https://tass.ru/x/", "Акорда", null, "tass")]
    [InlineData("Sqlite", "https://tass.ru/x/", null, "vlast", "vlast")]
    [InlineData("Sqlite", "https://example.org/x/", "Степной листок", null, null)]
    public async Task The_outlet_is_known_by_override_then_host_then_name(string provider, string? address, string? outlet, string? named, string? source)
    {
        var house = await houses.OpenAsync(provider);
        var title = $"{_url} {address} {outlet} {named}";
        await house.Get<ArticleStore>().StoreAsync(News.Article(title, url: address is null ? null : address + Guid.NewGuid(), outlet: outlet), named, Token);
        var stored = await house.Database.ReadAsync((context, token) => context.Articles.SingleAsync(article => article.Title == title, token), Token);
        (stored.SourceId, stored.Outlet).ShouldBe((source, outlet ?? house.Get<SourceRegistry>().Find(source)?.Name));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_text_without_an_address_is_known_by_outlet_day_and_title(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await StoreAsync(house, News.Article($"Заметка {_url}", outlet: "Степной листок", day: "2026-02-03"));
        (await StoreAsync(house, News.Article($"ЗАМЕТКА {_url}", News.OtherRussianBody, outlet: "степной листок", day: "2026-02-03"))).ShouldBe(StoreOutcome.Updated);
        (await StoreAsync(house, News.Article($"Заметка {_url}", News.OtherRussianBody, outlet: "Степной листок", day: "2026-02-04"))).ShouldBe(StoreOutcome.Imported);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Stored_by_several_at_once_it_is_there_once(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var stores = Enumerable.Range(0, 5).Select(_ => StoreAsync(house, News.Article(_url, url: _url))).ToArray();
        await house.Clock.RunAsync(Task.WhenAll(stores));
        stores.Count(store => store.Result == StoreOutcome.Imported).ShouldBe(1);
        (await ReadAsync(house, _url)).Revision.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_text_of_megabytes_is_stored_like_any_other(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var random = new Random(5);
        var words = Enumerable.Range(0, 220_000).Select(_ => random.Next(10_000_000, int.MaxValue).ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        var body = string.Join(' ', words);
        (await StoreAsync(house, News.Article(_url, body, Language.English, _url))).ShouldBe(StoreOutcome.Imported);
    }

    private static string DayOf(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<StoreOutcome> StoreAsync(House house, KzNewsBot.Text.Extraction.ExtractedArticle article) =>
        (await house.Get<ArticleStore>().StoreAsync(article, sourceId: null, Token)).Outcome;

    private static Task<Article> ReadAsync(House house, string url) =>
        house.Database.ReadAsync((context, token) => context.Articles.SingleAsync(article => article.Url == url, token), Token);

    private static Task<IReadOnlyList<long>> FindAsync(House house, string query) =>
        house.Database.ReadAsync((context, token) => ArticleSearch.FindAsync(context, query, Language.Russian, 50, token), Token);
}
