using System.Text;
using KzNewsBot.Bot;
using KzNewsBot.Bot.Views;
using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Tests.Bot;

/// <summary>Every view with the longest ids and texts it may meet.</summary>
public class ViewTests
{
    private static readonly TopicCatalogue Catalogue = TopicCatalogue.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "topics.json")));
    private static readonly SourceRegistry Registry = SourceRegistry.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "sources.json")));
    private static readonly PhraseBook Phrases = new();

    public static TheoryData<string> Languages => [.. PhraseBook.Languages.Select(language => language.ToString())];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_button_sends_back_more_than_64_bytes(string language)
    {
        var words = Phrases.In(Enum.Parse<Language>(language));
        var messages = EveryView(words).ToList();
        var buttons = messages.SelectMany(message => message.Keyboard.SelectMany(row => row)).ToList();
        buttons.Count.ShouldBeGreaterThan(300);
        foreach (var button in buttons)
        {
            Encoding.UTF8.GetByteCount(button.CallbackData.ShouldNotBeNull()).ShouldBeInRange(1, 64, button.CallbackData);
            button.Label.ShouldNotBeNullOrWhiteSpace(button.CallbackData);
        }

        messages.ShouldAllBe(message => message.Keyboard.All(row => row.Count >= 1 && row.Count <= 8) && message.Keyboard.Sum(row => row.Count) <= 100);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_page_never_outgrows_a_message(string language)
    {
        var words = Phrases.In(Enum.Parse<Language>(language));
        foreach (var (title, quote, outlet) in new[] { (60, 200, 20), (300, 420, 80), (500, 420, 120), (80, 3000, 20), (1000, 420, 60) })
        {
            var page = new StoryPage("odkb", 0, 9, [.. Enumerable.Range(1, 3).Select(id => Story(id, title, quote, outlet))]);
            var message = TopicView.Render(Catalogue.Topics[1], page, spike: null, Scene(words));
            message.Text.Text.Length.ShouldBeLessThanOrEqualTo(4096, $"{title} {quote} {outlet}");
            message.Text.Spans.ShouldAllBe(span => span.Offset >= 0 && span.Offset + span.Length <= message.Text.Text.Length);
        }
    }

    [Fact]
    public void A_reprint_is_called_so_only_where_it_was_out_after_every_text_that_it_may_repeat()
    {
        var day = new DateOnly(2026, 11, 21);
        var (known, dayOnly, copy) = (Of(1, "A", 10, exact: true), Of(2, "B", 11, exact: false), Of(3, "C", 12, exact: true) with { Reprint = true });
        IsCopy(known, copy).ShouldBeTrue();
        IsCopy(dayOnly, copy).ShouldBeFalse();
        IsCopy(known, dayOnly, copy).ShouldBeFalse();
        IsCopy(known, Of(4, "C", 9, exact: true), copy).ShouldBeFalse("it has a text of its own");

        bool IsCopy(params StoryArticle[] articles) => new StoryCard(1, Sequence: 1, articles[0], articles, [], ["odkb"], articles.Length, Denials: []).IsCopy(copy);

        StoryArticle Of(long id, string outlet, int hour, bool exact)
        {
            var at = new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.Zero);
            return new StoryArticle(id, "Учения начались", null, null, outlet, Language.Russian, new Published(day, exact ? at : null, IsAhead: false), at);
        }
    }

    [Theory]
    [InlineData(nameof(Language.Russian), 3)]
    [InlineData(nameof(Language.English), 5)]
    [InlineData(nameof(Language.Kazakh), 6)]
    public void A_story_is_named_by_the_newest_toll_in_the_readers_language(string reader, int named)
    {
        StoryArticle[] articles =
        [
            Of(1, "Взрыв на складе под Таразом", Language.Russian),
            Of(2, "При взрыве под Таразом погибли трое", Language.Russian),
            Of(3, "Число погибших под Таразом выросло до 12", Language.Russian),
            Of(4, "Три человека погибли на складе", Language.Russian),
            Of(5, "Blast kills 12 near Taraz", Language.English),
            Of(6, "Тараз маңында жарылыс болды", Language.Kazakh),
            Of(7, "Governor visits the families of the dead", Language.English),
        ];
        new StoryCard(1, Sequence: 1, articles[0], articles, [], ["odkb"], articles.Length, Denials: []).LeadIn(Enum.Parse<Language>(reader)).Id.ShouldBe(named);

        static StoryArticle Of(long id, string title, Language language) => Article(id, 10, 10) with { Title = title, Language = language };
    }

    [Theory]
    [InlineData(nameof(Language.Kazakh), 2)]
    [InlineData(nameof(Language.Russian), 2)]
    [InlineData(nameof(Language.English), 1)]
    public void A_headline_that_says_little_gives_way_to_one_in_another_language(string reader, int named)
    {
        StoryArticle[] articles =
        [
            Article(1, 10, 10) with { Title = "Port shelled at night", Language = Language.English },
            Article(2, 10, 20) with { Title = "Порт обстреляли ночью", Language = Language.Russian },
            Article(3, 10, 30) with { Title = "Шетел газетінің жарияланымына қатысты", Language = Language.Kazakh },
        ];
        new StoryCard(1, Sequence: 1, articles[0], articles, [], ["odkb"], articles.Length, Denials: []).LeadIn(Enum.Parse<Language>(reader)).Id.ShouldBe(named);
        new StoryCard(1, Sequence: 1, articles[2], [articles[2]], [], ["odkb"], 1, Denials: []).LeadIn(Enum.Parse<Language>(reader)).Id.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_date_in_the_future_is_marked_wherever_a_story_shows_it(string language)
    {
        var words = Phrases.In(Enum.Parse<Language>(language));
        var at = new DateTimeOffset(2099, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var article = Article(1, 60, 20) with { Published = new Published(DateOnly.FromDateTime(at.DateTime), at, IsAhead: true) };
        var story = new StoryCard(1, Sequence: 1, article, [article], [new QuoteLine("Учения начались.", article)], ["odkb"], 1, Denials: []);
        var shown = new StoryView(Catalogue).Render(story, [], Scene(words), "odkb", 0).Text.Text.Split('\n').Where(line => line.Contains("2099", StringComparison.Ordinal)).ToList();
        shown.Count.ShouldBe(3, "below the headline, the quotation and among the reports");
        var mark = $" ({words.Say(Phrase.DateAhead)})";
        shown.ShouldAllBe(line => line.Contains(mark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(Language.Russian), "⚠️ Есть опровержение: Минобороны Казахстана", " — приводит опровержение")]
    [InlineData(nameof(Language.Kazakh), "⚠️ Теріске шығару бар: «Минобороны Казахстана» (орысша)", " — теріске шығаруды келтірген")]
    [InlineData(nameof(Language.English), "⚠️ There is a denial by “Минобороны Казахстана” (in Russian)", " — carries the denial")]
    public void A_denier_is_quoted_in_another_language_and_the_report_that_denies_is_marked(string language, string first, string mark)
    {
        var words = Phrases.In(Enum.Parse<Language>(language));
        var (claim, denial) = (Article(1, 60, 20) with { Title = "База НАТО появится под Таразом" }, Article(2, 60, 20) with { Language = Language.Russian });
        var quote = new QuoteLine("Минобороны Казахстана опровергло сообщения о базе НАТО.", denial);
        var story = new StoryCard(1, Sequence: 1, claim, [claim, denial], [quote], ["nato"], 2, [new DenialLine(quote, "Минобороны Казахстана")]);

        var lines = new StoryView(Catalogue).Render(story, [], Scene(words), "nato", 0).Text.Text.Split('\n');

        lines[0].ShouldBe(first);
        lines.Where(line => line.EndsWith(mark, StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(nameof(Language.Russian), "Акорда", "«Акорда»")]
    [InlineData(nameof(Language.Russian), "Пресс-служба «Акорды»", "„Пресс-служба «Акорды»“")]
    [InlineData(nameof(Language.English), "Пресс-служба «Акорды»", "“Пресс-служба «Акорды»”")]
    [InlineData(nameof(Language.English), "The “Aral” group", "‘The “Aral” group’")]
    public void What_is_quoted_stands_in_marks_that_it_has_not_itself(string language, string text, string quoted) =>
        StoryText.Quoted(text, Phrases.In(Enum.Parse<Language>(language))).ShouldBe(quoted);

    [Fact]
    public void The_report_that_denies_is_listed_among_however_many()
    {
        var articles = Enumerable.Range(1, 40).Select(id => Article(id, 60, 20)).ToList();
        var quote = new QuoteLine("Минобороны Казахстана опровергло сообщения о базе НАТО.", articles[^1]);
        var story = new StoryCard(1, Sequence: 1, articles[0], articles, [quote], ["nato"], 40, [new DenialLine(quote, Denier: null)]);

        new StoryView(Catalogue).Render(story, [], Scene(Phrases.In(Language.English)), "nato", 0).Text.Text.ShouldContain(" — carries the denial\n");
    }

    [Fact]
    public void A_story_of_which_nothing_may_be_quoted_is_its_headline_and_its_outlet()
    {
        var article = Article(1, 60, 20);
        var story = new StoryCard(1, Sequence: 1, article, [article], [], ["odkb"], 1, Denials: []);
        var scene = Scene(Phrases.In(Language.English));
        RenderedMessage[] lists = [TopicView.Render(Catalogue.Topics[1], new StoryPage("odkb", 0, 1, [story]), spike: null, scene), .. SearchView.Render("x", [Found(story)], 1, scene).Messages];

        foreach (var list in lists)
        {
            var lines = list.Text.Text.TrimEnd().Split('\n');
            lines[^2].ShouldBe($"1. {article.Title}");
            lines[^1].ShouldEndWith(" · 1 report · side not known");
            list.Text.Spans.ShouldNotContain(span => span.Style == TextStyle.BlockQuote);
        }
    }

    [Fact]
    public void A_topic_told_more_than_usual_says_so_above_its_stories()
    {
        var page = new StoryPage("odkb", 0, 9, [Story(1, 60, 200, 20)]);
        var lines = TopicView.Render(Catalogue.Topics[1], page, new Spike(12, 2.5), Scene(Phrases.In(Language.Russian))).Text.Text.Split('\n');
        lines[2].ShouldBe("📈 За сутки 12 независимых публикаций, обычно 2,5");
        TopicView.Render(Catalogue.Topics[1], page, spike: null, Scene(Phrases.In(Language.Russian))).Text.Text.ShouldNotContain("📈");
    }

    [Fact]
    public void A_quote_is_shown_whole_or_not_at_all()
    {
        var page = new StoryPage("odkb", 0, 9, [.. Enumerable.Range(1, 3).Select(id => Story(id, 300, 400, 60))]);
        var message = TopicView.Render(Catalogue.Topics[1], page, spike: null, Scene(Phrases.In(Language.Russian)));
        var quotes = message.Text.Spans.Where(span => span.Style == TextStyle.BlockQuote).Select(span => message.Text.Text.Substring(span.Offset, span.Length)).ToList();
        quotes.ShouldNotBeEmpty();
        quotes.ShouldAllBe(quote => page.Stories.Any(story => story.Quotes.Any(line => line.Text == quote)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Why_fits_a_message_and_says_what_it_leaves_out(string language)
    {
        var scene = Scene(Phrases.In(Enum.Parse<Language>(language)));
        var reasons = Enumerable.Range(1, 30).Select(id => Reasons(id, new string('З', 200))).ToList();
        const string rule = "^рютте";

        var text = new WhyView(Catalogue).Render(reasons, all: 40, scene, forOperator: false).Text.Text;

        text.Length.ShouldBeInRange(2000, 4096);
        var shown = text.Split("\n— ").Length - 1;
        text.Split('\n')[^2].ShouldBe(scene.Words.Say(Phrase.WhyShown, ("shown", $"{shown}"), ("all", "40")));
        text.ShouldContain(scene.Words.Say(Phrase.Quoted, ("text", "Рютте")));
        text.ShouldNotContain(rule);
        new WhyView(Catalogue).Render([reasons[0]], all: 1, scene, forOperator: true).Text.Text.ShouldContain(rule);
        new WhyView(Catalogue).Render([reasons[0]], all: 1, scene, forOperator: false).Text.Text.ShouldNotContain(scene.Words.Say(Phrase.WhyShown, ("shown", "1"), ("all", "1")));

        static ArticleReasons Reasons(long id, string title)
        {
            var article = new KzNewsBot.Articles.Article { Key = $"{id}", Title = title, Body = "Генсек НАТО Марк Рютте и министр обороны Казахстана обсудили в Брюсселе программу «Партнёрство ради мира».", ContentHash = "", Language = Language.Russian };
            return new ArticleReasons(article, Article(id, 200, 20), new TopicMatcher(Catalogue).Match(article.Title, article.Body, article.Language), Nearest: null, DenyingWords: null);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_board_of_sources_tells_each_standing_and_never_outgrows_a_message(string language)
    {
        var scene = Scene(Phrases.In(Enum.Parse<Language>(language)));
        var standings = Enum.GetValues<SourceStanding>();
        var faults = Enum.GetValues<RoadFault>();
        var at = new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);
        var reports = Registry.All.Where(source => source.Side != Sides.Archive).Select((source, place) =>
            new SourceReport(source, standings[place % standings.Length], [], place % 4 == 0 ? null : at, at, at, faults[place % faults.Length], [], 0, 0)).ToList();

        var board = SourcesView.All(reports, new AnswerCount(1, 2, Asked: true), scene).Text.Text;
        board.Length.ShouldBeInRange(1000, 4096);
        var crowded = SourcesView.All([.. reports, .. reports, .. reports], new AnswerCount(1, 2, Asked: true), scene).Text.Text;
        crowded.Length.ShouldBeInRange(board.Length, 4096);
        foreach (var report in reports)
        {
            var one = SourcesView.One(report, scene, forOperator: false).Text.Text;
            one.ShouldStartWith(report.Source.NameIn(scene.Words.Language));
            one.Length.ShouldBeLessThanOrEqualTo(4096);
        }

        standings.Select(standing => SourcesView.One(reports.First(report => report.Standing == standing && report.AnsweredAt is not null), scene, forOperator: false).Text.Text.Split('\n')[1])
            .ShouldAllBe(line => line.Contains(" · ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_that_is_silent_and_one_that_a_standby_brings_are_named()
    {
        var scene = Scene(Phrases.In(Language.English));
        var at = new DateTimeOffset(2026, 11, 20, 5, 0, 0, TimeSpan.Zero);
        var russian = new GroupReport([Language.Russian], SourceStanding.OnStandby, at, RoadFault.Wall);
        var kazakh = new GroupReport([Language.Kazakh], SourceStanding.Failing, at, RoadFault.NotAFeed);
        var report = new SourceReport(Registry.All[0], SourceStanding.Partly, [russian, kazakh], at, at, at, RoadFault.NotAFeed, [], 0, 0);

        foreach (var text in new[] { SourcesView.One(report, scene, forOperator: false).Text.Text, SourcesView.All([report], new AnswerCount(1, 1, Asked: true), scene).Text.Text })
        {
            text.ShouldContain("; kk: silent since 20 November 2026, 02:00, no news at the address; ru: by a standby address");
        }

        SourcesView.All([report], new AnswerCount(1, 1, Asked: true), scene).Text.Text.ShouldContain("◐ ");
        SourcesView.One(report with { Groups = [russian, kazakh with { AnsweredAt = null }] }, scene, forOperator: false).Text.Text.ShouldContain("; kk: nothing yet, no news at the address; ");
        SourcesView.One(report with { Standing = SourceStanding.OnStandby, Groups = [russian] }, scene, forOperator: false).Text.Text.ShouldContain("; by a standby address\n");
    }

    [Fact]
    public void Sides_of_which_nobody_is_read_are_named()
    {
        var at = new DateTimeOffset(2026, 11, 20, 5, 0, 0, TimeSpan.Zero);
        var scene = Scene(Phrases.In(Language.English));
        var reports = Sides.OfOutlets.Select(side => Registry.All.First(source => source.Side == side))
            .Select(source => new SourceReport(source, source.Side is "csto" or "un" ? SourceStanding.Off : SourceStanding.Working, [], at, at, at, null, [], 0, 9)).ToList();

        SourcesView.All(reports, new AnswerCount(1, 1, Asked: true), scene).Text.Text.ShouldContain("\nNobody is read of these sides: CSTO, UN\n");
        SourcesView.All(reports.ConvertAll(report => report with { Standing = SourceStanding.Working }), new AnswerCount(1, 1, Asked: true), scene).Text.Text.ShouldNotContain("Nobody is read");
    }

    [Fact]
    public void Pages_that_are_shut_are_named()
    {
        var at = new DateTimeOffset(2026, 11, 20, 5, 0, 0, TimeSpan.Zero);
        var report = new SourceReport(Registry.All[0], SourceStanding.Partly, [], at, at, at, null, [], 0, 9, PagesShut: true);
        var scene = Scene(Phrases.In(Language.English));
        SourcesView.One(report, scene, forOperator: false).Text.Text.ShouldContain("; its pages cannot be read, only beginnings\n");
        SourcesView.All([report], new AnswerCount(1, 1, Asked: true), scene).Text.Text.ShouldContain("◐ ");
        var kazakh = new GroupReport([Language.Kazakh], SourceStanding.Working, at, Fault: null, PagesShut: true);
        SourcesView.One(report with { Groups = [kazakh], PagesShut = false }, scene, forOperator: false).Text.Text.ShouldContain("; kk: pages cannot be read, only beginnings\n");
    }

    [Fact]
    public void The_board_counts_what_waits_and_what_came()
    {
        var scene = Scene(Phrases.In(Language.English));
        var report = new SourceReport(Registry.All[0], SourceStanding.Working, [], null, null, null, null, [], 7, 12);
        SourcesView.One(report, scene, forOperator: false).Text.Text.ShouldContain("\n7 pages wait to be read, 12 articles in the last day\n");
        SourcesView.One(report with { Waiting = 0 }, scene, forOperator: false).Text.Text.ShouldContain("\n12 articles in the last day\n");
        SourcesView.One(report with { Standing = SourceStanding.Off }, scene, forOperator: false).Text.Text.ShouldNotContain("articles");

        var answers = new AnswerCount(1, 1, Asked: true);
        SourcesView.All([report, report, report with { Standing = SourceStanding.Paused }], answers, scene).Text.Text.ShouldContain("\n14 pages wait to be read.\n");
        SourcesView.All([report with { Waiting = 0 }], answers, scene).Text.Text.ShouldNotContain("wait");
    }

    [Fact]
    public void What_is_wrong_with_a_road_is_told_the_operator_alone_and_without_its_address()
    {
        var scene = Scene(Phrases.In(Language.English));
        var road = new RoadDefinition { Kind = RoadKind.Feed, Url = "https://a.example/feed?token=secret", Language = "kk" };
        var report = new SourceReport(Registry.All[0], SourceStanding.Failing, [], null, null, null, RoadFault.BadStatus, [new RoadTrouble(road, RoadFault.BadStatus, "HTTP 500")], 0, 0);
        SourcesView.One(report, scene, forOperator: true).Text.Text.ShouldContain("\nfeed kk: answers with an error (HTTP 500)\n");
        SourcesView.One(report, scene, forOperator: true).Text.Text.ShouldNotContain("secret");
        SourcesView.One(report, scene, forOperator: false).Text.Text.ShouldNotContain("HTTP 500");
    }

    [Fact]
    public void What_an_outlet_does_not_date_is_not_called_its_newest()
    {
        var scene = Scene(Phrases.In(Language.English));
        var at = new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);
        var dated = new SourceReport(Registry.All[0], SourceStanding.Working, [], at, at, at, null, [], 0, 0);
        SourcesView.One(dated, scene, forOperator: false).Text.Text.ShouldContain("newest: ");
        SourcesView.One(dated with { NewestAt = null }, scene, forOperator: false).Text.Text.ShouldContain("undated; new noticed: ");
    }

    [Fact]
    public void Why_an_outlet_is_read_is_not_said_of_a_paused_one()
    {
        var scene = Scene(Phrases.In(Language.English));
        var working = new SourceReport(Registry.All[0], SourceStanding.Working, [], null, null, null, null, [], 0, 0);
        SourcesView.One(working, scene, forOperator: false).Text.Text.ShouldContain("Why we read it or not: ");
        SourcesView.One(working with { Standing = SourceStanding.Paused }, scene, forOperator: false).Text.Text.ShouldNotContain("Why we read it or not: ");
    }

    [Fact]
    public void A_page_offers_the_way_on_and_back_only_where_there_is_one()
    {
        var words = Phrases.In(Language.English);
        Paging(0, 2, 2).ShouldBe([]);
        Paging(0, 3, 7).ShouldBe(["1:topic:odkb:3"]);
        Paging(3, 3, 7).ShouldBe(["1:topic:odkb:0", "1:topic:odkb:6"]);
        Paging(6, 1, 7).ShouldBe(["1:topic:odkb:3"]);

        List<string?> Paging(int offset, int shown, int total)
        {
            var page = new StoryPage("odkb", offset, total, [.. Enumerable.Range(1, shown).Select(id => Story(id, 50, 60, 10))]);
            return [.. TopicView.Render(Catalogue.Topics[1], page, spike: null, Scene(words)).Keyboard.SelectMany(row => row).Select(button => button.CallbackData)
                .Where(data => data!.StartsWith("1:topic:", StringComparison.Ordinal))];
        }
    }

    [Fact]
    public void Every_zone_and_minute_fits_a_button()
    {
        NodaTime.DateTimeZoneProviders.Tzdb.Ids.ShouldAllBe(zone => Encoding.UTF8.GetByteCount(CallbackText.Zone(zone)) <= 64);
        Encoding.UTF8.GetByteCount(CallbackText.Hour(1439)).ShouldBeLessThanOrEqualTo(64);
    }

    [Fact]
    public void The_starter_archive_is_never_shown_as_the_outlet_itself()
    {
        var words = Phrases.In(Language.Russian);
        var article = Article(1, 40, 10) with { Source = Registry.Find(SourceRegistry.StarterId), Outlet = "Караван", Url = "https://example.org/x" };
        var text = new StyledTextBuilder();
        StoryText.Outlet(text, article, words);
        var built = text.Build();
        built.Text.ShouldBe("стартовый архив, по материалам «Караван»");
        built.Spans.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_looks_like_an_address_leads_to_its_article_or_nowhere()
    {
        var words = Phrases.In(Language.Russian);
        var article = Article(1, 40, 10) with { Source = null, Outlet = "BaigeNews.kz", Url = "https://example.org/x" };
        Built(article).Spans.ShouldHaveSingleItem().Url.ShouldBe("https://example.org/x");
        Built(article).Text.ShouldBe("BaigeNews.kz");
        Built(article with { Url = null }).Text.ShouldBe("BaigeNews.\u2060kz");
        Built(article with { Url = null, Outlet = "И. о. редактора…" }).Text.ShouldBe("И. о. редактора…");

        StyledText Built(StoryArticle shown)
        {
            var text = new StyledTextBuilder();
            StoryText.Outlet(text, shown, words);
            return text.Build();
        }
    }

    [Fact]
    public void A_link_that_a_search_gave_says_so()
    {
        var words = Phrases.In(Language.English);
        var article = Shown("https://news.google.com/rss/articles/CBMiX");
        var text = new StyledTextBuilder();
        StoryText.Outlet(text, article, words);
        StoryText.Head(text, new StoryCard(1, Sequence: 1, article, [article], [], [], Origins: 1, Denials: []), number: null, words, "Asia/Almaty");
        text.Build().Text.Split(" (link by a news search)").Length.ShouldBe(3);
        Shown("https://tass.ru/1").BySearch.ShouldBeFalse();

        static StoryArticle Shown(string url) => new StoryReader(null!, Registry, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<StoryReader>.Instance)
            .ToShown(new KzNewsBot.Articles.Article { Key = "1", Title = "Т", Body = "", ContentHash = "", Url = url, SourceId = "tass" });
    }

    [Theory]
    [InlineData(nameof(CompletenessVerdict.Paywall), "Kommersant (in full for subscribers)")]
    [InlineData(nameof(CompletenessVerdict.Teaser), "Kommersant")]
    [InlineData(nameof(CompletenessVerdict.Full), "Kommersant")]
    public void A_link_to_what_is_sold_says_so(string verdict, string shown)
    {
        var article = new StoryReader(null!, Registry, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<StoryReader>.Instance)
            .ToShown(new KzNewsBot.Articles.Article { Key = "1", Title = "Т", Body = "", ContentHash = "", Url = "https://www.kommersant.ru/doc/1", Outlet = "Kommersant", Completeness = Enum.Parse<CompletenessVerdict>(verdict) });
        var text = new StyledTextBuilder();
        StoryText.Outlet(text, article, Phrases.In(Language.English));
        text.Build().Text.ShouldBe(shown);
    }

    [Fact]
    public void An_article_without_a_date_says_so()
    {
        var words = Phrases.In(Language.English);
        StoryText.When(Article(1, 40, 10) with { Published = default }, words, "Asia/Almaty").ShouldBe("date not given");
        StoryText.When(Article(1, 40, 10) with { Published = new Published(new DateOnly(2026, 2, 3), null) }, words, "Asia/Almaty").ShouldBe("3 February 2026");
        StoryText.When(Article(1, 40, 10) with { Published = new Published(new DateOnly(2026, 2, 3), new DateTimeOffset(2026, 2, 3, 20, 5, 0, TimeSpan.Zero)) }, words, "Asia/Almaty")
            .ShouldBe("4 February 2026, 01:05");
    }

    [Fact]
    public void Reports_stand_side_by_side_in_the_registrys_order()
    {
        StoryArticle[] articles =
        [
            Article(1, 40, 10) with { Source = null },
            Article(2, 40, 10) with { Source = Registry.Find("tass") },
            Article(3, 40, 10) with { Source = Registry.Find("nato") },
            Article(4, 40, 10) with { Source = Registry.Find("akorda") },
            Article(5, 40, 10) with { Source = Registry.Find("ria") },
        ];
        StoryText.BySide(articles).Select(side => (side.Key, side.Count())).ShouldBe([("kz-official", 1), ("russia", 2), ("west", 1), ("", 1)]);
        Sides.All.Select(side => StoryText.SideName(side, Phrases.In(Language.English))).ShouldBeUnique(StringComparer.Ordinal);
        StoryText.SideName("", Phrases.In(Language.English)).ShouldBe("side not known");
    }

    private static FoundStory Found(StoryCard story) => new(story, Sentence: null);

    private static IEnumerable<RenderedMessage> EveryView(Words words)
    {
        var greeting = new GreetingView(Phrases, Catalogue);
        var settings = new SettingsView(Catalogue, greeting, Phrases);
        var scene = Scene(words);
        yield return greeting.ChooseLanguage();
        yield return greeting.Welcome(words);
        yield return settings.Overview(scene.Card, words);
        yield return settings.Languages(words);
        yield return SettingsView.HourChoice(scene.Card, words);
        yield return SettingsView.ZoneChoice(scene.Card, words);
        yield return settings.Topics(scene.Card, words);
        yield return new HelpView(Catalogue).Render(words);
        yield return new HelpView(Catalogue).NotUnderstood(words);
        foreach (var topic in Catalogue.Topics)
        {
            var story = Story(long.MaxValue, 80, 200, 20) with { Topics = [topic.Id] };
            foreach (var card in new[] { scene.Card, scene.Card with { Topics = [topic.Id] } })
            {
                yield return TopicView.Render(topic, new StoryPage(topic.Id, int.MaxValue - 10, int.MaxValue, [story, story, story]), new Spike(1_000, 0.5), scene with { Card = card });
                yield return TopicView.Render(topic, new StoryPage(topic.Id, int.MaxValue, 0, []), spike: null, scene with { Card = card });
            }

            yield return new StoryView(Catalogue).Render(story, [.. Sides.All], scene, topic.Id, int.MaxValue);
            yield return SearchView.Render(new string('ы', 500), [Found(story), Found(story), Found(story)], 30, scene).Messages[0];
        }
    }

    [Fact]
    public void A_chronology_is_paged_both_ways_and_fits_a_message()
    {
        var topic = Catalogue.Find("odkb").ShouldNotBeNull();
        var day = new DateOnly(2002, 5, 14);
        var quote = new QuoteLine(new string('ж', 400), Article(1, 10, 60));
        TimelineEntry[] entries = [.. Enumerable.Repeat(new TimelineEntry("2002-05-14", day, day, quote), TimelineView.PageSize)];

        var message = TimelineView.Render(topic, 2002, 2004, new TimelinePage(TimelineView.PageSize, entries, Total: 100), Scene(Phrases.In(Language.Russian)));

        message.Text.Text.ShouldContain("14 мая 2002");
        message.Text.Text.Length.ShouldBeLessThan(MessageSplitter.TelegramLimit);
        message.Keyboard.SelectMany(row => row).Select(button => button.CallbackData).ShouldBe(["1:line:odkb:2002:2004:0", "1:line:odkb:2002:2004:12", "1:line:odkb:2002:2004:2147483647", "1:topic:odkb:0"]);
    }

    [Fact]
    public void The_dates_that_are_ahead_stand_behind_a_line()
    {
        var day = new DateOnly(2026, 5, 14);
        var entry = new TimelineEntry("2026-05-14", day, day, new QuoteLine("Предложение.", Article(1, 10, 10)));
        var later = entry with { From = day.AddYears(9), To = day.AddYears(9), IsAhead = true };
        var scene = Scene(Phrases.In(Language.Russian));

        var message = TimelineView.Render(Catalogue.Find("odkb")!, 2002, 2004, new TimelinePage(0, [entry, later, later with { Value = "x" }], Total: 3), scene).Text.Text;

        message.ShouldContain("\n\n— впереди —\n\n14 мая 2035\n");
        message.Split("впереди").Length.ShouldBe(2);
        TimelineView.Render(Catalogue.Find("odkb")!, 2002, 2004, new TimelinePage(0, [entry], Total: 3), scene).Text.Text.ShouldNotContain("впереди");
        TopicView.Render(Catalogue.Find("odkb")!, new StoryPage("odkb", 0, 1, [Story(1, 10, 10, 10)]), spike: null, scene).Keyboard.SelectMany(row => row).Select(button => button.CallbackData)
            .ShouldContain("1:line:odkb:1900:2099:2147483646", StringComparer.Ordinal);
    }

    [Fact]
    public void A_page_whose_sentences_are_gone_still_leads_to_the_others()
    {
        var message = TimelineView.Render(Catalogue.Find("odkb")!, 2002, 2004, new TimelinePage(TimelineView.PageSize, [], Total: 7), Scene(Phrases.In(Language.Russian)));
        message.Keyboard.SelectMany(row => row).Select(button => button.CallbackData).ShouldBe(["1:line:odkb:2002:2004:0", "1:topic:odkb:0"]);
    }

    [Fact]
    public void A_story_without_topics_names_none()
    {
        var story = new StoryCard(1, Sequence: 1, Article(1, 10, 60), [Article(1, 10, 60)], [], [], 1, Denials: []);
        new StoryView(Catalogue).Render(story, [], Scene(Phrases.In(Language.Russian)), "", 0).Text.Text.ShouldNotContain("Темы:", Case.Sensitive);
    }

    [Fact]
    public void Where_not_all_reports_have_room_every_side_still_stands_there()
    {
        var words = Phrases.In(Language.Russian);
        var speaking = Sides.All.Where(side => Registry.All.Any(source => source.Side == side) && side != Sides.Archive).ToList();
        var articles = Enumerable.Range(0, 15).Select(place => Of(place, speaking[0])).Concat(speaking.Skip(1).Select((side, place) => Of(20 + place, side))).ToList();
        var story = new StoryCard(1, Sequence: 1, articles[0], articles, [], ["odkb"], articles.Count, Denials: []);

        var lines = new StoryView(Catalogue).Render(story, [], Scene(words), "odkb", 0).Text.Text.Split('\n');

        foreach (var side in speaking)
        {
            lines.ShouldContain(line => line.StartsWith($"{StoryText.SideName(side, words)}: ", StringComparison.Ordinal), side);
        }

        lines.Count(line => line.StartsWith($"{StoryText.SideName(speaking[0], words)}: ", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Of_few_sentences_each_side_has_one_before_any_has_two()
    {
        var (own, other) = (Of(1, "kz-official"), Of(2, "west") with { Language = Language.English });
        QuoteLine[] quotes = [new("Первое.", own), new("Второе.", own), new("Third.", other), new("Четвёртое.", own)];
        var story = new StoryCard(1, Sequence: 1, own, [own, other], quotes, ["odkb"], 2, Denials: []);

        Shown(story, 2, Language.Russian).ShouldBe(["Первое.", "Third."]);
        Shown(story, 2, Language.English).ShouldBe(["Third.", "Первое."]);
        Shown(story, 3, Language.Russian).ShouldBe(["Первое.", "Второе.", "Third."], "one article's sentences stand together");
        Shown(story with { Denials = [new DenialLine(quotes[2], null)] }, 2, Language.Russian).ShouldBe(["Third.", "Первое."]);
    }

    [Fact]
    public void An_outlets_editions_in_several_languages_are_quoted_once()
    {
        var russian = Of(1, "kz-official");
        var english = russian with { Id = 2, Language = Language.English };
        QuoteLine[] quotes = [new("First.", english), new("Первое.", russian)];
        var story = new StoryCard(1, Sequence: 1, russian, [russian, english], quotes, ["odkb"], 2, Denials: []);

        Shown(story, 4, Language.Russian).ShouldBe(["Первое."]);
        Shown(story, 4, Language.English).ShouldBe(["First."]);
        Shown(story with { Denials = [new DenialLine(quotes[0], null)] }, 4, Language.Russian).ShouldBe(["First.", "Первое."], "the reader's own language is not left out");
    }

    private static List<string> Shown(StoryCard story, int maximum, Language language)
    {
        var text = new StyledTextBuilder();
        StoryText.Quotes(text, story, maximum, Phrases.In(language), "Asia/Almaty");
        return [.. text.Build().Text.Split('\n').Where(line => line.EndsWith('.') && !line.StartsWith('—'))];
    }

    [Fact]
    public void A_search_says_that_there_is_more_only_where_there_is()
    {
        var words = Phrases.In(Language.Russian);
        var more = words.Say(Phrase.SearchMore);
        SearchView.Render("а", [Found(Story(1, 9, 9, 9))], 2, Scene(words)).Messages[0].Text.Text.ShouldContain(more);
        SearchView.Render("а", [Found(Story(1, 9, 9, 9))], 1, Scene(words)).Messages[0].Text.Text.ShouldNotContain(more);

        // Told is what had room.
        var article = Article(1, 9, 9) with { Title = new string('ы', 900) };
        var reply = SearchView.Render("а", [.. Enumerable.Range(1, 10).Select(id => Found(new StoryCard(id, Sequence: 1, article, [article], [], [], Origins: 1, Denials: [])))], 10, Scene(words));
        reply.Told.Select(story => story.Id).ShouldBe([1, 2, 3, 4]);
        reply.Messages[0].Keyboard.Sum(row => row.Count).ShouldBe(4);
        reply.Messages[0].Text.Text.ShouldContain(more);
    }

    [Fact]
    public void What_another_outlet_took_over_from_the_denial_takes_no_place()
    {
        const string Denial = "Минобороны опровергло сообщения о вводе войск в Казахстан.";
        const string Copy = "Минобороны опровергло сообщения о вводе войск в Казахстан, передаёт агентство.";
        const string Other = "Соседи назвали учения обычной проверкой резервистов.";
        var story = Story(1, 9, 9, 9) with
        {
            Denials = [new DenialLine(new QuoteLine(Denial, Article(1, 9, 9)), null)],
            Quotes = [new QuoteLine(Copy, Article(2, 9, 9)), new QuoteLine(Other, Article(3, 9, 9))],
        };
        var text = new StyledTextBuilder();
        StoryText.Quotes(text, story, 2, Phrases.In(Language.Russian), "Asia/Almaty");
        text.Build().Text.ShouldContain(Other);
        text.Build().Text.ShouldNotContain("передаёт");
    }

    private static StoryArticle Of(long id, string side) => Article(id, 20, 10) with { Source = Registry.All.First(source => source.Side == side) };

    private static ChatScene Scene(Words words)
    {
        var address = new ChatAddress(1, 0);
        var card = new SubscriberCard(1, address, words.Language, "America/Argentina/ComodRivadavia", 480, CorrectionsAtOnce: false, SubscriberStatus.Active, DateTimeOffset.UnixEpoch, ["nato"]);
        return new ChatScene(address, ChatKind.Private, 1, card, words);
    }

    private static StoryCard Story(long id, int titleLength, int quoteLength, int outletLength)
    {
        var articles = Enumerable.Range(0, 5).Select(place => Article(place, titleLength, outletLength)).ToList();
        var quotes = articles.Take(4).Select((article, place) => new QuoteLine($"{place}{new string('ж', quoteLength - 2)}.", article)).ToList();
        return new StoryCard(id, Sequence: id, articles[0], articles, quotes, ["odkb"], articles.Count, Denials: []);
    }

    private static StoryArticle Article(long id, int titleLength, int outletLength) => new(
        id,
        new string('Щ', titleLength),
        "https://example.org/article",
        null,
        new string('о', outletLength),
        Language.Russian,
        new Published(new DateOnly(2026, 9, 30), new DateTimeOffset(2026, 9, 30, 12, 0, 0, TimeSpan.Zero)),
        new DateTimeOffset(2026, 9, 30, 12, 0, 0, TimeSpan.Zero));
}
