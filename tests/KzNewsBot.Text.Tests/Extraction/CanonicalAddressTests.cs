using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class CanonicalAddressTests
{
    private const string Fetched = "https://m.dozor.example/news/most?utm_source=tg";

    [Theory]
    [InlineData("https://www.dozor.example/news/most", "https://www.dozor.example/news/most")]
    [InlineData("/news/most-7", "https://m.dozor.example/news/most-7")]
    [InlineData("//dozor.example/news/most", "https://dozor.example/news/most")]
    [InlineData("https://dozor.example/news/most?fbclid=1#top", "https://dozor.example/news/most")]
    public void Page_names_its_better_address(string link, string address) => Canonical(link, Fetched).ShouldBe(address);

    [Theory]
    [InlineData("https://dozor.example/")]
    [InlineData("https://dozor.example/ru/")]
    [InlineData("https://dozor.example/index.php")]
    [InlineData("/")]
    [InlineData("https://vestnik.example/news/most")]
    [InlineData("javascript:void(0)")]
    [InlineData("")]
    public void Address_that_cannot_be_the_article_is_not_believed(string link) =>
        Canonical(link, Fetched).ShouldBe("https://m.dozor.example/news/most");

    [Theory]
    [InlineData("https://dozor.example/news/8?lang=kk", "https://dozor.example/news/8", "https://dozor.example/news/8?lang=kk")]
    [InlineData("https://dozor.example/view?id=8&hl=kk", "https://www.dozor.example/view?id=8", "https://dozor.example/view?id=8&hl=kk")]
    [InlineData("https://dozor.example/news/8?lang=kk", "https://dozor.example/news/8?lang=ru", "https://dozor.example/news/8?lang=kk")]
    [InlineData("https://dozor.example/news/8?lang=kk&from=main", "https://dozor.example/news/8?lang=kk", "https://dozor.example/news/8?lang=kk")]
    [InlineData("https://dozor.example/news/8?lang=kk", "https://dozor.example/kk/news/8", "https://dozor.example/kk/news/8")]
    public void Address_that_drops_the_language_is_another_languages(string fetched, string link, string address) => Canonical(link, fetched).ShouldBe(address);

    [Fact]
    public void Next_statement_counts_when_the_first_is_not_credible() =>
        Canonical("https://dozor.example/", Fetched, "<meta property=\"og:url\" content=\"https://dozor.example/news/most\">")
            .ShouldBe("https://dozor.example/news/most");

    [Fact]
    public void Sites_below_one_shared_label_are_different_sites() =>
        Canonical("https://vestnik.com.kz/most", "https://dozor.com.kz/most").ShouldBe("https://dozor.com.kz/most");

    [Fact]
    public void Copy_in_a_cache_leads_back_to_its_site() =>
        Canonical("https://www.dozor.example/most", "https://www-dozor-example.cdn.ampproject.org/c/s/www.dozor.example/amp/most")
            .ShouldBe("https://www.dozor.example/most");

    [Fact]
    public void Page_from_a_file_is_never_the_front_page()
    {
        const string html = "<html><head><meta property=og:url content='https://dozor.example/'></head><body><h1>Мост через Тасты открыт</h1>"
            + "<p>Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.</p></body></html>";

        HtmlExtractor.Extract(html, null, OutletNames.Empty).Stored().CanonicalUrl.ShouldBeNull();
    }

    [Fact]
    public void Front_page_keeps_its_own_address() => Canonical("https://dozor.example/", "https://dozor.example/ru/").ShouldBe("https://dozor.example/");

    [Fact]
    public void Variant_without_a_link_keeps_its_own_address() =>
        Canonical(null, "https://dozor.example/amp/most?amp=1").ShouldBe("https://dozor.example/amp/most?amp=1");

    [Fact]
    public void Base_of_the_page_counts_for_relative_addresses() =>
        Canonical("most-7", Fetched, "<base href=\"https://dozor.example/archive/\">").ShouldBe("https://dozor.example/archive/most-7");

    private static string? Canonical(string? link, string fetched, string head = "")
    {
        var html = $"<html><head>{head}{(link is null ? "" : $"<link rel=\"canonical\" href=\"{link}\">")}</head><body><h1>Мост через Тасты открыт</h1>"
            + "<p>Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.</p></body></html>";
        return HtmlExtractor.Extract(html, new Uri(fetched), OutletNames.Empty).Stored().CanonicalUrl;
    }
}
