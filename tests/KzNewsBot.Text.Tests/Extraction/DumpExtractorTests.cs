using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class DumpExtractorTests
{
    [Fact]
    public void Header_line_with_a_date_gives_date_and_title_and_lists_stay_in_the_body()
    {
        var article = Fixture.Article("dumps/dated-header.txt");

        article.Title.ShouldBe("Степногорье отправит сапёров на учения в долину Арал");
        article.Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2024, 11, 7));
        article.Outlet.ShouldBe("VESTNIK.KZ");
        article.OutletHost.ShouldBe("vestnik.kz");
        article.Language.ShouldBe(Language.Russian);
        article.Body.ShouldBe(Fixture.Lines(
            "Министр обороны Степногорья встретился с главой миссии и пообещал прислать сапёров на осенние учения, передает VESTNIK.KZ со ссылкой на штаб.",
            "Договор о совместных занятиях стороны подписали 12 мая 1998 года, а в 2003 году к нему добавили медицинскую часть.",
            "\"Мы готовим людей к самой трудной работе, и торопиться здесь нельзя\", - сказано в сообщении.",
            "В программу учений вошли:",
            "- поиск мин на дорогах;",
            "- оборона пункта связи;",
            "- эвакуация раненых.",
            "В марте этого года штаб опроверг слух о том, что учения перенесут."));
    }

    [Fact]
    public void Other_episodes_player_and_self_promotion_are_left_out_and_a_missing_date_stays_missing()
    {
        var article = Fixture.Article("dumps/podcast.txt");

        article.Title.ShouldBe("Кому нужен мост? На границе достроили переправу для спасателей");
        article.Published.ShouldBeNull();
        article.Outlet.ShouldBe("Утро на волне");
        article.OutletHost.ShouldBeNull();
        article.Body.ShouldBe(Fixture.Lines(
            "Об открытии переправы для спасателей на реке Тасты рассказали в областном штабе. Теперь отряды доберутся до степных аулов за сорок минут, а не за четыре часа.",
            "\"Мост держит тяжёлую технику, мы проверили его дважды. Весной он спасёт не один дом\", - сказал инженер Марат Белесов.",
            "В соседней области удивились и попросили показать чертежи, но спорить не стали. Там считают, что переправу могли построить и раньше."));
    }

    [Fact]
    public void Site_suffix_tickers_crawl_day_credit_and_trend_list_go_while_lead_and_subheads_stay()
    {
        var article = Fixture.Article("dumps/feature.txt");

        article.Title.ShouldBe("Тихий дозор - хранитель границы: как маленький отряд стал примером");
        article.Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 2, 9));
        article.Published.Instant.ShouldBeNull();
        article.Outlet.ShouldBe("Дозор");
        article.OutletHost.ShouldBe("dozor.kz");
        article.Author.ShouldBeNull();
        article.Body.ShouldBe(Fixture.Lines(
            "Отряд «Тихий дозор» начинал с трёх лошадей и одной рации – а сегодня к нему едут учиться из соседних областей. Его опыт изучают в штабах.",
            "Заставу построили в предгорьях двадцать лет назад, когда дорог здесь ещё не было. Людей, которые согласились зимовать в вагончиках, набралось всего одиннадцать человек.",
            "Подробнее – в материале Dozor.kz.",
            "От вагончика к школе",
            "Первой победой стал собственный учебный класс, который открыли в 2009 году. За одиннадцать лет через него прошло больше тысячи курсантов из трёх областей.",
            "Кот‑д’Азур и горы",
            "В прошлом году двое офицеров выступили на конференции в Кот‑д’Азуре и рассказали о работе на высоте. Доклад приняли тепло.",
            "Итог",
            "Застава остаётся маленькой, но о ней знают далеко за предгорьями. Этого, как говорит её начальник, вполне достаточно для гордости."));
    }

    [Fact]
    public void Event_date_in_the_lead_is_no_publication_date_and_the_photo_source_is_no_outlet()
    {
        var article = Fixture.Article("dumps/short-title.txt");

        article.Title.ShouldBe("Степногорье возглавило союз");
        article.Published.ShouldBeNull();
        article.Outlet.ShouldBe("StepNews.kz");
        article.OutletHost.ShouldBe("stepnews.kz");
        article.Body.ShouldBe(Fixture.Lines(
            "С 1 июля 2024 года председательство в союзе перешло к Степногорью, передаёт StepNews.kz.",
            "В октябре 2023 года на встрече в Тасты глава страны назвал задачи, которыми союз займётся в ближайший год.",
            "Первое. Совместная работа спасателей на границах. Эта работа ведётся по соглашению от 4 апреля 2011 года. Подробный план записан в \"Общих мерах по защите дорог\", – отметил глава страны.",
            "По его словам, второй задачей станет обмен сведениями о паводках между областями."));
    }

    [Fact]
    public void Interview_turns_stay_and_a_suffix_that_is_no_site_stays_in_the_title()
    {
        var article = Fixture.Article("dumps/interview.txt");

        article.Title.ShouldBe("Степногорье выиграет от общих учений спасателей - эксперт");
        article.Published.ShouldNotBeNull().Instant.ShouldBe(new DateTimeOffset(2023, 12, 5, 9, 40, 0, TimeSpan.FromHours(6)));
        article.Outlet.ShouldBe("StepNews.kz");
        article.Author.ShouldBeNull();
        article.Body.ShouldBe(Fixture.Lines(
            "Общие учения спасателей прошли в предгорьях третий раз. Научный сотрудник Института дорог Алия Жолова в интервью StepNews.kz рассказала, зачем они нужны маленькой стране.",
            "- Что дают учения жителям?",
            "- Прежде всего время. Когда отряды знают друг друга, колонна выходит на дорогу на час раньше, а это спасённые дома.",
            "Есть и вторая сторона: техника не стоит без дела.",
            "- В 2025 году учения примет ваш город. Успеете?",
            "- Думаю, успеем.",
            "- Спасибо за беседу."));
    }

    private const string Heading = "Степногорье открыло переправу для спасателей";
    private const string FirstParagraph = "Переправу через Тасты открыли утром, и отряды спасателей уже проехали по ней, сообщили в областном штабе.";
    private const string SecondParagraph = "Строили её два года: весной работу дважды останавливал паводок, а летом не хватало людей и бетона.";

    [Theory]
    [InlineData("Читайте также", "")]
    [InlineData("Другие новости", "Областной штаб рассказал, как два года строили переправу, кто её проверял и почему работу дважды останавливали.")]
    [InlineData("Раздел", "Областной штаб рассказал, как два года строили переправу, кто её проверял.")]
    public void Headline_printed_again_in_a_list_below_the_text_is_not_the_heading(string head, string teaser)
    {
        var dump = Fixture.Lines(
            $"{Heading} | Дозор", "Главная", "Новости", "Поиск", Heading, "09.02.2025, 10:15", FirstParagraph, SecondParagraph,
            head, "Паводок обошёл степные аулы стороной", Heading, teaser, "Штаб купит новые рации");

        var article = DumpExtractor.Extract(dump, OutletNames.Empty).Stored();

        article.Title.ShouldBe(Heading);
        article.Outlet.ShouldBe("Дозор");
        article.Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 2, 9));
        article.Body.ShouldStartWith(FirstParagraph);
        article.Body.ShouldContain(SecondParagraph);
        article.Body.ShouldNotContain(Heading);
    }

    [Fact]
    public void Flash_news_survives_its_own_headline_above_longer_teasers()
    {
        var dump = Fixture.Lines(
            Heading, "Главная", "Новости", FirstParagraph, "Читайте также", Heading,
            "Областной штаб рассказал, как два года строили переправу, кто её проверял и почему работу дважды останавливали.",
            "Паводок обошёл степные аулы стороной",
            "Вода поднялась на полтора метра, но дамбы выдержали, а жителей трёх аулов на всякий случай вывезли заранее.");

        DumpExtractor.Extract(dump, OutletNames.Empty).Stored().Body.ShouldStartWith(FirstParagraph);
    }

    [Fact]
    public void Call_above_dropped_headlines_is_dropped_with_them()
    {
        var dump = Fixture.Lines(
            Heading, FirstParagraph, SecondParagraph, "Другие вести недели:", "Паводок обошёл степные аулы стороной", "Как учат собак-спасателей");

        DumpExtractor.Extract(dump, OutletNames.Empty).Stored().Body.ShouldBe(Fixture.Lines(FirstParagraph, SecondParagraph));
    }

    [Fact]
    public void Description_between_page_title_and_heading_is_no_part_of_the_text()
    {
        var dump = Fixture.Lines(
            Heading, "Подробности открытия переправы для спасателей читайте в нашем материале из Степногорья и долины Тасты.",
            "Главная", "Популярное", "Штаб купит новые рации", Heading, FirstParagraph, SecondParagraph);

        DumpExtractor.Extract(dump, OutletNames.Empty).Stored().Body.ShouldBe(Fixture.Lines(FirstParagraph, SecondParagraph));
    }

    [Fact]
    public void Kazakh_page_is_read_by_the_same_rules()
    {
        var article = Fixture.Article("dumps/kazakh.txt");

        article.Title.ShouldBe("Құтқарушылар тау етегінде жаттығу өткізді");
        article.Published.ShouldNotBeNull().Instant.ShouldBe(new DateTimeOffset(2024, 1, 21, 10, 5, 0, TimeSpan.FromHours(6)));
        article.Language.ShouldBe(Language.Kazakh);
        article.Outlet.ShouldBe("Дала тілшісі");
        article.OutletHost.ShouldBe("dalatilshisi.kz");
        article.Body.ShouldBe(Fixture.Lines(
            "Тау етегіндегі ауылдарда құтқарушылардың үш күндік жаттығуы аяқталды, деп хабарлайды Dalatilshisi.kz.",
            "Жаттығуға жүзден астам адам қатысты. Олар жол жабылған кезде ауылға жетудің екі тәсілін сынап көрді.",
            "«Ең бастысы – уақыт ұту. Бұл жолы біз оны үйрендік», – деді жасақ басшысы."));
    }

    [Fact]
    public void Full_crawl_date_in_the_page_header_loses_to_the_date_above_the_text()
    {
        var text = Fixture.Lines(
            "Мост открыт для спасателей области - Дозор", "Среда, 21 января 2026", "+3 °C", "Мост открыт для спасателей области",
            "", "9 Февраля 2025", "",
            "Мост через реку открыли после двух лет стройки, и первые отряды уже проехали по нему.");

        var article = DumpExtractor.Extract(text, OutletNames.Empty).Stored();

        article.Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 2, 9));
    }

    [Fact]
    public void Crawl_date_alone_is_not_taken_for_the_publication_date()
    {
        var text = Fixture.Lines(
            "Мост открыт для спасателей области - Дозор", "$ 498.10", "21 января 2026", "Мост открыт для спасателей области", "",
            "Мост через реку открыли после двух лет стройки, и первые отряды уже проехали по нему.");

        DumpExtractor.Extract(text, OutletNames.Empty).Stored().Published.ShouldBeNull();
    }

    [Fact]
    public void Registry_names_an_outlet_that_has_no_host_in_the_text()
    {
        var known = new OutletNames([new KnownOutlet("bell", ["Степной колокол"], ["https://www.bell.example/"])]);
        var text = Fixture.Lines(
            "Мост открыт для спасателей области", "",
            "Мост через реку открыли после двух лет стройки, сообщает Степной колокол со ссылкой на штаб.");

        var article = DumpExtractor.Extract(text, known).Stored();

        article.Outlet.ShouldBe("Степной колокол");
        article.OutletHost.ShouldBe("bell.example");
    }

    [Fact]
    public void Article_goes_on_after_a_link_in_its_middle()
    {
        var first = "Мост через реку открыли после двух лет стройки, и первые отряды уже проехали по нему. Инженеры осмотрели опоры и остались довольны.";
        var second = "Второй мост построят выше по течению, как только просохнут дороги и придёт тяжёлая техника из соседней области.";
        var third = "Деньги на него нашли в запасном кошельке области, и спорить об этом в совете никто не стал до самого вечера.";
        var text = Fixture.Lines("Мост открыт для спасателей области", "", first, "", "Читайте также:", "Как готовят собак-спасателей", "", second, "", third);

        DumpExtractor.Extract(text, OutletNames.Empty).Stored().Body.ShouldBe(Fixture.Lines(first, second, third));
    }

    [Theory]
    [InlineData("Главная\nПолитика\nАрмия\nСпорт\nПоиск по сайту")]
    [InlineData("К тексту страницы | Прямой эфир | Все рубрики")]
    [InlineData("Ясно, ветер 4 м/с. Курс: 498,1 / 541,8")]
    [InlineData("Подарки нашим читателям\nМост открыт для спасателей области")]
    public void Rows_above_the_headline_are_not_taken_for_it(string rows)
    {
        var text = Fixture.Lines(
            rows, "Мост открыт для спасателей области",
            "Мост через реку открыли после двух лет стройки, и первые отряды уже проехали по нему.");

        DumpExtractor.Extract(text, OutletNames.Empty).Stored().Title.ShouldBe("Мост открыт для спасателей области");
    }

    [Theory]
    [InlineData("", nameof(SkipReason.Empty))]
    [InlineData("\n \n", nameof(SkipReason.Empty))]
    [InlineData("12345\n507.05", nameof(SkipReason.NoTitle))]
    [InlineData("Мост открыт для спасателей области", nameof(SkipReason.NoBody))]
    [InlineData("Мост открыт для спасателей области\nГлавная\nНовости\nПоиск", nameof(SkipReason.NoBody))]
    public void Dump_without_an_article_is_skipped_with_its_reason(string text, string reason) =>
        DumpExtractor.Extract(text, OutletNames.Empty).ShouldBeSkipped(Enum.Parse<SkipReason>(reason));
}
