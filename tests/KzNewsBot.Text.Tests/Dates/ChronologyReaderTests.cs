using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Tests.Dates;

public sealed class ChronologyReaderTests
{
    private static readonly DateOnly Published = new(2025, 8, 21);

    [Theory]
    [InlineData("План принят 7 марта 2011 года.", "2011-03-07")]
    [InlineData("Приказ от 05.09.2019 отменён.", "2019-09-05")]
    [InlineData("Центр открыт в мае 2014 года.", "2014-05")]
    [InlineData("В марте этого года прошли сборы.", "2025-03")]
    [InlineData("В июне прошлого года их отменили.", "2024-06")]
    [InlineData("Учения начнутся 3 сентября.", "2025-09-03")]
    [InlineData("Он служил с 2009 по 2012 год.", "2009/2012")]
    [InlineData("Осенью 2021 года мост закрыли.", "2021-autumn")]
    [InlineData("В 90-х годах базу закрыли.", "199x")]
    [InlineData("В 60-х годах 20 века базу закрыли.", "196x")]
    [InlineData("Бекініс 20 ғасырдың 60-жылдары салынған.", "196x")]
    [InlineData("Договор подписан в 1998 году.", "1998")]
    [InlineData("Келісім 2016 жылғы 4 мамырда жасалды.", "2016-05-04")]
    [InlineData("Орталық 2013 жылы ашылды.", "2013")]
    [InlineData("Шартқа 1992 ж. 15 мамырда қол қойылды.", "1992-05-15")]
    [InlineData("Орталық 2004 ж. мамырда ашылды.", "2004-05")]
    [InlineData("Орталық 2004 ж. ашылды.", "2004")]
    [InlineData("Ескерткіш 2011 жылдың 16-желтоқсанында ашылды.", "2011-12-16")]
    [InlineData("Жиын 2019 жылғы мамыр айының 5-інде өтті.", "2019-05-05")]
    [InlineData("The accord was signed on June 9, 2017.", "2017-06-09")]
    [InlineData("The base closed in 1997.", "1997")]
    [InlineData("Мост открыт 7 марта 2011 г", "2011-03-07")]
    [InlineData("Мост открыли в 2011 г, а закрыли зимой.", "2011")]
    [InlineData("Мост закрыт с 1998 г.", "1998")]
    [InlineData("Since 1990 local authorities have kept the bridge.", "1990")]
    [InlineData("Базу закрыли в 90-х, когда ушёл полк.", "199x")]
    [InlineData("Базу закрыли в начале 90-х.", "199x")]
    [InlineData("Завод строили в 50-х годах XX века.", "195x")]
    [InlineData("Дорогу построили в 00-х годах.", "200x")]
    [InlineData("The base closed in the 1990s.", "199x")]
    [InlineData("The base closed in the late '90s.", "199x")]
    [InlineData("The base closed in the 80s.", "198x")]
    [InlineData("База 90-жылдары жабылды.", "199x")]
    [InlineData("Көпір 2005 жылы қазанда ашылды.", "2005-10")]
    [InlineData("Көпір 2005 жылғы 7 Қазанда ашылды.", "2005-10-07")]
    [InlineData("Көпір 2005 жылғы Қазанның 7-сінде ашылды.", "2005-10-07")]
    [InlineData("Көпір 2005 жылғы Қазан айында ашылды.", "2005-10")]
    [InlineData("Жиын 2005 жылы Қазанда өтті.", "2005")]
    [InlineData("Жиынға 2005 жылғы қазанда 5 адам келді.", "2005-10")]
    public void A_date_is_read_as_far_as_it_goes(string text, string value) =>
        ChronologyReader.Read(text, Published).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Theory]
    [InlineData("Резолюция 1973 принята большинством.")]
    [InlineData("Потрачено 2010 тенге.")]
    [InlineData("Приехали 1999 человек.")]
    [InlineData("Приказ от 31.02.2019 не найден.")]
    [InlineData("Құбыр 16-желтоқсан көшесінде жарылды.")]
    [InlineData("У него нашли 2000 г героина.")]
    [InlineData("Изъято 1900 г кокаина и 2000 г/м2 бумаги.")]
    [InlineData("The road is shut until 1900 GMT.")]
    [InlineData("The road was shut since 1900 hours, by 2000 local time it was open.")]
    [InlineData("Қазанның 1000 жылдығы тойланды.")]
    [InlineData("Highs were in the 80s.")]
    [InlineData("The men are in their 50s.")]
    [InlineData("Клуб занял 80-е место, в 90-х номерах прессы о нём молчат.")]
    [InlineData("Крепость построили в 60-х XIX века.")]
    [InlineData("Бекініс XIX ғасырдың 60-жылдары салынған.")]
    [InlineData("В 60-х годах 19 века построили крепость.")]
    [InlineData("В шестидесятых годах 19-го века построили крепость.")]
    [InlineData("В 20-е годы 21 века построили мост.")]
    [InlineData("Бекініс 19 ғасырдың 60-жылдары салынған.")]
    [InlineData("The fort was built in the 60s of the 18th century.")]
    [InlineData("Between 1800 and 2000 fighters crossed the border.")]
    [InlineData("From 1900 to 2000 peacekeepers will serve there.")]
    [InlineData("He commands over 1900-2000 armed guards.")]
    [InlineData("Число выросло с 1900 до 2030 бойцов.")]
    [InlineData("Дорога закрыта с 1900 до 2000 часов, а с 1945 до 2015 часов открыта.")]
    public void A_number_is_no_date(string text) => ChronologyReader.Read(text, Published).ShouldBeEmpty();

    [Theory]
    [InlineData("В августе 2022 года начались беспорядки. 6 августа в страну прибыли миротворцы.", "2022-08")]
    [InlineData("После терактов 11 сентября меры усилили. Закон принят в 2003 году.", "2003")]
    [InlineData("Since the September 11 attacks rules are strict. The law was signed in 2003.", "2003")]
    public void A_day_of_another_year_is_not_put_into_this_one(string text, string value) =>
        ChronologyReader.Read(text, Published).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Fact]
    public void An_attack_of_this_year_keeps_its_day() =>
        ChronologyReader.Read("11 сентября дроны атаковали порт.", new DateOnly(2025, 9, 12)).ShouldHaveSingleItem().Value.ShouldBe("2025-09-11");

    [Fact]
    public void A_date_without_a_year_needs_the_day_of_publication() =>
        ChronologyReader.Read("Учения начнутся 3 сентября.", null).ShouldBeEmpty();

    [Theory]
    [InlineData("Манёвры шли 4–9 июня 2018 года.", "2018-06-04/2018-06-09")]
    [InlineData("С 30 ноября по 2 декабря 2020 года пост был закрыт.", "2020-11-30/2020-12-02")]
    [InlineData("С 29 декабря по 3 января 2020 года пост был закрыт.", "2019-12-29/2020-01-03")]
    [InlineData("Это было в ночь с 5 на 6 мая 2019 года.", "2019-05-05/2019-05-06")]
    [InlineData("С 29 августа по 1 сентября пройдут сборы.", "2025-08-29/2025-09-01")]
    [InlineData("Отпуск: 02.06.2014 – 20.06.2014.", "2014-06-02/2014-06-20")]
    [InlineData("С марта по май 2016 года мост чинили.", "2016-03/2016-05")]
    [InlineData("В июле — августе 2012 года базу обыскали.", "2012-07/2012-08")]
    [InlineData("В 2006–2009 годах строили порт.", "2006/2009")]
    [InlineData("Жиын 2018 жылдың 4–9 маусымында өтті.", "2018-06-04/2018-06-09")]
    [InlineData("2018 жылғы 4 маусымнан 9 маусымға дейін жол жабылды.", "2018-06-04/2018-06-09")]
    [InlineData("2016 жылғы наурыздан мамырға дейін көпір жөнделді.", "2016-03/2016-05")]
    [InlineData("2006–2009 жж. порт салынды.", "2006/2009")]
    [InlineData("Жиын 2024 жылғы 28 мамыр – 3 маусым аралығында өтті.", "2024-05-28/2024-06-03")]
    [InlineData("Жиын 2024 жылғы 28 мамыр мен 3 маусым аралығында өтті.", "2024-05-28/2024-06-03")]
    [InlineData("Жол 2024 жылғы 5 пен 9 мамыр аралығында жабылды.", "2024-05-05/2024-05-09")]
    [InlineData("Жол сәуірдің 12-сінен 15-іне дейін жабылды.", "2025-04-12/2025-04-15")]
    [InlineData("Жол 2019 жылғы сәуірдің 5-нен 20-сына дейін жабылды.", "2019-04-05/2019-04-20")]
    [InlineData("Жиын шілденің 3-4-інде өтті.", "2025-07-03/2025-07-04")]
    [InlineData("Жиын 2018 жылғы шілденің 3–4-інде өтті.", "2018-07-03/2018-07-04")]
    [InlineData("2006 жылдан 2009 жылға дейін порт салынды.", "2006/2009")]
    [InlineData("The camp ran from 4 to 9 June 2018.", "2018-06-04/2018-06-09")]
    [InlineData("The camp ran June 4-9, 2018.", "2018-06-04/2018-06-09")]
    [InlineData("The bridge was closed between March and May 2016.", "2016-03/2016-05")]
    [InlineData("Between 2006 and 2009 a port was built.", "2006/2009")]
    [InlineData("С 1991 по 2004 Казахстан строил порт.", "1991/2004")]
    [InlineData("С 1990 по 2000 армия сократилась.", "1990/2000")]
    [InlineData("С 1990 до 2000 он служил на юге.", "1990/2000")]
    [InlineData("С 1990 до 2000 года бойцов обучали там.", "1990/2000")]
    [InlineData("From 2000 to 2010 Kazakhstan hosted the camp.", "2000/2010")]
    [InlineData("From 2000 to 2010 the camp grew.", "2000/2010")]
    [InlineData("Between 2010 and 2015 exports fell.", "2010/2015")]
    [InlineData("He led the camp from 2000 to 2010.", "2000/2010")]
    public void A_span_has_two_ends(string text, string value) =>
        ChronologyReader.Read(text, Published).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Theory]
    [InlineData("Рейды были 2, 4 и 6 мая 2019 года.", "2019-05-02 2019-05-04 2019-05-06")]
    [InlineData("Проверки прошли в 2015 и 2017 годах.", "2015 2017")]
    [InlineData("Срок перенесли с 1 марта на 1 июля.", "2025-03-01 2025-07-01")]
    [InlineData("Тексеру 2015 және 2017 жылдары өтті.", "2015 2017")]
    [InlineData("Рейды были 2 мая и 4 июня 2019 года.", "2019-05-02 2019-06-04")]
    [InlineData("Raids took place on May 2 and June 4, 2019.", "2019-05-02 2019-06-04")]
    [InlineData("Raids took place on 2 and 4 May 2019.", "2019-05-02 2019-05-04")]
    public void A_list_gives_each_of_its_dates(string text, string values) =>
        string.Join(' ', ChronologyReader.Read(text, Published).Select(fact => fact.Value)).ShouldBe(values);

    [Theory]
    [InlineData("Вчера мост открыли.", "2025-08-20")]
    [InlineData("Об этом рассказали накануне.", "2025-08-20")]
    [InlineData("Накануне суд вынес приговор.", "2025-08-20")]
    [InlineData("Сегодня мост открыли.", "2025-08-21")]
    [InlineData("Мост открыли сегодня.", "2025-08-21")]
    [InlineData("Сегодня пройдёт парад.", "2025-08-21")]
    [InlineData("Бүгін көпір ашылды.", "2025-08-21")]
    [InlineData("The bridge was opened today.", "2025-08-21")]
    [InlineData("В понедельник мост будет закрыт.", "2025-08-25")]
    [InlineData("В понедельник совет соберётся в Астане.", "2025-08-25")]
    [InlineData("Парад состоится в субботу.", "2025-08-23")]
    [InlineData("Дүйсенбіде жиын өтеді.", "2025-08-25")]
    [InlineData("The council will meet on Monday.", "2025-08-25")]
    [InlineData("Завтра мост закроют.", "2025-08-22")]
    [InlineData("Четыре дня назад мост закрыли.", "2025-08-17")]
    [InlineData("Год назад мост закрыли.", "2024")]
    [InlineData("Три месяца назад мост закрыли.", "2025-05")]
    [InlineData("В прошлом году мост закрыли.", "2024")]
    [InlineData("В прошлом месяце мост закрыли.", "2025-07")]
    [InlineData("Весной прошлого года мост закрыли.", "2024-spring")]
    [InlineData("В среду мост закрыли.", "2025-08-20")]
    [InlineData("В четверг мост закрыли.", "2025-08-21")]
    [InlineData("В прошлый четверг мост закрыли.", "2025-08-14")]
    [InlineData("В следующий вторник мост откроют.", "2025-08-26")]
    [InlineData("Во вторник президент подписал закон, который будет действовать.", "2025-08-19")]
    [InlineData("The ministry said on Tuesday that talks will go on.", "2025-08-19")]
    [InlineData("Во вторник состоится заседание.", "2025-08-26")]
    [InlineData("Кеше көпір ашылды.", "2025-08-20")]
    [InlineData("Былтыр көпір жабылды.", "2024")]
    [InlineData("Өткен айда көпір жабылды.", "2025-07")]
    [InlineData("Былтыр көктемде көпір жабылды.", "2024-spring")]
    [InlineData("Осы жылдың қысында көпір жабылды.", "2025-winter")]
    [InlineData("Сәрсенбіде көпір жабылды.", "2025-08-20")]
    [InlineData("Екі күн бұрын көпір жабылды.", "2025-08-19")]
    [InlineData("Сарбаздар қазанның 7-сінде ант береді.", "2025-10-07")]
    [InlineData("Сарбаздар қазанның 30 -ында ант береді.", "2025-10-30")]
    [InlineData("Жиын 16-желтоқсанда өтеді.", "2025-12-16")]
    [InlineData("Жиын мамыр айының 5-і күні өтті.", "2025-05-05")]
    [InlineData("Жиын сәуiрдiң 12-сiнде өттi.", "2025-04-12")]
    [InlineData("Жиын дүйсенбiде өтеді.", "2025-08-25")]
    [InlineData("The bridge was shut yesterday.", "2025-08-20")]
    [InlineData("The bridge was shut on Wednesday.", "2025-08-20")]
    [InlineData("The bridge was shut last Thursday.", "2025-08-14")]
    [InlineData("The bridge was shut five years ago.", "2020")]
    [InlineData("Repairs are over, the mayor told reporters Monday.", "2025-08-18")]
    [InlineData("The bridge was shut last month.", "2025-07")]
    [InlineData("Прошлой осенью мост закрыли.", "2024-autumn")]
    [InlineData("Прошлой зимой мост закрыли.", "2025-winter")]
    [InlineData("Мост закрыт с прошлого лета.", "2024-summer")]
    [InlineData("Минувшей весной мост закрыли.", "2025-spring")]
    [InlineData("Этой весной мост закрыли.", "2025-spring")]
    [InlineData("Мост откроют нынешней осенью.", "2025-autumn")]
    [InlineData("Өткен күзде көпір жабылды.", "2024-autumn")]
    [InlineData("Осы көктемде көпір жабылды.", "2025-spring")]
    [InlineData("Былтыр жазда көпір жабылды.", "2024-summer")]
    [InlineData("The bridge was shut last autumn.", "2024-autumn")]
    [InlineData("The bridge was shut last fall.", "2024-autumn")]
    [InlineData("The bridge was shut this spring.", "2025-spring")]
    [InlineData("В девяностых мост закрыли.", "199x")]
    [InlineData("Мост закрыли в шестидесятые годы.", "196x")]
    [InlineData("The bridge was shut in the late seventies.", "197x")]
    [InlineData("Көпір тоқсаныншы жылдары жабылды.", "199x")]
    public void A_date_is_counted_from_the_publication(string text, string value)
    {
        ChronologyReader.Read(text, Published).ShouldHaveSingleItem().Value.ShouldBe(value);
        ChronologyReader.Read(text, null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The bridge was shut last summer.", "2025-08-31", "2024-summer")]
    [InlineData("The bridge was shut last summer.", "2025-09-01", "2025-summer")]
    [InlineData("The bridge was shut last winter.", "2026-01-15", "2025-winter")]
    [InlineData("The bridge was shut last winter.", "2025-12-15", "2025-winter")]
    [InlineData("The bridge was shut this past fall.", "2026-02-15", "2025-autumn")]
    [InlineData("Прошлой осенью мост закрыли.", "2026-01-15", "2025-autumn")]
    [InlineData("Этой зимой мост закрыли.", "2026-01-15", "2026-winter")]
    [InlineData("Этой зимой мост закроют.", "2025-11-15", "2026-winter")]
    public void A_season_is_counted_from_the_publication(string text, string published, string value) =>
        ChronologyReader.Read(text, DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture)).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Theory]
    [InlineData("Мост закрыли 9 января.", "2025-12-28", "2026-01-09")]
    [InlineData("Мост закрыли 9 января.", "2025-08-21", "2025-01-09")]
    [InlineData("Мост закрыли 20 декабря.", "2025-01-04", "2024-12-20")]
    [InlineData("Мост закрыли 20 декабря.", "2025-05-04", "2025-12-20")]
    public void A_day_without_a_year_belongs_to_the_current_one_except_around_New_Year(string text, string published, string value) =>
        ChronologyReader.Read(text, DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture)).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Theory]
    [InlineData("Идея возникла в 2012 году после того, как 1 апреля случился пожар.", "2012")]
    [InlineData("Саммит 2026 года пройдёт 7–8 июля.", "2026")]
    [InlineData("Пожар был в 2012 году. Здание открыли 1 апреля.", "2012 2025-04-01")]
    [InlineData("Отчёт за 2025 год приняли 1 апреля.", "2025 2025-04-01")]
    public void A_day_whose_sentence_names_another_year_is_of_nobody_knows_which(string text, string values) =>
        string.Join(' ', ChronologyReader.Read(text, Published).Select(fact => fact.Value)).ShouldBe(values);

    [Theory]
    [InlineData("Во вторник, 5 марта 2019 года, мост закрыли.", "2019-03-05")]
    [InlineData("On Tuesday, 5 March 2019, the bridge was shut.", "2019-03-05")]
    [InlineData("Сегодня, 21 августа, мост закрыли.", "2025-08-21")]
    public void A_written_date_beats_the_word_beside_it(string text, string value) =>
        ChronologyReader.Read(text, Published).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Theory]
    [InlineData("Накануне переговоров дороги перекрыли.")]
    [InlineData("Сегодня армия готова к любым угрозам.")]
    [InlineData("Бүгін әскер заманауи.")]
    [InlineData("Today the army is small.")]
    [InlineData("Двадцать лет назад мост закрыли.")]
    [InlineData("Договор подписали 1,5 года назад.")]
    [InlineData("Договор подписали 2–3 года назад.")]
    [InlineData("The treaty was signed 1.5 years ago.")]
    [InlineData("The treaty was signed half a year ago.")]
    [InlineData("Шартқа 1,5 жыл бұрын қол қойылды.")]
    [InlineData("Около 3 лет назад мост закрыли.")]
    [InlineData("Об этом писала газета Экономика Сегодня, которую закрыли.")]
    [InlineData("Крепость построили в 60-х годах XIX века.")]
    [InlineData("На сегодня в строю двадцать машин.")]
    [InlineData("Выбросы попали в среду обитания сайгаков.")]
    [InlineData("Отряд стоит на площади 1 Мая.")]
    [InlineData("В мае 20 солдат ушли в отпуск.")]
    [InlineData("Дрон Ту-2011 и форум «Талас-2021» попали в список.")]
    [InlineData("Сборка 11.12.2019.4 не запускается.")]
    [InlineData("Указ № 2004 читали вслух.")]
    [InlineData("Тараздың 2000 жылдығы тойланды.")]
    [InlineData("2019 Наурызбай ауданы.")]
    [InlineData("The soldiers march 20 miles.")]
    [InlineData("Some officers may 2 times a year travel.")]
    [InlineData("They paid in 2024 tenge notes, from 1990 to 2015 tenge each.")]
    [InlineData("More than two years ago it seemed easy.")]
    [InlineData("Прошлой весной мост закрыли.")]
    [InlineData("This past fall in prices was their last winter together.")]
    [InlineData("Его нашли в двадцатых.")]
    [InlineData("Казахстан стал пятидесятым участником, а мост — сороковым на реке.")]
    [InlineData("В девяностых годах XIX века мост сгорел.")]
    [InlineData("Temperatures were in the nineties, the men in their forties.")]
    [InlineData("Today's army differs from that of the last year of the war.")]
    public void What_only_looks_like_a_date_is_none(string text) => ChronologyReader.Read(text, Published).ShouldBeEmpty();

    [Fact]
    public void A_space_that_does_not_break_joins_a_date() =>
        ChronologyReader.Read("План принят 7\u00a0марта 2011\u00a0года.", null).ShouldHaveSingleItem().Value.ShouldBe("2011-03-07");

    [Theory]
    [InlineData("5, ")]
    [InlineData("2004, ")]
    [InlineData("с 5 мая ")]
    [InlineData("2019 жылғы 5 ")]
    [InlineData("between 2004 and ")]
    [InlineData("накануне ")]
    [InlineData("сегодня ")]
    [InlineData("on Monday ")]
    [InlineData("today ")]
    [InlineData("01.02.2003-")]
    public void Hostile_repeats_are_read_in_time(string part)
    {
        // Twice and a half what is read of an article.
        var text = string.Concat(Enumerable.Repeat(part, 50_000 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        ChronologyReader.Read(text, Published);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }
}
