namespace KzNewsBot.Tests.Sources;

public class RoadRulesTests
{
    [Theory]
    [InlineData("\"url\":\"https://one.kz/rss\"", "roads[0].kind is missing; expected one of feed, newsSitemap, telegram, jsonList, htmlList, search.")]
    [InlineData("\"kind\":\"rss\",\"url\":\"https://one.kz/rss\"", "roads[0].kind cannot be read; expected one of feed, newsSitemap, telegram, jsonList, htmlList, search.")]
    [InlineData("\"kind\":17,\"url\":\"https://one.kz/rss\"", "roads[0].kind is \"17\"; expected one of feed, newsSitemap, telegram, jsonList, htmlList, search.")]
    [InlineData("\"kind\":\"feed\"", "roads[0].url is missing; expected a text.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"one.kz/rss\"", "roads[0].url is \"one.kz/rss\"; expected an absolute http or https address.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"ftp://one.kz/rss\"", "roads[0].url is \"ftp://one.kz/rss\"; expected an absolute http or https address.")]
    [InlineData("\"kind\":\"telegram\",\"url\":\"https://t.me/one_kz\"", "roads[0].url is \"https://t.me/one_kz\"; expected a channel's public page, https://t.me/s/NAME.")]
    [InlineData("\"kind\":\"telegram\",\"url\":\"https://t.me/s/one_kz/5\"", "roads[0].url is \"https://t.me/s/one_kz/5\"; expected a channel's public page, https://t.me/s/NAME.")]
    [InlineData("\"kind\":\"telegram\",\"url\":\"https://one.kz/s/one_kz\"", "roads[0].url is \"https://one.kz/s/one_kz\"; expected a channel's public page, https://t.me/s/NAME.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"language\":\"tr\"", "roads[0].language is \"tr\"; expected ru, kk or en, or no language for several.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"language\":\"en\"", "roads[0].language is \"en\"; expected one of the source's languages.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"encoding\":\"cp-12510\"", "roads[0].encoding is \"cp-12510\"; expected an encoding such as windows-1251.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"text\":\"half\"", "roads[0].text cannot be read; expected one of unknown, addressOnly, titleOnly, teaser, fullText.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"text\":9", "roads[0].text is \"9\"; expected one of unknown, addressOnly, titleOnly, teaser, fullText.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"fetchPages\":\"no\"", "roads[0].fetchPages cannot be read; expected true or false.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"always\":\"yes\"", "roads[0].always cannot be read; expected true or false.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"minIntervalMinutes\":0", "roads[0].minIntervalMinutes is 0; expected 1 to 10080.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"minIntervalMinutes\":10081", "roads[0].minIntervalMinutes is 10081; expected 1 to 10080.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"minIntervalMinutes\":\"soon\"", "roads[0].minIntervalMinutes cannot be read; expected a whole number.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"include\":[\"\"]", "roads[0].include or roads[0].exclude has an empty pattern; expected the beginning of a path, \"/politics/\", or a part of an address.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"exclude\":[\" \"]", "roads[0].include or roads[0].exclude has an empty pattern; expected")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"exclude\":\"/sport/\"", "roads[0].exclude cannot be read; expected a list of texts.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"lang\":\"ru\"", "roads[0].lang is not a key we know; expected kind, url, language")]
    [InlineData("\"kind\":\"jsonList\",\"url\":\"https://one.kz/api\"", "roads[0].json is missing; expected it with the kind jsonList and no other.")]
    [InlineData("\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"json\":{\"title\":\"t\",\"link\":\"l\"}", "roads[0].json has no meaning here; expected it with the kind jsonList and no other.")]
    [InlineData("\"kind\":\"jsonList\",\"url\":\"https://one.kz/api\",\"json\":{\"link\":\"l\"}", "roads[0].json.title is missing; expected a text.")]
    [InlineData("\"kind\":\"jsonList\",\"url\":\"https://one.kz/api\",\"json\":{\"title\":\"\",\"link\":\"l\"}", "roads[0].json.title is empty; expected the path of the title.")]
    [InlineData("\"kind\":\"jsonList\",\"url\":\"https://one.kz/api\",\"json\":{\"title\":\"t\"}", "roads[0].json has neither link nor linkTemplate; expected one of them.")]
    [InlineData("\"kind\":\"jsonList\",\"url\":\"https://one.kz/api\",\"json\":{\"title\":\"t\",\"link\":\"l\",\"linkTemplate\":\"https://one.kz/{id}\"}", "roads[0].json has both link and linkTemplate; expected one of them.")]
    [InlineData("\"kind\":\"jsonList\",\"url\":\"https://one.kz/api\",\"json\":{\"title\":\"t\",\"linkTemplate\":\"https://one.kz/news\"}", "roads[0].json.linkTemplate is \"https://one.kz/news\"; expected an absolute address with {field} in it.")]
    [InlineData("\"kind\":\"jsonList\",\"url\":\"https://one.kz/api\",\"json\":{\"title\":\"t\",\"linkTemplate\":\"/news/{id}\"}", "roads[0].json.linkTemplate is \"/news/{id}\"; expected an absolute address with {field} in it.")]
    [InlineData("\"kind\":\"jsonList\",\"url\":\"https://one.kz/api\",\"json\":{\"titel\":\"t\",\"link\":\"l\"}", "roads[0].json.titel is not a key we know; expected items, title, link")]
    [InlineData("\"kind\":\"htmlList\",\"url\":\"https://one.kz/news\"", "roads[0].html is missing; expected it with the kind htmlList and no other.")]
    [InlineData("\"kind\":\"search\",\"url\":\"https://one.kz/?q=a\",\"html\":{\"item\":\"li\"}", "roads[0].html has no meaning here; expected it with the kind htmlList and no other.")]
    [InlineData("\"kind\":\"htmlList\",\"url\":\"https://one.kz/news\",\"html\":{\"title\":\"h2\"}", "roads[0].html.item is missing; expected a text.")]
    [InlineData("\"kind\":\"htmlList\",\"url\":\"https://one.kz/news\",\"html\":{\"item\":\" \"}", "roads[0].html.item is empty; expected a CSS selector.")]
    public void A_road_that_leads_nowhere_says_why(string road, string fault) =>
        Registry.FaultOf($"\"languages\":[\"ru\",\"kk\"],\"roads\":[{{{road}}}]").ShouldStartWith("seeds/sources.json, source \"one\": " + fault);

    [Fact]
    public void An_address_longer_than_the_database_keeps_is_a_fault()
    {
        var url = "https://one.kz/rss?q=".PadRight(601, 'a');
        Registry.FaultOf($"\"roads\":[{{\"kind\":\"feed\",\"url\":\"{url}\"}}]").ShouldBe("seeds/sources.json, source \"one\": roads[0].url has 601 characters; expected at most 600.");
        Registry.With($"\"roads\":[{{\"kind\":\"feed\",\"url\":\"{url[..600]}\"}}]").Roads.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_road_stands_once() =>
        Registry.FaultOf("\"roads\":[{\"kind\":\"feed\",\"url\":\"https://one.kz/rss\"},{\"kind\":\"feed\",\"url\":\"https://one.kz/rss\"}]")
            .ShouldBe("seeds/sources.json, source \"one\": roads lists https://one.kz/rss twice; expected different addresses.");

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("utf-8")]
    [InlineData("koi8-r")]
    [InlineData("cp1251")]
    [InlineData("kz-1048")]
    [InlineData("KZ-1048")]
    [InlineData("strk1048-2002")]
    public void An_encoding_of_the_region_is_known(string encoding) =>
        Registry.With($"\"roads\":[{{\"kind\":\"feed\",\"url\":\"https://one.kz/rss\",\"encoding\":\"{encoding}\"}}]").Roads[0].Encoding.ShouldBe(encoding);

    [Theory]
    [InlineData("https://t.me/s/one_kz")]
    [InlineData("http://127.0.0.1:5090/s/one_kz")]
    public void A_channel_page_stands_at_Telegram_or_on_loopback(string url) =>
        Registry.With($"\"roads\":[{{\"kind\":\"telegram\",\"url\":\"{url}\"}}]").Roads[0].Kind.ShouldBe(KzNewsBot.Sources.RoadKind.Telegram);
}
