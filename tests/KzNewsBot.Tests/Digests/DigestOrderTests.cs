using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Digests;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KzNewsBot.Tests.Digests;

/// <summary>Which stories a digest tells first, and which at all where not all fit.</summary>
public class DigestOrderTests
{
    private const string Drill = "Учения миротворцев «Степной ветер» прошли в Алматы";
    private const string Cyber = "НАТО и Казахстан откроют школу киберзащиты в Караганде";
    private const string Sappers = "NATO instructors teach sappers in Oskemen";
    private const string Trade = "Казахстан и ШОС утвердили программу борьбы с наркоторговлей";

    private const string CyberBody =
        "НАТО и Казахстан откроют в Караганде школу киберзащиты. Соглашение о школе подписали в Брюсселе.\n"
        + "Первые тридцать слушателей из министерств республики начнут занятия весной, преподавать будут офицеры НАТО.";

    private const string CyberBodyInEnglish =
        "NATO and Kazakhstan will open a school of cyber defence in Karaganda. The agreement on the school was signed in Brussels.\n"
        + "The first thirty students from ministries of the republic begin in spring, and NATO officers will teach them.";

    private const string SappersBody =
        "Instructors of NATO have begun to teach thirty sappers in Oskemen how to clear mines by hand. The course lasts six weeks.\n"
        + "It ends with an examination on a training ground near the Irtysh, the NATO press service said.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_reader_can_read_comes_first_then_what_most_outlets_tell(string provider)
    {
        await using var house = await NewsroomAsync(provider);
        (await TitlesAsync(house, Language.Russian, ["nato"])).ShouldBe([Drill, Cyber, Sappers], "of three, two and one reports, and nobody tells of the sappers in Russian");
        (await TitlesAsync(house, Language.English, ["nato"])).ShouldBe(
            ["NATO and Kazakhstan to open cyber school", Sappers, Drill], "the school leads in Russian and is told in English too");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_concerns_Kazakhstan_stands_before_the_worlds_news(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string world = "НАТО проведёт саммит в Гааге";
        string[] reports =
        [
            "НАТО проведёт саммит в Гааге в июне. Лидеры альянса обсудят расходы на оборону, сообщили в Брюсселе журналистам.",
            "Саммит НАТО состоится в Гааге летом: в повестке расходы союзников на оборону и поставки, передаёт агентство из Брюсселя.",
            "В Гааге в июне пройдёт саммит НАТО, на котором союзники договорятся об оборонных расходах, заявил генсек альянса.",
        ];
        string[] hosts = ["tass.ru", "ria.ru", "interfax.ru"];
        foreach (var (host, body) in hosts.Zip(reports))
        {
            await house.Get<ArticleStore>().StoreAsync(News.Article(world, body, Language.Russian, $"https://{host}/1", day: "2026-11-21", instant: "2026-11-21T12:00:00+05:00"), null, Token);
        }

        await house.Get<ArticleStore>().StoreAsync(News.Article(Drill, News.RussianBody, Language.Russian, "https://vlast.kz/1", day: "2026-11-21", instant: "2026-11-21T03:00:00+05:00"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        (await TitlesAsync(house, Language.Russian, ["nato"])).ShouldBe([Drill, world]);
        (await TitlesAsync(house, Language.Russian, ["nato"], window: new StoryWindow.Latest())).ShouldBe([Drill, world]);
        (await PageAsync()).ShouldBe([Drill, world]);

        // Days later the newer one is the newer one.
        house.Clock.Advance(TimeSpan.FromDays(5));
        (await PageAsync()).ShouldBe([world, Drill]);

        async Task<IEnumerable<string>> PageAsync() => (await house.Get<StoryReader>().ReadTopicAsync("nato", Language.Russian, 0, 3, Token)).Stories.Select(story => story.Lead.Title);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_first_digest_too_begins_with_what_the_reader_can_read(string provider)
    {
        await using var house = await NewsroomAsync(provider);
        (await TitlesAsync(house, Language.English, ["nato"], window: new StoryWindow.Latest())).ShouldBe(["NATO and Kazakhstan to open cyber school", Sappers, Drill]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_first_digest_leaves_what_comes_later_to_the_next(string provider)
    {
        await using var house = await NewsroomAsync(provider);
        var upTo = await house.Get<DigestWindows>().LatestAsync(Token);
        await StoreAsync(house, "ria.ru", "Водолазы НАТО проверили плотину в Казахстане", "Водолазы НАТО проверили плотину в Казахстане.\nТрещин под водой не нашли.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var window = DigestWindows.Next(last: null, upTo, house.Clock.GetUtcNow());
        (await TitlesAsync(house, Language.Russian, ["nato"], window: window)).ShouldNotContain(title => title.StartsWith("Водолазы", StringComparison.Ordinal));
        (await TitlesAsync(house, Language.Russian, ["nato"], window: new StoryWindow.Latest())).ShouldContain(title => title.StartsWith("Водолазы", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Where_not_every_topic_fits_what_most_outlets_tell_is_told(string provider)
    {
        await using var house = await NewsroomAsync(provider);
        (await TitlesAsync(house, Language.Russian, ["nato", "sco"], most: 1)).ShouldBe([Trade], "four outlets tell of it, three of the drill");
        (await TitlesAsync(house, Language.Russian, ["nato", "sco"], most: 2)).ShouldBe([Drill, Trade], "they stand by topic");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_starter_archive_takes_no_places_from_news(string provider)
    {
        await using var house = await NewsroomAsync(provider);
        await house.Get<ArticleStore>().StoreAsync(
            News.Article("Как СВМДА стала организацией", "Азиатский совет по мерам доверия СВМДА вырос из инициативы Казахстана.\nЗа тридцать лет СВМДА стала организацией."), SourceRegistry.StarterId, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await TitlesAsync(house, Language.Russian, ["cica", "nato", "sco"], most: 4, new StoryWindow.Latest())).ShouldBe([Drill, Cyber, Sappers, Trade]);
        (await TitlesAsync(house, Language.Russian, ["cica", "nato", "sco"], most: 5, new StoryWindow.Latest())).ShouldBe([Drill, Cyber, Sappers, Trade, "Как СВМДА стала организацией"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Stories_of_an_older_version_are_ordered_alike(string provider)
    {
        await using var house = await NewsroomAsync(provider);
        var now = await TopicsAsync(house);
        await MigrateAsync(house, "EntryDayOnly");
        await MigrateAsync(house, targetMigration: null);
        (await TopicsAsync(house)).ShouldBe(now);
    }

    private static async Task<House> NewsroomAsync(string provider)
    {
        var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", Drill, News.RussianBody, hour: 12);
        await StoreAsync(house, "vlast.kz", Drill, News.OtherRussianBody);
        await StoreAsync(house, "kazpravda.kz", Drill, "Миротворцы Казахстана и НАТО две недели учились вместе под Алматы: учения «Степной ветер» закрыты.\nУчебный центр под Капчагаем примет следующие учения через год.");
        await StoreAsync(house, "zakon.kz", Cyber, CyberBody);
        await StoreAsync(house, "astanatimes.com", "NATO and Kazakhstan to open cyber school", CyberBodyInEnglish, Language.English);
        await StoreAsync(house, "example.org", Sappers, SappersBody, Language.English);
        await StoreAsync(house, "interfax.ru", Trade, News.UnrelatedRussianBody);
        await StoreAsync(house, "inform.kz", Trade, "Главы МВД стран ШОС договорились в Бишкеке о пятилетней программе против наркоторговли.\nСовместные операции на границах начнутся весной.");
        await StoreAsync(house, "ria.ru", Trade, "Наркоторговлю в регионе ШОС будут пресекать сообща: в столице Киргизии принят план на пять лет.\nЕго исполнение проверит секретариат организации.");
        await StoreAsync(house, "kabar.kg", Trade, "В Бишкеке министры ШОС подписали программу борьбы с наркоторговлей, её действие рассчитано на пять лет.\nПодписи поставили главы МВД всех государств организации.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        return house;
    }

    private static Task StoreAsync(House house, string host, string title, string body, Language language = Language.Russian, int hour = 10) =>
        house.Get<ArticleStore>().StoreAsync(
            News.Article(title, body, language, url: $"https://{host}/1", day: "2026-11-21", instant: $"2026-11-21T{hour}:00:00+05:00"), sourceId: null, Token);

    /// <summary>In the order in which the message numbers them.</summary>
    private static async Task<List<string>> TitlesAsync(House house, Language language, IReadOnlyList<string> topics, int most = 6, StoryWindow? window = null)
    {
        var digest = await DigestComposerTests.ComposeAsync(house, window ?? new StoryWindow.News(0, long.MaxValue), topics, most, language);
        var text = DigestComposerTests.TextOf(digest);
        return [.. digest.Stories.Select(story => story.LeadIn(language).Title).OrderBy(title => text.IndexOf($". {title}\n", StringComparison.Ordinal))];
    }

    private static Task<List<string>> TopicsAsync(House house) => house.Database.ReadAsync(
        (context, token) => context.StoryTopics.OrderBy(topic => topic.StoryId).ThenBy(topic => topic.TopicId)
            .Select(topic => $"{topic.StoryId} {topic.TopicId} {topic.Languages} {topic.Origins}").ToListAsync(token),
        Token);

    private static async Task MigrateAsync(House house, string? targetMigration)
    {
        await using var context = await house.Get<IDbContextFactory<NewsDbContext>>().CreateDbContextAsync(Token);
        await context.GetService<IMigrator>().MigrateAsync(targetMigration, Token);
    }
}
