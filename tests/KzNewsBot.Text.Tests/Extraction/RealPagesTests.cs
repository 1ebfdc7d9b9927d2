using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

/// <summary>What pages of common programs do beside the plain form.</summary>
public sealed class RealPagesTests
{
    private const string Headline = "Мост через Тасты открыт для спасателей";

    private const string Opening = "Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.";

    private static readonly Uri Address = new("https://dozor.example/news/mosty-otkryty-2026");

    private static readonly OutletNames Known = new(
        [new KnownOutlet("mfa", ["МИД РК"], ["gov.example"]), new KnownOutlet("nato", ["НАТО", "NATO"], ["nato.example"]), new KnownOutlet("dozor", ["Степной дозор"], ["dozor.example"])]);

    private static readonly string Text = string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p>"));

    private static string[] Paragraphs =>
    [
        Opening,
        "По нему пройдёт даже тяжёлая техника спасателей, а дорога до аулов станет втрое короче, говорится в сообщении.",
        "Строители завершили работы на месяц раньше срока, потому что весной вода в реке поднялась ниже обычного.",
        "Комиссия проверила опоры и настил и разрешила движение, но первые недели скорость ограничат.",
        "Жители трёх аулов два года добирались до районного центра в объезд, через горный перевал.",
        "Следующей весной у реки поставят пост наблюдения за уровнем воды, добавили в штабе.",
    ];

    [Theory]
    [InlineData("Беспилотник упал у границы – МИД РК")]
    [InlineData("НАТО — соседям: чего ждать от партнёрства")]
    public void Another_outlets_name_in_a_headline_stays(string headline) =>
        Read($"<title>{headline} | Степной дозор</title>", $"<h1>{headline}</h1>{Text}").Title.ShouldBe(headline);

    [Fact]
    public void A_break_in_a_headline_parts_its_words() =>
        Read($"<title>{Headline}</title>", $"<h1>Мост через Тасты<br>открыт для спасателей</h1>{Text}").Title.ShouldBe(Headline);

    [Fact]
    public void A_logo_that_the_windows_title_repeats_is_no_headline() =>
        Read($"<title>{Headline} | Новости Степи</title><meta property=og:title content='{Headline}'>", $"<h1 class=logo>Новости Степи</h1><h2>{Headline}</h2>{Text}").Title.ShouldBe(Headline);

    [Theory]
    [InlineData("https://dozor.example/kz/news/77", "https://dozor.example/ru/news/77")]
    [InlineData("https://dozor.example/press/news/8812-manevry", "https://dozor.example/press/news")]
    [InlineData("https://dozor.example/page.php?id=55", "https://dozor.example/page.php")]
    public void A_list_or_another_language_is_no_address_of_an_article(string fetched, string claim) =>
        Read($"<title>{Headline}</title><link rel=canonical href='{claim}'>", $"<h1>{Headline}</h1>{Text}", new Uri(fetched)).CanonicalUrl.ShouldBe(fetched);

    [Theory]
    [InlineData("https://dozor.example/news/77-most/amp", "https://dozor.example/news/77-most")]
    [InlineData("https://dozor.example/news/77-most?page=2", "https://dozor.example/news/77-most")]
    public void A_variant_still_names_its_article(string fetched, string claim) =>
        Read($"<title>{Headline}</title><link rel=canonical href='{claim}'>", $"<h1>{Headline}</h1>{Text}", new Uri(fetched)).CanonicalUrl.ShouldBe(claim);

    [Fact]
    public void An_hour_of_UTC_that_is_still_to_come_is_a_local_one()
    {
        const string Data = """<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-05-10T20:30:00Z"}</script>""";
        var seen = new DateTimeOffset(2026, 5, 10, 20, 40, 0, TimeSpan.FromHours(5));
        var date = HtmlExtractor.Extract($"<html><head><title>{Headline}</title>{Data}</head><body><h1>{Headline}</h1>{Text}</body></html>", new Uri("https://dozor.kz/1"), Known, seen).Stored().Published.ShouldNotBeNull();
        (date.Day, date.Instant).ShouldBe((new DateOnly(2026, 5, 10), null));
    }

    [Theory]
    [InlineData("<p>Читайте также: Глава штаба посетил военный институт в Алматы.</p>")]
    [InlineData("<p>Тағы оқыңыз: Штаб басшысы Алматыдағы институтқа барды.</p>")]
    [InlineData("<p>Оқыңыз: Штаб басшысы Алматыдағы институтқа барды.</p>")]
    [InlineData("<p>Осы тақырыпта: Штаб басшысы Алматыдағы институтқа барды.</p>")]
    [InlineData("<p>Тақырыпқа орай: Штаб басшысы Алматыдағы институтқа барды.</p>")]
    [InlineData("<p>Бұған дейін оқыңыз: Штаб басшысы Алматыдағы институтқа барды.</p>")]
    [InlineData("<p>Елдегі жаңалықтарды бірінші болып білу үшін Telegram-арнамызға жазылыңыз.</p>")]
    [InlineData("<p>Біздің Telegram-арнамызға жазылыңыз!</p>")]
    [InlineData("<p>Бізді Telegram-да оқыңыз!</p>")]
    [InlineData("<p>14:05, 10 мая 2026</p>")]
    [InlineData("<p><b>10 мая 2026</b></p>")]
    [InlineData("<div class='photo'><img src=a><div class='photo-desc'>Президент и генсек на переговорах в столице на прошлой неделе.</div></div>")]
    [InlineData("<p>Читайте также:</p><ul><li><a href=/1>Глава штаба посетил военный институт в Алматы</a></li><li><a href=/2>Паводок обошёл аулы стороной</a></li></ul>")]
    [InlineData("<p><b>Читайте также:</b></p><p><a href=/1>Глава штаба посетил военный институт в Алматы</a></p><p><a href=/2>Паводок обошёл аулы стороной</a></p>")]
    [InlineData("<p>Фото: пресс-служба областного штаба</p>")]
    [InlineData("<p>#мост #Тасты #спасатели</p>")]
    [InlineData("<p>Подписывайтесь на наш Telegram-канал и узнавайте новости первыми.</p>")]
    [InlineData("<p>Нашли ошибку? Выделите её и нажмите Ctrl + Enter.</p>")]
    public void A_line_that_is_certainly_not_the_articles_is_left_within_it(string line)
    {
        var body = Read($"<title>{Headline}</title>", $"<main><h1>{Headline}</h1><div class=article__text>{Text.Replace("<p>Строители", line + "<p>Строители", StringComparison.Ordinal)}</div></main>").Body;
        body.ShouldBe(string.Join('\n', Paragraphs));
    }

    [Theory]
    [InlineData("<h2>2 января 2022 года</h2>", "<h2>5 января 2022 года</h2>")]
    [InlineData("<p><b>2 января 2022 года</b></p>", "<p><b>5 января 2022 года</b></p>")]
    [InlineData("<table><tr><td>2 января 2022 года</td><td>Вода поднялась выше моста</td></tr>", "<tr><td>5 января 2022 года</td><td>Вода ушла</td></tr></table>")]
    public void Days_that_an_article_tells_one_after_another_stay(string first, string second)
    {
        var text = second.EndsWith("</table>", StringComparison.Ordinal)
            ? Text.Replace("<p>Строители", $"{first}{second}<p>Строители", StringComparison.Ordinal)
            : Text.Replace("<p>Строители", $"{first}<p>Строители", StringComparison.Ordinal).Replace("<p>Жители", $"{second}<p>Жители", StringComparison.Ordinal);
        var body = Read($"<title>{Headline}</title>", $"<main><h1>{Headline}</h1><div class=article__text>{text}</div></main>").Body;
        body.ShouldContain("2 января 2022 года");
        body.ShouldContain("5 января 2022 года");
    }

    [Theory]
    [InlineData("<h4>10 мая 2026</h4>")]
    [InlineData("<p><b>10 мая 2026</b></p><p><b>Обновлено 11 мая 2026</b></p>")]
    public void Day_of_publication_between_headline_and_text_is_no_subhead(string line) =>
        Read($"<title>{Headline}</title>", $"<main><h1>{Headline}</h1>{line}<div class=article__text>{Text}</div></main>").Body.ShouldBe(string.Join('\n', Paragraphs));

    [Theory]
    [InlineData("Поделитесь тем, что вы увидели на мосту?")]
    [InlineData("Жители аула сами subscribe to the newsletter и следят за стройкой.")]
    [InlineData("Осы тақырыпта штаб басшысы тұрғындармен екі рет кездесті.")]
    [InlineData("Көпірдің суретін көргендер штабтың Telegram-арнасынан оқыды.")]
    [InlineData("«Присоединяйтесь к нам», – сказал глава штаба на открытии.")]
    public void A_line_of_the_article_that_only_resembles_a_call_stays(string line)
    {
        var body = Read($"<title>{Headline}</title>", $"<main><h1>{Headline}</h1><div class=article__text>{Text.Replace("<p>Строители", $"<p>{line}</p><p>Строители", StringComparison.Ordinal)}</div></main>").Body;
        body.ShouldContain(line);
    }

    [Fact]
    public void The_lead_above_an_element_named_the_body_is_the_articles()
    {
        const string Lead = "Мост через Тасты, которого ждали два года, открыли для спасателей и машин скорой помощи.";
        var body = Read($"<title>{Headline}</title>", $"<main><h1>{Headline}</h1><p class='article__lead'>{Lead}</p><img src=a><div class='article-body'>{Text}</div></main>").Body;
        body.ShouldStartWith($"{Lead}\n{Opening}");
    }

    [Fact]
    public void Where_a_banner_is_all_that_is_shown_the_stated_text_is_read()
    {
        var data = $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"{{Headline}}","articleBody":"{{string.Join(' ', Paragraphs)}} {{string.Join(' ', Paragraphs)}}"}</script>""";
        const string Banner = "<div class='cookie-banner'><p>Мы используем файлы cookie, чтобы сайт работал лучше и был удобнее. Продолжая пользоваться сайтом, вы соглашаетесь с обработкой данных.</p></div>";
        Read($"<title>{Headline}</title>{data}", $"<div id=__next></div>{Banner}").Body.ShouldStartWith(Opening);
    }

    [Theory]
    [InlineData("<p>", "</p>")]
    [InlineData("&lt;p&gt;", "&lt;/p&gt;")]
    [InlineData("<div class='a'><b>&nbsp;", "</b><br /></div>")]
    public void Stated_text_that_holds_markup_is_read_as_text(string open, string close)
    {
        var stated = string.Concat(Paragraphs.Select(paragraph => $"{open}{paragraph}{close}"));
        var data = $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"{{Headline}}","articleBody":"{{stated}}"}</script>""";
        Read($"<title>{Headline}</title>{data}", $"<h1>{Headline}</h1><div id=__next></div>").Body.ShouldBe(string.Join('\n', Paragraphs));
    }

    [Theory]
    [InlineData("Мы используем файлы cookie, чтобы сайт работал лучше и был удобнее. Продолжая пользоваться сайтом, вы соглашаетесь с обработкой данных.")]
    [InlineData("By clicking “Accept All Cookies”, you agree to the storing of cookies on your device to enhance site navigation and analyze site usage.")]
    public void A_banner_alone_is_no_article(string banner) =>
        HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body><div id=__next></div><div class=cookie-banner><p>{banner}</p></div></body></html>", Address, Known).ShouldBeSkipped(SkipReason.NoBody);

    [Fact]
    public void Announcements_below_a_flash_are_not_its_text()
    {
        var cards = string.Concat(Enumerable.Range(1, 6).Select(n => $"<div class=card><h3><a href=/{n}>Курс тенге изменился в день номер {n}</a></h3><p>Доллар подешевел на торгах, следует из данных биржи за день {n}.</p></div>"));
        Read($"<title>{Headline}</title>", $"<main><h1>{Headline}</h1><div class=text><p>{Opening}</p></div></main><div class=grid>{cards}</div>").Body.ShouldBe(Opening);
    }

    private static ExtractedArticle Read(string head, string content, Uri? address = null) =>
        HtmlExtractor.Extract($"<html><head>{head}</head><body>{content}</body></html>", address ?? Address, Known).Stored();
}
