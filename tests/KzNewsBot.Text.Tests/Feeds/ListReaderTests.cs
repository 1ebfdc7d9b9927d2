using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

/// <summary>Lists that are no feeds: a channel's page, declared JSON, declared HTML, a news search.</summary>
public class ListReaderTests
{
    private static readonly DateTimeOffset Fetched = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Site = new("https://vestnik.example/news");

    [Fact]
    public void A_channel_page_gives_its_posts_with_text_time_and_link()
    {
        var feed = Read(TelegramChannelReader.Read(
            """
            <div class="tgme_channel_info"></div>
            <div class="tgme_widget_message" data-post="vestnik/7">
              <div class="tgme_widget_message_reply"><div class="tgme_widget_message_text">Чужие слова</div></div>
              <div class="tgme_widget_message_text">Учения &quot;Степь&quot; <s>не </s>начались.<br/><br/>В них участвуют три страны.</div>
              <a class="tgme_widget_message_date" href="https://t.me/vestnik/7"><time datetime="2026-11-22T09:30:00+05:00"></time></a>
            </div>
            <div class="tgme_widget_message" data-post="vestnik/8"><a class="tgme_widget_message_date" href="https://t.me/vestnik/8"><time datetime="2026-11-22T09:40:00+05:00"></time></a></div>
            """,
            new Uri("https://t.me/s/vestnik"),
            Fetched));
        var post = feed.Entries.ShouldHaveSingleItem();
        post.Title.ShouldBe("Учения \"Степь\" начались.");
        post.Url.ShouldBe(new Uri("https://t.me/vestnik/7"));
        post.Published.Moment.ShouldBe(new DateTimeOffset(2026, 11, 22, 4, 30, 0, TimeSpan.Zero));
        EntryText.Read(post.Content.ShouldNotBeNull()).ShouldBe("Учения \"Степь\" начались.\nВ них участвуют три страны.");
        feed.Skipped.ShouldBe(1);
    }

    [Fact]
    public void How_long_a_film_lasts_is_not_when_it_was_published()
    {
        var post = Post("""<time class="message_video_duration">0:34</time><div class="tgme_widget_message_text">Съёмка учений.</div>""");
        post.Published.Moment.ShouldBe(new DateTimeOffset(2026, 11, 22, 4, 30, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("Курс доллара составил 512.45 тенге, сообщили в Нацбанке")]
    [InlineData("По данным на 2 дек. курс доллара составил 512 тенге 4")]
    public void A_long_line_is_no_title_cut_within_a_number(string beginning)
    {
        var line = beginning + string.Concat(Enumerable.Repeat(" и ещё слова", 20)) + ".";
        var title = Post($"""<div class="tgme_widget_message_text">{line}</div>""").Title;
        title.ShouldStartWith(beginning);
        title.ShouldEndWith("…");
        line.ShouldStartWith(title[..^1]);
    }

    [Fact]
    public void A_line_of_tags_is_no_title() =>
        Post("""<div class="tgme_widget_message_text">#Астана #учение<br/>Учения начались.</div>""").Title.ShouldBe("Учения начались.");

    [Fact]
    public void A_line_without_a_gap_is_cut_between_whole_characters() =>
        Post($"""<div class="tgme_widget_message_text">a{string.Concat(Enumerable.Repeat("👍🏽", 200))}</div>""").Title.ShouldEndWith("👍🏽…");

    [Fact]
    public void A_quotation_in_a_post_stands_on_lines_of_its_own() =>
        EntryText.Read(Post("""<div class="tgme_widget_message_text">Министр сказал:<blockquote>Учений не будет.</blockquote>Другое он не уточнил.</div>""").Content.ShouldNotBeNull())
            .ShouldBe("Министр сказал:\nУчений не будет.\nДругое он не уточнил.");

    [Fact]
    public void What_the_channel_tells_of_itself_is_no_post() =>
        Read(TelegramChannelReader.Read(
            """<div class="tgme_channel_info"></div><div class="tgme_widget_message service_message" data-post="vestnik/9"><div class="tgme_widget_message_text">Channel photo updated</div></div>""",
            new Uri("https://t.me/s/vestnik"),
            Fetched)).Entries.ShouldBeEmpty();

    [Theory]
    [InlineData("""<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other/5">Other</a>""", 0)]
    [InlineData("""<span class="tgme_widget_message_forwarded_from_name">Somebody</span>""", 0)]
    [InlineData("""<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/Vestnik/5">Own</a>""", 1)]
    public void What_is_passed_on_from_others_is_not_the_channels_word(string from, int entries) =>
        Read(TelegramChannelReader.Read(
            $"""<div class="tgme_channel_info"></div><div class="tgme_widget_message" data-post="vestnik/7"><div class="tgme_widget_message_forwarded_from">Forwarded from {from}</div><div class="tgme_widget_message_text">Учения начались.</div></div>""",
            new Uri("https://t.me/s/vestnik"),
            Fetched)).Entries.Count.ShouldBe(entries);

    private static FeedEntry Post(string inside) => Read(TelegramChannelReader.Read(
        $"""
        <div class="tgme_channel_info"></div>
        <div class="tgme_widget_message" data-post="vestnik/7">{inside}
          <a class="tgme_widget_message_date" href="https://t.me/vestnik/7"><time datetime="2026-11-22T09:30:00+05:00"></time></a>
        </div>
        """,
        new Uri("https://t.me/s/vestnik"),
        Fetched)).Entries.ShouldHaveSingleItem();

    [Fact]
    public void A_page_that_only_invites_to_the_app_is_no_channel() =>
        TelegramChannelReader.Read("<html><body><a>Open in the app</a></body></html>", new Uri("https://t.me/s/none"), Fetched).ShouldBeOfType<FeedResult.NotAFeed>();

    [Fact]
    public void Declared_JSON_is_read_by_its_paths()
    {
        var shape = new JsonListShape { Items = "data.news|content", Title = "title|name", LinkTemplate = "https://vestnik.example/news/{id}", Date = "meta.date", Body = "text" };
        var feed = Read(JsonListReader.Read(
            """{"content":[{"name":"Учения начались","id":42,"meta":{"date":"2026-11-22T09:30:00+05:00"},"text":"<p>Подробности.</p>"},{"id":43}]}""", shape, Site, Fetched));
        var entry = feed.Entries.ShouldHaveSingleItem();
        entry.Title.ShouldBe("Учения начались");
        entry.Url.ShouldBe(new Uri("https://vestnik.example/news/42"));
        entry.Published.Moment.ShouldBe(new DateTimeOffset(2026, 11, 22, 4, 30, 0, TimeSpan.Zero));
        entry.Content.ShouldBe("<p>Подробности.</p>");
        feed.Skipped.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"error\":1}")]
    [InlineData("")]
    public void What_is_not_the_declared_JSON_is_no_list(string json) =>
        JsonListReader.Read(json, new JsonListShape { Items = "items", Title = "title" }, Site, Fetched).ShouldBeOfType<FeedResult.NotAFeed>();

    [Fact]
    public void Declared_HTML_is_read_by_its_selectors()
    {
        var shape = new HtmlListShape { Item = ".card", Link = "a.more@href", Title = "h2", Date = "time@datetime", Summary = "p" };
        var entry = Read(HtmlListReader.Read(
            """<div class="card"><h2>Учения<br><b>начались</b></h2><p>Коротко.</p><time datetime="2026-11-22T09:30:00+05:00">сегодня</time><a class="more" href="/news/1?utm=1">дальше</a></div><div class="card"><h2>Реклама</h2></div>""",
            shape,
            Site,
            Fetched)).Entries.ShouldHaveSingleItem();
        entry.Title.ShouldBe("Учения начались");
        entry.Url.ShouldBe(new Uri("https://vestnik.example/news/1?utm=1"));
        entry.Published.Moment.ShouldBe(new DateTimeOffset(2026, 11, 22, 4, 30, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("</ul></div></body></html>", false)]
    [InlineData("<div class=\"footer\">Все права защищены", true)]
    [InlineData("<li class=\"card\"><a href=\"/2\">Втор", true)]
    public void A_page_without_its_end_is_read_as_far_as_it_goes(string end, bool isCut)
    {
        var list = Read(HtmlListReader.Read(
            $"<html><body><div><ul><li class=\"card\"><a href=\"/1\">Учения начались</a></li>{end}",
            new HtmlListShape { Item = ".card" },
            new Uri("https://vestnik.example/news"),
            Fetched));
        (list.Entries[0].Title, list.Truncated).ShouldBe(("Учения начались", isCut));

        var channel = Read(TelegramChannelReader.Read(
            $"<html><body><div class=\"tgme_channel_info\"></div><div><ul><li class=\"tgme_widget_message\" data-post=\"vestnik/1\"><p class=\"tgme_widget_message_text\">Учения начались.</p></li>{end}",
            new Uri("https://t.me/s/vestnik"),
            Fetched));
        (channel.Entries.ShouldHaveSingleItem().Title, channel.Truncated).ShouldBe(("Учения начались.", isCut));
    }

    [Fact]
    public void A_page_no_parser_should_see_is_no_list() =>
        HtmlListReader.Read($"<html><body>{string.Concat(Enumerable.Repeat("<div>", 2000))}", new HtmlListShape { Item = "a" }, new Uri("https://vestnik.example/news"), Fetched)
            .ShouldBe(new FeedResult.NotAFeed(ForeignDocument.TooLarge));

    [Fact]
    public void A_search_loses_the_outlets_name_and_its_own_words()
    {
        var search = new Uri("https://search.example/rss?q=x");
        var entry = Search(search, "Учения начались - Вестник-Степи", "https://search.example/articles/short", "&lt;a href=&quot;https://search.example/x&quot;&gt;Учения&lt;/a&gt;");
        entry.Title.ShouldBe("Учения начались");
        entry.Url.ShouldBe(new Uri("https://search.example/articles/short"));
        entry.Summary.ShouldBeNull();
    }

    [Fact]
    public void A_search_link_that_holds_the_original_gives_it()
    {
        var search = new Uri("https://search.example/rss?q=x");
        var token = Convert.ToBase64String("\b\u0013\"'https://vestnik.example/news/1\u0001"u8).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Search(search, "Учения", $"https://search.example/articles/{token}", "").Url.ShouldBe(new Uri("https://vestnik.example/news/1"));
        Search(search, "Учения", "https://search.example/r?url=https%3A%2F%2Fvestnik.example%2Fnews%2F2", "").Url.ShouldBe(new Uri("https://vestnik.example/news/2"));
    }

    private static FeedEntry Search(Uri search, string title, string link, string description) => SearchFeed.Clean(
        Read(FeedParser.Parse($"""<rss version="2.0"><channel><item><title>{title}</title><link>{link}</link><description>{description}</description><source url="https://vestnik.example">Вестник-Степи</source></item></channel></rss>""", search, Fetched)),
        search).Entries.ShouldHaveSingleItem();

    private static Feed Read(FeedResult result) => result.ShouldBeOfType<FeedResult.Read>().Feed;
}
