using System.Text;
using KzNewsBot.Fetching;

namespace KzNewsBot.Tests.Fetching;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("Disallow:", "/a", true)]
    [InlineData("Disallow: /", "/a", false)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Disallow: /fish", "/fish.html", false)]
    [InlineData("Disallow: /fish", "/Fish.html", true)]
    [InlineData("Disallow: /fish", "/a/fish", true)]
    [InlineData("Disallow: /fish/", "/fish", true)]
    [InlineData("Disallow: /fish/", "/fish/?id=1", false)]
    [InlineData("Disallow: /*.php", "/a/b.php?x", false)]
    [InlineData("Disallow: /*.php$", "/a/b.php?x", true)]
    [InlineData("Disallow: /*.php$", "/a.php/b.php", false)]
    [InlineData("Disallow: /a*b*c", "/a--b--c--", false)]
    [InlineData("Disallow: /a*b*c", "/a--c--b--", true)]
    [InlineData("Disallow: /a$", "/a", false)]
    [InlineData("Disallow: /a$", "/ab", true)]
    [InlineData("Disallow: *?print", "/news/1?print=1", false)]
    [InlineData("Disallow: /*", "/", false)]
    [InlineData("Disallow: /news\nAllow: /news/kz", "/news/kz/1", true)]
    [InlineData("Allow: /news\nDisallow: /news/kz", "/news/kz/1", false)]
    [InlineData("Disallow: /page\nAllow: /page", "/page", true)]
    [InlineData("Allow: /$\nDisallow: /", "/", true)]
    [InlineData("Allow: /$\nDisallow: /", "/page.htm", false)]
    [InlineData("Disallow: /новости", "/новости/1", false)]
    [InlineData("Disallow: /%D0%BD%d0%be", "/но", false)]
    [InlineData("Disallow: /%7Euser", "/~user/1", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("Disallow: /a # secret", "/a", false)]
    [InlineData("disALLOW:/a", "/a", false)]
    [InlineData("Disallow /a", "/a", true)]
    [InlineData("Disallow: a", "/a", true)]
    public void The_longest_rule_decides(string rules, string path, bool allows) =>
        Parse($"User-agent: *\n{rules}").Allows(new Uri("https://outlet.example" + path)).ShouldBe(allows);

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: KzNewsBot\nAllow: /", true)]
    [InlineData("User-agent: kznewsbot\nDisallow: /\n\nUser-agent: *\nAllow: /", false)]
    [InlineData("User-agent: KzNewsBot/1.0\nDisallow: /", false)]
    [InlineData("User-agent: KzNews\nDisallow: /", true)]
    [InlineData("User-agent: OtherBot\nDisallow: /", true)]
    [InlineData("User-agent: OtherBot\nUser-agent: KzNewsBot\nDisallow: /", false)]
    [InlineData("User-agent: OtherBot\n# note\n\nUser-agent: KzNewsBot\nSitemap: x\nDisallow: /", false)]
    [InlineData("User-agent: KzNewsBot\nDisallow: /b\nUser-agent: OtherBot\nDisallow: /\n\nUser-agent: KzNewsBot\nDisallow: /a", false)]
    [InlineData("User-agent: KzNewsBot\n\nUser-agent: *\nDisallow: /", false)]
    [InlineData("Disallow: /", true)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /\r\n", false)]
    [InlineData("User-agent: *\rDisallow: /\r", false)]
    [InlineData("<html><body>Not found: 404</body></html>", true)]
    public void The_group_that_names_us_speaks_before_the_one_for_all(string text, bool allows) =>
        Parse(text).Allows(new Uri("https://outlet.example/a")).ShouldBe(allows);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999999999999", 86_400.0)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: NaN", null)]
    [InlineData("User-agent: *\nCrawl-delay: -NaN", null)]
    [InlineData("User-agent: *\nCrawl-delay: Infinity", null)]
    [InlineData("User-agent: *\nCrawl-delay: -Infinity", null)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nCrawl-delay: NaN", 5.0)]
    [InlineData("User-agent: *\nCrawl-delay: 10\n\nUser-agent: KzNewsBot\nAllow: /", null)]
    public void A_crawl_delay_is_read(string text, double? seconds) =>
        Parse(text).CrawlDelay.ShouldBe(seconds is { } some ? TimeSpan.FromSeconds(some) : null);

    [Fact]
    public void Hostile_rules_cost_no_more_than_their_length()
    {
        // 500 KiB of rules full of stars, each of which almost fits a long address.
        var rules = new StringBuilder("User-agent: *\n");
        while (rules.Length < 500 * 1024)
        {
            rules.Append("Disallow: /").Append(string.Concat(Enumerable.Repeat("a*", 100))).Append("b\n");
        }

        var started = TimeProvider.System.GetTimestamp();
        Parse(rules.ToString()).Allows(new Uri("https://outlet.example/" + new string('a', 4000))).ShouldBeTrue();
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static RobotsRules Parse(string text) => RobotsRules.Parse(Encoding.UTF8.GetBytes(text), "KzNewsBot");
}
