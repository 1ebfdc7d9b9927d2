using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class CertainNoiseTests
{
    private const string Headline = "Мост через Тасты открыт для спасателей";

    [Theory]
    [InlineData("Читайте также: <a href=x>{0}</a>")]
    [InlineData("<strong>Оқи отырыңыз: <a href=x>{0}</a></strong>")]
    [InlineData("<a href=x>По теме: {0}</a>")]
    [InlineData("Read also: <a href=x>{0}</a>")]
    public void Link_to_another_article_goes_however_long_it_is(string link)
    {
        const string other = "Министр назвал сроки, в которые построят ещё два моста через Тасты, и объяснил, почему их перенесли";

        Body($"{Before}<p>{link.Replace("{0}", other, StringComparison.Ordinal)}</p>{After}").ShouldBe(Fixture.Lines([.. Sentences]));
    }

    [Theory]
    [InlineData("Біздің Telegram арнамызға жазылыңыз және көпір туралы бірінші болып біліңіз!")]
    [InlineData("Хотите узнавать новости первыми? Вступайте в наше сообщество в WhatsApp, там всё важное за день.")]
    [InlineData("Get the news of the valley in your inbox every morning by joining our free newsletter.")]
    public void Call_to_join_a_channel_goes_with_all_its_words(string call) => Body($"{Before}<p>{call}</p>{After}").ShouldBe(Fixture.Lines([.. Sentences]));

    [Theory]
    [InlineData("<p>Ранее мы писали, <a href=x>как строили мост через Тасты и кто за него заплатил</a>.</p>")]
    [InlineData("<p>Бұған дейін <a href=x>көпірдің қалай салынғанын және оған кім төлегенін</a> жазғанбыз.</p>")]
    [InlineData("<p>► <a href=x>Как строили мост через Тасты и кто за него заплатил</a></p>")]
    [InlineData("<p>Минюст РФ включил издание «Паром» в реестр иностранных агентов.</p>")]
    [InlineData("<p>НАСТОЯЩИЙ МАТЕРИАЛ (ИНФОРМАЦИЯ) ПРОИЗВЕДЁН ИНОСТРАННЫМ АГЕНТОМ «ПАРОМ» ИЛИ КАСАЕТСЯ ЕГО ДЕЯТЕЛЬНОСТИ, О ЧЁМ ОН ОБЯЗАН СООБЩАТЬ КАЖДОМУ ЧИТАТЕЛЮ.</p>")]
    public void Line_that_leads_elsewhere_or_had_to_be_printed_goes(string line) => Body(Before + line + After).ShouldBe(Fixture.Lines([.. Sentences]));

    [Fact]
    public void Report_about_the_register_names_its_entries()
    {
        const string entry = "Минюст РФ включил издание «Паром» в реестр иностранных агентов.";

        Body(Before + $"<p>{entry}</p>" + After, "Издание «Паром» назвали иностранным агентом").ShouldContain(entry);
    }

    [Theory]
    [InlineData("<section><h2>{0}</h2><article><h3><a href=x>Паром продали</a></h3><p>Новый хозяин поставит его на озере и будет возить туристов до самой осени.</p></article>"
        + "<article><h3><a href=y>Река обмелела</a></h3><p>Рыбаки из трёх аулов просят пустить воду из водохранилища до конца месяца.</p></article></section>")]
    [InlineData("<div class=x1><div>{0}</div><div class=x2><span>Новый хозяин поставит паром на озере</span><span>10:40</span></div><div class=x2><span>Рыбаки из трёх аулов просят пустить воду</span><span>09:15</span></div></div>")]
    public void Box_goes_with_the_head_that_opens_it(string box)
    {
        foreach (var head in (string[])["Читайте также", "Главное сегодня", "Suggested Articles", "More stories from the valley", "Ұқсас оқиғалар"])
        {
            HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body><main><h1>{Headline}</h1>{Before}{After}</main>{box.Replace("{0}", head, StringComparison.Ordinal)}</body></html>", null, OutletNames.Empty)
                .Stored().Body.ShouldBe(Fixture.Lines([.. Sentences]), head);
        }
    }

    [Fact]
    public void Box_within_the_text_goes_with_its_line_for_screen_readers()
    {
        const string box = "<section><p class=visually-hidden>Пропустите этот список и читайте дальше, если он вам не нужен.</p><h2>Самое популярное</h2><ul><li><a href=x>Паром продали за тенге</a></li>"
            + "<li><a href=y>Река у Тасты обмелела</a></li></ul></section>";

        Body(Before + box + After).ShouldBe(Fixture.Lines([.. Sentences]));
    }

    [Theory]
    [InlineData("<div class=q><h3>Без рекламы</h3><p>Мы пишем о реке для вас. Если цените нашу работу, оформите пожертвование.</p><a href=x>Помочь</a></div>")]
    [InlineData("<div class=q><h3>Материал доступен по подписке</h3><p>Архив за десять лет и письма редактора каждое утро.</p><ul><li>700 тенге в месяц</li><li>Отмена в любой день</li></ul></div>")]
    [InlineData("<div class=q><h4>River Brief</h4><p>All that happened along the river, told in five minutes each Friday.</p><button>Get the newsletter</button></div>")]
    public void Box_for_subscribers_goes_whole(string box) => Body(Before + After + box).ShouldBe(Fixture.Lines([.. Sentences]));

    [Theory]
    [InlineData("<p>РЕКЛАМА</p><p>Понтоны и паромы с гарантией! Звоните прямо сейчас, привезём к любому берегу реки за один день.</p>")]
    [InlineData("<p>Похожие новости: <a href=x>Паром продали новому хозяину</a>; <a href=y>Река у Тасты обмелела за лето</a>; <a href=z>Рыбаки ждут воду из водохранилища</a></p>")]
    public void Advertisement_and_list_on_a_line_go(string lines) => Body(Before + lines + After).ShouldBe(Fixture.Lines([.. Sentences]));

    [Theory]
    [InlineData("<p><b>О компании</b></p><p>АО «Паром» перевозит людей и скот через Тасты с прошлого века. В штате сорок человек.</p>")]
    [InlineData("<p><b>Контакты для прессы</b><br>parom@tasty.example</p>")]
    [InlineData("<p>Media contact</p><p>Asel Ozen, phone 70 000</p>")]
    [InlineData("<div class=footnotes><ol><li>Отчёт строителей моста хранится у автора статьи.</li><li>Управление рек, сборник, с. 12.</li></ol></div>")]
    [InlineData("<div class=paywall><h4>Все статьи о реке</h4><p>Первый месяц за 80 тенге, отменить можно когда угодно.</p></div>")]
    [InlineData("<p>Была ли вам полезна эта статья?</p>")]
    public void Box_at_the_foot_of_an_article_goes(string box) => Body(Before + After + box).ShouldBe(Fixture.Lines([.. Sentences]));

    [Fact]
    public void Part_of_an_article_about_a_company_stays() =>
        Body($"{Before}<h3>О компании</h3>{After}").ShouldContain(Fixture.Lines([.. Sentences.Skip(3)]));

    [Theory]
    [InlineData("<blockquote class=pullquote><p>{0}</p></blockquote>")]
    [InlineData("<blockquote><p>{0}</p></blockquote>")]
    [InlineData("<div class=big>{0}</div>")]
    public void Sentence_set_large_a_second_time_goes(string frame) =>
        Body(Before + frame.Replace("{0}", Sentences[1], StringComparison.Ordinal) + After).ShouldBe(Fixture.Lines([.. Sentences]));

    [Theory]
    [InlineData("<span>26 ноября 2026, 12:18</span><span>Асель Озен</span>")]
    [InlineData("<a href=/p>Политика</a> <span>26 ноября 2026, 12:18</span>")]
    [InlineData("<span>26.11.2026 12:18</span><span>Политика</span><span>1204</span>")]
    [InlineData("<address>Асель Озен</address>")]
    public void Row_above_the_text_is_no_paragraph(string row) => HtmlExtractor.Extract(
        $"<html><head><title>{Headline}</title><meta name=author content='Асель Озен'></head><body><article><h1>{Headline}</h1>{row}{Before}{After}</article></body></html>", null, OutletNames.Empty)
            .Stored().Body.ShouldBe(Fixture.Lines([.. Sentences]));

    [Fact]
    public void Menu_of_an_old_page_does_not_open_its_text() => HtmlExtractor.Extract(
        $"<html><head><title>{Headline}</title></head><body><table><tr><td><a href=1>Мосты</a><br><a href=2>Паромы</a><br><a href=3>Гостевая книга</a></td><td>{string.Join("<br><br>", Sentences)}</td></tr></table></body></html>", null, OutletNames.Empty)
            .Stored().Body.ShouldBe(Fixture.Lines([.. Sentences]));

    [Fact]
    public void Last_sentence_in_Chinese_stays()
    {
        string[] lines = ["塔斯提河上的新桥星期二通车，救援人员的重型车辆也可以通过。", "州指挥部说，通往村庄的道路缩短了两倍。", "渡轮将在春天以前修好。"];

        HtmlExtractor.Extract($"<html><head><title>塔斯提河大桥向救援人员开放</title></head><body><nav><a href=/>首页</a></nav><h1>塔斯提河大桥向救援人员开放</h1><div class=c><p>{string.Join("</p><p>", lines)}</p></div></body></html>", null, OutletNames.Empty)
            .Stored().Body.ShouldBe(Fixture.Lines(lines));
    }

    [Fact]
    public void Day_that_opens_a_sentence_stays_in_it() =>
        Body($"<p><b>26 ноября 2026 года</b> <a href=x>мост</a> <i>открыли</i> для всех машин, которые ждали на берегу.</p>{Before}{After}").ShouldStartWith("26 ноября 2026 года мост открыли для всех машин");

    [Fact]
    public void Text_below_the_place_of_an_advertisement_stays() => Body($"{Before}<p>Реклама</p>{After}").ShouldBe(Fixture.Lines([.. Sentences]));

    [Fact]
    public void Number_of_a_footnote_is_no_part_of_the_sentence_and_an_exponent_is()
    {
        var body = Body(Before.Replace("штабе.</p>", "штабе.<sup><a href=#n1>[12]</a></sup></p>", StringComparison.Ordinal) + After.Replace("настил", "настил в 900 м<sup>2</sup>", StringComparison.Ordinal));

        body.ShouldContain("штабе.\n");
        body.ShouldContain("900 м2");
    }

    [Theory]
    [InlineData("<sup><a href=#fn1>*</a></sup>", "штабе.")]
    [InlineData("<sup><a href=#fn1>iv</a></sup>", "штабе.")]
    [InlineData("<a href=#_ftn1><sup>[1]</sup></a>", "штабе.")]
    [InlineData(" <a href=/roads>Площадь 40 км<sup>2</sup></a>", "штабе. Площадь 40 км2")]
    public void Mark_of_a_footnote_is_told_from_an_exponent_in_a_link(string mark, string shown) =>
        Body(Before.Replace("штабе.</p>", $"штабе.{mark}</p>", StringComparison.Ordinal) + After).ShouldContain($"{shown}\n");

    [Fact]
    public void Date_set_before_the_first_words_stands_alone()
    {
        var lines = string.Join("<br><br>", Sentences);

        HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body><table><tr><td>Новости</td><td><h1>{Headline}</h1><div class=detail><span class=news-date>05.03.2024 10:15</span> {lines}</div></td></tr></table></body></html>", null, OutletNames.Empty)
            .Stored().Body.ShouldBe(Fixture.Lines([.. Sentences]));
    }

    [Fact]
    public void Headline_of_an_old_page_needs_no_heading()
    {
        var page = $"<table><tr><td>&bull; <a href=x>Паром продали новому хозяину</a></td><td><table><tr><td><font size=1>05.03.2024, 10:15</font><br><font size=4><b>{Headline}</b></font><br><br>{string.Join("<p>", Sentences)}</td></tr></table></td></tr></table>";

        var article = HtmlExtractor.Extract($"<html><head><title>{Headline} :: Дозор</title></head><body>{page}</body></html>", null, OutletNames.Empty).Stored();

        (article.Title, article.Published?.Day).ShouldBe((Headline, new DateOnly(2024, 3, 5)));
        article.Body.ShouldBe(Fixture.Lines([.. Sentences]));
    }

    [Fact]
    public void Caption_of_a_picture_is_no_lead_whatever_its_place_is_called()
    {
        const string caption = "<div class=page-lead><figure><img src=a><figcaption>Спасатели проверяют новый мост через реку Тасты перед открытием движения.</figcaption></figure></div>";

        HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body><h1>{Headline}</h1>{caption}<article>{Before}{After}</article></body></html>", null, OutletNames.Empty)
            .Stored().Body.ShouldBe(Fixture.Lines([.. Sentences]));
    }

    [Theory]
    [InlineData("<p hidden>{0}</p>")]
    [InlineData("<div style='display: none'><p>{0}</p></div>")]
    public void Words_that_nobody_sees_go(string frame) =>
        Body(Before + frame.Replace("{0}", "Справку о переправе купить недорого и быстро без предоплаты можно сегодня на нашем складе у моста.", StringComparison.Ordinal) + After)
            .ShouldBe(Fixture.Lines([.. Sentences]));

    [Fact]
    public void Article_that_its_page_hides_in_pieces_is_read()
    {
        var hidden = string.Concat(Sentences.Select(sentence => $"<div style='display:none'><p>{sentence}</p></div>"));

        Body(hidden).ShouldContain(Sentences[4]);
    }

    [Fact]
    public void Table_is_taken_row_by_row()
    {
        const string table = "<table><thead><tr><th>Район</th><th>Мостов</th><th>Что ещё построят</th></tr></thead><tbody><tr><td>Тасты</td><td>12</td><td>Дороги и остановки до всех аулов за рекой</td></tr>"
            + "<tr><td>Сарыарка</td><td>3</td><td>Пристань для спасателей и новый паром</td></tr><tr><td>Жетысай</td><td>8</td><td>Склады</td></tr></tbody></table>";

        Body(Before + table + After).ShouldBe(Fixture.Lines(
        [
            .. Sentences.Take(3), "Район | Мостов | Что ещё построят", "Тасты | 12 | Дороги и остановки до всех аулов за рекой",
            "Сарыарка | 3 | Пристань для спасателей и новый паром", "Жетысай | 8 | Склады", .. Sentences.Skip(3),
        ]));
    }

    [Theory]
    [InlineData("<table>{0}</table>")]
    [InlineData("<figure class=wp-block-table><table>{0}</table></figure>")]
    public void Table_of_figures_within_the_text_is_taken(string frame)
    {
        const string rows = "<tr><th>Район</th><th>Мостов</th></tr><tr><td>Тасты</td><td>12</td></tr><tr><td>Сарыарка</td><td>3 000</td></tr>";

        Body(Before + frame.Replace("{0}", rows, StringComparison.Ordinal) + After).ShouldBe(Fixture.Lines(
            [.. Sentences.Take(3), "Район | Мостов", "Тасты | 12", "Сарыарка | 3 000", .. Sentences.Skip(3)]));
    }

    [Fact]
    public void Columns_of_an_old_page_are_no_row() =>
        HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body><h1>{Headline}</h1><table><tr><td>Новости</td><td>{Sentences[0]}</td></tr></table></body></html>", null, OutletNames.Empty)
            .Stored().Body.ShouldBe(Sentences[0]);

    [Fact]
    public void Table_with_the_headline_is_a_page_in_columns()
    {
        var page = $"<table><tr><td>Новости</td><td><h1>{Headline}</h1></td></tr><tr><td>Погода</td><td>{Sentences[0]}</td></tr></table>";

        HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body>{page}</body></html>", null, OutletNames.Empty).Stored().Body.ShouldBe(Sentences[0]);
    }

    private static string[] Sentences =>
    [
        "Новый мост строили два года, и теперь по нему пройдёт даже тяжёлая техника спасателей, сообщили в областном штабе.",
        "Дорога до аулов за рекой станет втрое короче, а паром, который возил туда людей и скот, поставят на ремонт.",
        "Строители завершили работы на месяц раньше срока, потому что весной вода в реке поднялась ниже обычного.",
        "Комиссия проверила опоры и настил и разрешила движение, но первые недели скорость на мосту ограничат.",
        "Зимой по мосту пустят автобус, который свяжет аулы с больницей и школой на другом берегу реки.",
        "Акимат области выделил на перила и освещение ещё сорок миллионов тенге, их освоят до весны.",
    ];

    private static string Before => $"<p>{string.Join("</p><p>", Sentences.Take(3))}</p>";

    private static string After => $"<p>{string.Join("</p><p>", Sentences.Skip(3))}</p>";

    private static string Body(string content, string headline = Headline) => HtmlExtractor.Extract(
        $"<html><head><title>{headline}</title></head><body><h1>{headline}</h1><article>{content}</article></body></html>", null, OutletNames.Empty).Stored().Body;
}
