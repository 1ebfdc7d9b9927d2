using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

public class UrlNormalizerTests
{
    [Theory]
    [InlineData("HTTPS://WWW.Dozor.Example/News/Most", "https://www.dozor.example/News/Most")]
    [InlineData("https://dozor.example", "https://dozor.example/")]
    [InlineData("https://dozor.example.:443/most", "https://dozor.example/most")]
    [InlineData("http://dozor.example:80/most#comments", "http://dozor.example/most")]
    [InlineData("http://dozor.example:8080/most", "http://dozor.example:8080/most")]
    [InlineData("https://dozor.example/a/../b/./c", "https://dozor.example/b/c")]
    [InlineData("https://dozor.example/most/", "https://dozor.example/most/")]
    [InlineData("https://дозор.қаз/көпір", "https://xn--d1agubk.xn--80ao21a/%D0%BA%D3%A9%D0%BF%D1%96%D1%80")]
    [InlineData("https://xn--d1agubk.xn--80ao21a/%d0%ba%d3%a9%d0%bf%d1%96%d1%80", "https://xn--d1agubk.xn--80ao21a/%D0%BA%D3%A9%D0%BF%D1%96%D1%80")]
    [InlineData("https://dozor.example/%7Emost/%6E%65%77s", "https://dozor.example/~most/news")]
    [InlineData("https://dozor.example/a%2Fb?q=%26", "https://dozor.example/a%2Fb?q=%26")]
    [InlineData("https://dozor.example/a b?q=c d", "https://dozor.example/a%20b?q=c%20d")]
    [InlineData("https://dozor.example/100%", "https://dozor.example/100%25")]
    [InlineData("https://dozor.example/view;jsessionid=A1B2?id=7", "https://dozor.example/view?id=7")]
    [InlineData("https://dozor.example/most?id=7&amp;page=2", "https://dozor.example/most?id=7&page=2")]
    [InlineData(" https://dozor.example/\n  most ", "https://dozor.example/%20%20most")]
    [InlineData("https://[2001:DB8::1]:443/most", "https://[2001:db8::1]/most")]
    public void One_page_has_one_spelling(string written, string normalized)
    {
        UrlNormalizer.Normalize(written).ShouldBe(normalized);
        UrlNormalizer.Normalize(normalized).ShouldBe(normalized, "normalizing twice changes nothing");
    }

    [Theory]
    [InlineData("utm_source=tg&utm_medium=social&UTM_Campaign=x")]
    [InlineData("fbclid=1")]
    [InlineData("gclid=1&gbraid=2")]
    [InlineData("yclid=1&ysclid=2")]
    [InlineData("_openstat=ZGlyZWN0")]
    [InlineData("mc_cid=1&mc_eid=2")]
    [InlineData("mtm_campaign=x&pk_kwd=y&_hsenc=z")]
    [InlineData("from=main")]
    [InlineData("from")]
    [InlineData("ref=home&share=telegram")]
    [InlineData("source=telegram&src=rss")]
    [InlineData("PHPSESSID=ab12")]
    [InlineData("")]
    [InlineData("&&")]
    public void Marks_of_the_way_a_reader_came_go(string query)
    {
        UrlNormalizer.Normalize($"https://dozor.example/most?{query}").ShouldBe("https://dozor.example/most");
        UrlNormalizer.Normalize($"https://dozor.example/most?{query}&id=7").ShouldBe("https://dozor.example/most?id=7");
    }

    [Theory]
    [InlineData("id=7&page=2")]
    [InlineData("page=2&id=7")]
    [InlineData("from=20")]
    [InlineData("from=2024-01-01&to=2024-02-01")]
    [InlineData("source=ministry")]
    [InlineData("lang=kk")]
    [InlineData("amp=1")]
    [InlineData("utm=2")]
    [InlineData("q=")]
    public void Parameters_that_may_choose_the_page_stay(string query) =>
        UrlNormalizer.Normalize($"https://dozor.example/most?{query}").ShouldBe($"https://dozor.example/most?{query}");

    [Theory]
    [InlineData("/most", "https://dozor.example/most")]
    [InlineData("most", "https://dozor.example/news/most")]
    [InlineData("?id=7", "https://dozor.example/news/list?id=7")]
    [InlineData("//m.dozor.example/most", "https://m.dozor.example/most")]
    public void Relative_address_is_resolved(string written, string normalized) =>
        UrlNormalizer.Normalize(written, new Uri("https://dozor.example/news/list?id=1")).ShouldBe(normalized);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("/most")]
    [InlineData("most")]
    [InlineData("ftp://dozor.example/most")]
    [InlineData("mailto:stab@dozor.example")]
    [InlineData("javascript:void(0)")]
    [InlineData("https://name:word@dozor.example/most")]
    [InlineData("https://")]
    [InlineData("https://do zor.example/")]
    [InlineData("https://dozor.example:99999/")]
    public void Anything_else_is_no_address_of_a_page(string? written) => UrlNormalizer.Normalize(written).ShouldBeNull();

    [Fact]
    public void Endless_address_is_no_address() =>
        UrlNormalizer.Normalize("https://dozor.example/" + new string('a', UrlNormalizer.MaxLength)).ShouldBeNull();

    [Fact]
    public void Any_text_gives_a_stable_address_or_none()
    {
        var random = new Random(11);
        const string Letters = "ab/:?#[]@!&=%20%FFқ\uD83D\uDE00 .\n;-~+";
        for (var i = 0; i < 5000; i++)
        {
            var tail = new string([.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => Letters[random.Next(Letters.Length)])]);
            if (UrlNormalizer.Normalize("https://dozor.example/" + tail) is { } once)
            {
                UrlNormalizer.Normalize(once).ShouldBe(once, tail);
            }
        }
    }
}
