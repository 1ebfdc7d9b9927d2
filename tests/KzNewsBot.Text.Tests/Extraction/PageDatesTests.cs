using System.Globalization;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class PageDatesTests
{
    private const string Headline = "Мост через Тасты открыт";
    private const string Text = "<p>Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.</p>"
        + "<p>По нему пройдёт даже тяжёлая техника спасателей, а дорога до аулов станет втрое короче.</p>";

    /// <summary>Noon of 5 March 2025 in Almaty.</summary>
    private static readonly DateTimeOffset FetchedAt = new(2025, 3, 5, 12, 0, 0, TimeSpan.FromHours(5));

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04T10:00:00+05:00"}</script>""", nameof(DateOrigin.StructuredData))]
    [InlineData("""<script type="application/ld+json">[{"@context":"x"},{"@graph":[{"@type":["Thing","ReportageNewsArticle"],"datePublished":["2025-03-04"]}]}]</script>""", nameof(DateOrigin.StructuredData))]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Мост "Тасты"","datePublished":"2025-03-04T10:00:00+05:00"}</script>""", nameof(DateOrigin.StructuredData))]
    [InlineData("""<meta property="article:published_time" content="2025-03-04T10:00:00+05:00">""", nameof(DateOrigin.MetaTag))]
    [InlineData("""<meta name="publish-date" content="1741064400">""", nameof(DateOrigin.MetaTag))]
    [InlineData("""<meta name="pubdate" content="20250304T100000">""", nameof(DateOrigin.MetaTag))]
    [InlineData("""<meta name="citation_publication_date" content="2025/03/04">""", nameof(DateOrigin.MetaTag))]
    [InlineData("""<meta name="citation_date" content="2025 Mar 4">""", nameof(DateOrigin.MetaTag))]
    public void Statement_for_machines_is_read(string head, string origin)
    {
        var date = Read($"<html><head>{head}</head><body><h1>{Headline}</h1>{Text}</body></html>").Published.ShouldNotBeNull();

        date.Day.ShouldBe(new DateOnly(2025, 3, 4));
        date.Origin.ToString().ShouldBe(origin);
        date.Confidence.ShouldBeInRange(0.9, 0.95);
    }

    [Fact]
    public void Time_in_a_link_to_another_article_is_that_articles() =>
        Read($"<html><body><div><div><a class=head-time href=/2025/03/04/>10:15, 4 марта 2025</a></div><h1>{Headline}</h1><div>{Text}<a href=/news/1><h4>Паром продали</h4><time>2 августа 2024</time></a></div></div></body></html>")
            .Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));

    [Theory]
    [InlineData("<body><div class=event-page>", "2025-03-04")]
    [InlineData("<body class=event><div>", null)]
    [InlineData("<body><div>", null)]
    public void Name_of_the_whole_page_does_not_make_its_date_anothers(string frame, string? day) =>
        (Read($"<html>{frame}<h1>{Headline}</h1><p class=event-date>4 марта 2025</p>{Text}{Text}</div></body></html>").Published?.Day).ShouldBe(day is null ? null : Day(day));

    [Theory]
    [InlineData("<div class=date>23 Ноября 2023, 22:16</div>", "2023-11-23")]
    [InlineData("<span>24 июля 2025 г.</span>", "2025-07-24")]
    [InlineData("<p>Опубликовано: 05.11.2023 в 10:15</p>", "2023-11-05")]
    [InlineData("<p>05.11.2023 | 10:15 | Просмотров: 214</p>", "2023-11-05")]
    [InlineData("<p>2024 жылғы 21 қаңтар</p>", "2024-01-21")]
    [InlineData("<p>Жарияланды: 23 қараша 2023, 18:05</p>", "2023-11-23")]
    [InlineData("<p>23 қараша 2023 · оқу уақыты 2 мин</p>", "2023-11-23")]
    [InlineData("<p>5 сент. 2023</p>", "2023-09-05")]
    [InlineData("<div>5 марта 2024, Асель Озен</div>", "2024-03-05")]
    [InlineData("<div>Асель Озен, 5 марта 2024</div>", "2024-03-05")]
    [InlineData("<div>Тасты, 5 марта 2024</div>", "2024-03-05")]
    [InlineData("<div>Мосты 05.03.2024 14:05</div>", "2024-03-05")]
    [InlineData("<div>ИА «Дозор», 5 марта 2024</div>", "2024-03-05")]
    [InlineData("<div>Источник: Дозор, 05.03.2024</div>", "2024-03-05")]
    [InlineData("<div>05.03.2024 14:05 Фото: управление мостов</div>", "2024-03-05")]
    [InlineData("<div>5 мар 2024 14:05 3 мин. чтения</div>", "2024-03-05")]
    [InlineData("<div>5-mart 2024</div>", "2024-03-05")]
    [InlineData("<div>2024-yil 5-dekabr</div>", "2024-12-05")]
    [InlineData("<div>Publié le 5 mars 2024 à 18h30</div>", "2024-03-05")]
    [InlineData("<div>Giriş Tarihi: 05.03.2024</div>", "2024-03-05")]
    [InlineData("<div>Çar, 25 Ara 2024 10:00</div>", "2024-12-25")]
    [InlineData("<p>By Anna Belova, March 5, 2024</p>", "2024-03-05")]
    [InlineData("<p>Anna Belova<br>5 March 2024</p>", "2024-03-05")]
    [InlineData("<p>Автор: Анна Белова • 5 марта 2024</p>", "2024-03-05")]
    [InlineData("<p>Tuesday, 5 March 2024 - 3 min read</p>", "2024-03-05")]
    [InlineData("<p>martes 5 de marzo de 2024</p>", "2024-03-05")]
    [InlineData("<p>21.01.2024 ж.</p>", "2024-01-21")]
    [InlineData("<div class=meta>admin, 5-03-2024, 10:15 | Категория: Мосты | Комментарии (6)</div>", "2024-03-05")]
    [InlineData("<span>5 March 2024 14:05 (UTC+04:00)</span>", "2024-03-05")]
    [InlineData("<p>29 ноября 2023 12:05 МСК</p>", "2023-11-29")]
    [InlineData("<p>14:05 29 ноября 2023 (Астана)</p>", "2023-11-29")]
    [InlineData("<p>29.11.23, 14:05</p>", "2023-11-29")]
    [InlineData("<div>Submitted by <a>editor</a> on Wed, 11/29/2023 - 14:05</div>", "2023-11-29")]
    [InlineData("<p>Жс, 21 Қаң 2024</p>", "2024-01-21")]
    [InlineData("<p>дс, 22 қаңтар 2024</p>", "2024-01-22")]
    [InlineData("<p>21 қаңтар 2024 сағ. 14:05</p>", "2024-01-21")]
    [InlineData("<p>21 қаңтар 2024, 14:05, көрілім: 125</p>", "2024-01-21")]
    [InlineData("<p>21.01.2024 қарау саны 125</p>", "2024-01-21")]
    [InlineData("<p>Басылған күні 21.01.2024 ж., 14:05</p>", "2024-01-21")]
    public void Line_below_the_headline_that_is_only_a_date_counts(string line, string day)
    {
        var date = Read($"<html><body><main><h1>{Headline}</h1>{line}{Text}</main></body></html>").Published.ShouldNotBeNull();

        date.Day.ShouldBe(Day(day));
        date.Origin.ShouldBe(DateOrigin.NearTitle);
    }

    [Theory]
    [InlineData("<header><div class=date>21 января 2026</div></header>")]
    [InlineData("<div class=current-date>21 января 2026</div>")]
    [InlineData("<div class=currentDate>21 января 2026</div>")]
    [InlineData("<div id=weather><b>21 января 2026</b><i>-12°</i></div>")]
    [InlineData("<div>среда, 21 января 2026</div>")]
    [InlineData("<div>Сегодня 21 января 2026</div>")]
    [InlineData("<div>2026 Год<br>21 Января</div>")]
    [InlineData("<div>Курс на 21 января 2026 года обновлён</div>")]
    public void Day_of_reading_in_the_head_of_the_page_is_no_date_of_the_article(string clock)
    {
        Read($"<html><body>{clock}<main><h1>{Headline}</h1>{Text}</main></body></html>").Published.ShouldBeNull();
        Read($"<html><body>{clock}<main><h1>{Headline}</h1><div class=date>24 июля 2025</div>{Text}</main></body></html>")
            .Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 7, 24));
    }

    [Theory]
    [InlineData("<footer>© Дозор, 5 марта 2025</footer>")]
    [InlineData("<footer><time datetime=2025-03-05>5 марта</time></footer>")]
    [InlineData("<aside class=related><a href=/a><time datetime=2025-03-01>1 марта</time> Паводок обошёл аулы стороной</a></aside>")]
    [InlineData("<div class=comments><span class=date>5 марта 2025</span> Спасибо строителям!</div>")]
    [InlineData("<ul><li><a href=/a><span class=date>1 марта 2025</span></a></li><li><a href=/b><span class=date>2 марта 2025</span></a></li></ul>")]
    [InlineData("<p>Строить его начали 1 марта 2023 года, а закончить обещали через год.</p>")]
    [InlineData("<p>© 2025</p>")]
    [InlineData("<p>Начало: 5 марта 2025</p>")]
    [InlineData("<h3>Закон «О мостах», 5 марта 2025</h3>")]
    [InlineData("<p>Штаб 5 марта 2025 Тасты</p>")]
    public void Dates_of_something_else_are_no_date_of_the_article(string elsewhere) =>
        Read($"<html><body><main><h1>{Headline}</h1>{Text}</main>{elsewhere}</body></html>").Published.ShouldBeNull();

    [Fact]
    public void Page_that_does_not_say_has_no_date_even_when_the_fetch_is_known()
    {
        var article = Read($"<html><body><h1>{Headline}</h1>{Text}</body></html>", fetchedAt: FetchedAt);

        article.Published.ShouldBeNull();
        article.Modified.ShouldBeNull();
        article.RejectedDate.ShouldBeNull();
    }

    [Theory]
    [InlineData("<div class=post-footer-info><b>Дата публикации:</b> 4 марта 2025</div>")]
    [InlineData("<div><span class=entry-date>04.03.2025</span></div>")]
    [InlineData("<div class=postDate>4 наурыз 2025</div>")]
    public void Date_far_below_counts_where_its_place_is_named(string line)
    {
        var filler = string.Concat(Enumerable.Repeat("<p>Рабочие укрепили берега и поставили новые опоры, рассказали в областном штабе.</p>", 70));

        var date = Read($"<html><body><main><h1>{Headline}</h1>{Text}{filler}{line}</main></body></html>").Published.ShouldNotBeNull();

        date.Day.ShouldBe(new DateOnly(2025, 3, 4));
        date.Origin.ShouldBe(DateOrigin.Labelled);
    }

    [Theory]
    [InlineData("<blockquote class=twitter-tweet><p>Our bridge stands.</p>— Bridges (@bridges) <a href=https://twitter.com/1>March 3, 2025</a></blockquote>")]
    [InlineData("<blockquote class=instagram-media><p>Мост</p><time datetime=2025-03-03>3 марта 2025</time></blockquote>")]
    [InlineData("<div class=tgme_widget_message><div class=date>3 марта 2025</div></div>")]
    [InlineData("<div class=embed-post><p>Опубликовано: 3 марта 2025</p></div>")]
    [InlineData("<div class=youtube-video><img><span>3 марта 2025</span></div>")]
    [InlineData("<blockquote>3 марта 2025</blockquote>")]
    public void Date_of_a_post_that_is_shown_is_not_the_articles(string post)
    {
        Read($"<html><body class=wp-embed-responsive><main><h1>{Headline}</h1>{post}{Text}</main></body></html>").Published.ShouldBeNull();
        Read($"<html><body class=wp-embed-responsive><div class=has-embed><h1>{Headline}</h1>{post}<p>4 марта 2025</p>{Text}</div></body></html>").Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));
    }

    [Fact]
    public void Only_day_that_an_article_prints_counts_and_two_days_do_not()
    {
        var filler = string.Concat(Enumerable.Repeat("<p>Рабочие укрепили берега и поставили новые опоры, рассказали в областном штабе.</p>", 70));

        Read($"<html><body><main><h1>{Headline}</h1>{Text}{filler}<p>4 марта 2025 г.</p></main></body></html>")
            .Published.ShouldNotBeNull().Origin.ShouldBe(DateOrigin.Labelled);
        Read($"<html><body><main><h1>{Headline}</h1>{Text}{filler}<p>4 марта 2025 г.</p><p>5 марта 2025 г.</p></main></body></html>").Published.ShouldBeNull();
    }

    [Theory]
    [InlineData("Сегодня, 10:15", "2025-03-05T10:15:00+05:00")]
    [InlineData("Вчера в 22:16", "2025-03-04T22:16:00+05:00")]
    [InlineData("бүгін, 09:00", "2025-03-05T09:00:00+05:00")]
    [InlineData("кеше 18:00", "2025-03-04T18:00:00+05:00")]
    [InlineData("2 часа назад", "2025-03-05T10:00:00+05:00")]
    [InlineData("28 февраля, 12:30", "2025-02-28T12:30:00+05:00")]
    [InlineData("28 Ақпан, жұма, 12:30", "2025-02-28T12:30:00+05:00")]
    [InlineData("12:30 · 28 февраля · Марат Белесов", "2025-02-28T12:30:00+05:00")]
    [InlineData("час назад", "2025-03-05T11:00:00+05:00")]
    public void Words_for_a_day_count_from_the_fetch(string line, string moment)
    {
        var page = $"<html><body><main><h1>{Headline}</h1><div>{line}</div>{Text}</main></body></html>";

        Read(page, fetchedAt: FetchedAt).Published.ShouldNotBeNull().ShouldSatisfyAllConditions(
            date => date.Instant.ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)),
            date => date.Origin.ShouldBe(DateOrigin.Relative));
        Read(page).Published.ShouldBeNull("nobody knows when the page was fetched");
    }

    [Theory]
    [InlineData("<p>Закон о мостах, который <a href=/zakon>приняли</a> <a href=/den>7 октября 2002 года</a>, действует и теперь.</p>")]
    [InlineData("<p>Штаб ждёт жителей с <b>15 мая в 10:00</b> в старом здании.</p>")]
    [InlineData("<p>Write or <a href=/write>Contact us today</a></p>")]
    [InlineData("<h2>Что известно сегодня</h2>")]
    [InlineData("<p>Паводок вчера</p>")]
    [InlineData("<p>Закон, который приняли 7.10.02 и 10:15 раз меняли.</p>")]
    [InlineData("<p>Signed by parliament on 7 October 2002</p>")]
    [InlineData("<p>Час назад вода в реке поднялась на полметра</p>")]
    public void Day_within_a_sentence_is_that_of_an_event(string line) =>
        Read($"<html><body><main><h1>{Headline}</h1>{Text}{line}</main></body></html>", fetchedAt: FetchedAt).Published.ShouldBeNull();

    [Theory]
    [InlineData("<div>Штаб области <span>4 марта 2025</span></div>")]
    [InlineData("<div>Автор: Марат Белесов, <span>4 марта 2025</span></div>")]
    [InlineData("<p>Этот мост ждали, <span class=post-date>4 марта 2025</span>, два года</p>")]
    [InlineData("<div><span>Просмотров за всё время</span> <span>4 марта 2025</span></div>")]
    [InlineData("<div>Опубликовано <b>вчера</b></div>")]
    public void Day_beside_a_name_or_a_label_counts(string line) =>
        Read($"<html><body><main><h1>{Headline}</h1>{line}{Text}</main></body></html>", fetchedAt: FetchedAt)
            .Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));

    [Fact]
    public void Place_named_a_date_above_the_headline_comes_before_any_other_below_it() =>
        Read($"<html><body><main><header><p class=post-date>4 марта 2025</p><h1>{Headline}</h1></header>{Text}<h3>1 марта 2024</h3>{Text}</main></body></html>")
            .Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));

    [Theory]
    [InlineData("<div class=related><time itemprop=datePublished datetime=2025-03-01></time></div>")]
    [InlineData("<div class=comments><meta itemprop=datePublished content=2025-03-01></div>")]
    [InlineData("<div itemscope itemtype=https://schema.org/Comment><meta itemprop=dateCreated content=2025-03-01></div>")]
    [InlineData("<div itemscope itemtype=https://schema.org/NewsArticle><span itemprop=datePublished>2025-03-01</span><p>Паводок обошёл аулы стороной</p></div>")]
    public void Date_of_another_item_is_not_that_of_the_article(string other)
    {
        const string Own = "<meta itemprop=datePublished content=2025-03-04>";
        string Page(string own) => $"<html><body>{other}<main itemscope itemtype=https://schema.org/NewsArticle><h1>{Headline}</h1>{own}{Text}</main></body></html>";

        Read(Page(Own)).Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));
        Read(Page("")).Published?.Origin.ShouldNotBe(DateOrigin.StructuredData);
    }

    [Fact]
    public void Item_below_a_headline_that_stands_in_none_is_the_article() =>
        Read($"<html><body itemscope itemtype=https://schema.org/WebPage><h1>{Headline}</h1><div itemscope itemtype=https://schema.org/NewsArticle><meta itemprop=datePublished content=2025-03-04>{Text}</div></body></html>")
            .Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));

    [Theory]
    [InlineData("2026-03-04T10:00:00+05:00", nameof(DateFault.Future))]
    [InlineData("2025-03-07", nameof(DateFault.Future))]
    [InlineData("1970-01-01T00:00:00Z", nameof(DateFault.TooOld))]
    [InlineData("2025-02-30", nameof(DateFault.Impossible))]
    [InlineData("0000-00-00 00:00:00", nameof(DateFault.Impossible))]
    public void Date_that_cannot_be_true_is_told_and_passed_over(string stated, string fault)
    {
        var head = $"<head><meta property=\"article:published_time\" content=\"{stated}\"></head>";

        var alone = Read($"<html>{head}<body><h1>{Headline}</h1>{Text}</body></html>", fetchedAt: FetchedAt);
        alone.RejectedDate.ShouldBe(new RejectedDate(stated, DateOrigin.MetaTag, Enum.Parse<DateFault>(fault)));

        Read($"<html>{head}<body><main><h1>{Headline}</h1><p>4 марта 2025</p>{Text}</main></body></html>", fetchedAt: FetchedAt)
            .Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));
    }

    [Theory]
    [InlineData("2026-03-04T10:00:00+05:00", true)]
    [InlineData("1970-01-01T00:00:00Z", false)]
    [InlineData("2025-02-30", false)]
    public void Only_a_date_in_the_future_is_kept_and_it_is_next_to_worthless(string stated, bool isKept)
    {
        var date = Read(Stated(stated), fetchedAt: FetchedAt).Published;

        (date is not null).ShouldBe(isKept);
        (date?.Confidence ?? 0).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Tomorrow_in_another_zone_is_not_the_future() =>
        Read(Stated("2025-03-06T06:00:00+12:00"), fetchedAt: FetchedAt).Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 6));

    [Theory]
    [InlineData("""<meta property="article:modified_time" content="2025-03-05T11:00:00+05:00">""", "")]
    [InlineData("""<script type="application/ld+json">{"@type":"WebPage","dateModified":"2025-03-05"}</script>""", "")]
    [InlineData("", "<p>Обновлено: 05.03.2025, 11:00</p>")]
    [InlineData("", "<p>Last updated on <span>March 5, 2025</span></p>")]
    [InlineData("", "<p>Жаңартылды: 5 наурыз 2025</p>")]
    [InlineData("", "<time class=updated datetime=2025-03-05T11:00>сегодня</time>")]
    public void Day_of_a_change_is_kept_apart(string head, string line)
    {
        var known = Read($"<html><head>{head}<meta name=pubdate content=2025-03-01></head><body><main><h1>{Headline}</h1>{line}{Text}</main></body></html>");
        known.Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 1));
        known.Modified.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 5));

        var alone = Read($"<html><head>{head}</head><body><main><h1>{Headline}</h1>{line}{Text}</main></body></html>").Published.ShouldNotBeNull();
        alone.Day.ShouldBe(new DateOnly(2025, 3, 5));
        alone.Origin.ShouldBe(DateOrigin.Modified);
        alone.Confidence.ShouldBeLessThan(0.5);
    }

    [Theory]
    [InlineData("<p>Опубликовано 1 марта 2025, обновлено 5 марта 2025</p>")]
    [InlineData("<p>Updated 5 March 2025 | Published 1 March 2025</p>")]
    [InlineData("<p>Last updated 5 March 2025, originally published 1 March 2025</p>")]
    public void Line_with_both_days_gives_the_day_of_publication(string line) =>
        Read($"<html><body><main><h1>{Headline}</h1>{line}{Text}</main></body></html>").Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 1));

    [Theory]
    [InlineData("2025-03-04T15:00:00+05:00", "<p>1 марта 2025</p>", "2025-03-01")]
    [InlineData("2025-03-04T15:00:00+05:00", "<p>3 марта 2025</p>", "2025-03-04")]
    [InlineData("2025-03-04T15:00:00+05:00", "<p>7 марта 2025</p>", "2025-03-04")]
    [InlineData("2025-03-04T15:00:00+05:00", "<p>Обновлено 1 марта 2025</p>", "2025-03-04")]
    [InlineData("2025-03-04T15:00:01+05:00", "<p>1 марта 2025</p>", "2025-03-04")]
    public void Stamp_of_the_last_save_gives_way_to_an_older_day_that_the_page_prints(string modified, string line, string day) =>
        Read($"""<html><head><script type="application/ld+json">{"{"}"@type":"NewsArticle","datePublished":"2025-03-04T15:00:00+05:00","dateModified":"{modified}"{"}"}</script></head><body><main><h1>{Headline}</h1>{line}{Text}</main></body></html>""")
            .Published.ShouldNotBeNull().Day.ShouldBe(Day(day));

    [Theory]
    [InlineData("<time>05/04/2025 08:43:31 am</time>", "2025-05-04")]
    [InlineData("<time>03/04/2025 08:43:31 am</time>", "2025-04-03")]
    public void Older_day_that_is_the_stamped_one_with_its_month_first_is_no_other(string printed, string day) =>
        Read($"""<html lang="pt"><head><script type="application/ld+json">{"{"}"@type":"NewsArticle","datePublished":"2025-05-04T15:00:00-03:00","dateModified":"2025-05-04T15:00:00-03:00"{"}"}</script></head><body><main><h1>{Headline}</h1><p>{printed}</p>{Text}</main></body></html>""")
            .Published.ShouldNotBeNull().Day.ShouldBe(Day(day));

    [Theory]
    [InlineData("<h4>Опубликовано</h4><p>4 марта 2025</p>", "2025-03-04")]
    [InlineData("<h4>Published</h4><p><time datetime=2025-03-04>March 4, 2025</time></p>", "2025-03-04")]
    [InlineData("<h4>Опубликовано</h4><p>4 марта 2025</p></div><div><h4>Опубликовано</h4><p>1 февраля 2025</p>", null)]
    [InlineData("<h4>Событие</h4><p>4 марта 2025</p>", null)]
    public void Column_beside_the_article_counts_only_for_the_one_day_that_it_calls_its_publication(string column, string? day) =>
        (Read($"<html><body><main><h1>{Headline}</h1>{Text}</main><div class=sidebar><div>{column}</div></div></body></html>").Published?.Day)
            .ShouldBe(day is null ? null : Day(day));

    [Fact]
    public void Witnesses_that_agree_are_surer_than_one_and_than_those_that_do_not()
    {
        var alone = Confidence(Stated("2025-03-04"));
        var agreed = Confidence(Stated("2025-03-04", "<p>4 марта 2025</p>"));
        var denied = Confidence(Stated("2025-03-04", "<p>1 февраля 2024</p>"));

        agreed.ShouldBeGreaterThan(alone);
        denied.ShouldBeLessThan(alone);
        agreed.ShouldBeLessThan(1);
        denied.ShouldBeGreaterThan(0);

        static double Confidence(string page) => Read(page).Published.ShouldNotBeNull().Confidence;
    }

    [Theory]
    [InlineData("2025-03-04T20:30:00Z", "<p>5 марта 2025, 01:30</p>", "2025-03-05")]
    [InlineData("2025-03-05T02:30:00Z", "<p>4 марта 2025</p>", "2025-03-04")]
    [InlineData("2025-03-04T02:30:00+05:00", "<p>3 марта 2025</p>", "2025-03-04")]
    [InlineData("2025-03-04T09:00:00Z", "<p>1 марта 2025</p>", "2025-03-04")]
    public void Stamp_in_UTC_takes_the_day_that_the_page_prints(string stated, string line, string day) =>
        Read(Stated(stated, line)).Published.ShouldNotBeNull().Day.ShouldBe(Day(day));

    [Theory]
    [InlineData("2025-03-04T20:30:00Z", "2025-03-05")]
    [InlineData("2024-02-28T18:30:00Z", "2024-02-29")]
    [InlineData("2024-02-29T17:30:00Z", "2024-02-29")]
    [InlineData("2024-03-01T18:30:00Z", "2024-03-01")]
    [InlineData("2025-03-04T23:30:00+05:00", "2025-03-04")]
    public void Stamp_in_UTC_of_an_outlet_of_Kazakhstan_is_read_by_its_own_clock(string stated, string day) =>
        Read(Stated(stated), "https://dozor.kz/most").Published.ShouldNotBeNull().Day.ShouldBe(Day(day));

    [Fact]
    public void Printed_date_tells_how_numbers_are_meant() =>
        Read(Stated("03-04-2025", "<p>March 4, 2025</p>")).Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));

    [Theory]
    [InlineData("ru", "https://dozor.example/most", "2025-04-03")]
    [InlineData("en-US", "https://dozor.example/most", "2025-03-04")]
    [InlineData("en-GB", "https://dozor.example/most", "2025-04-03")]
    [InlineData("en-US", "https://dozor.kz/most", "2025-04-03")]
    [InlineData("en", "https://dozor.example/most", null)]
    public void Country_of_the_page_tells_how_numbers_are_meant(string language, string address, string? day) =>
        (Read($"<html lang=\"{language}\"><body><main><h1>{Headline}</h1><p>03/04/2025</p>{Text}</main></body></html>", address).Published?.Day)
            .ShouldBe(day is null ? null : Day(day));

    [Theory]
    [InlineData("https://dozor.example/2025/03/04/most", "2025-03-04")]
    [InlineData("https://dozor.example/2025/3/4-most.html", "2025-03-04")]
    [InlineData("https://dozor.example/news/2025-03-04-most", "2025-03-04")]
    [InlineData("https://dozor.example/news/20250304/most", "2025-03-04")]
    [InlineData("https://dozor.example/2025/march/04/most", "2025-03-04")]
    [InlineData("https://dozor.example/2025/13/04/most", null)]
    [InlineData("https://dozor.example/2025/03/most", null)]
    [InlineData("https://dozor.example/news/20259999", null)]
    [InlineData("https://dozor.example/news/most-2025", null)]
    public void Address_gives_the_day_when_the_page_is_silent(string address, string? day)
    {
        var date = Read($"<html><body><h1>{Headline}</h1>{Text}</body></html>", address).Published;

        date?.Origin.ShouldBe(DateOrigin.Url);
        date?.Day.ShouldBe(Day(day ?? "0001-01-01"));
        (date is null).ShouldBe(day is null);
    }

    private static string Stated(string date, string line = "") =>
        $"<html><head><meta property=\"article:published_time\" content=\"{date}\"></head><body><main><h1>{Headline}</h1>{line}{Text}</main></body></html>";

    private static ExtractedArticle Read(string html, string? address = null, DateTimeOffset? fetchedAt = null) =>
        HtmlExtractor.Extract(html, address is null ? null : new Uri(address), OutletNames.Empty, fetchedAt).Stored();

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
