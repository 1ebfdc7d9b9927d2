using KzNewsBot.Fetching;

namespace KzNewsBot.Tests.Fetching;

/// <summary>What stands before a page is named, and an article is never taken for it.</summary>
public sealed class WallTests : IAsyncDisposable
{
    private static readonly string Article = "<html><head><title>Учения</title></head><body><article>"
        + string.Concat(Enumerable.Repeat("<p>Министерство обороны сообщило о начале совместных учений на полигоне.</p>", 20)) + "</article>";

    private readonly HostileServer _server = new();
    private readonly FetchStand _stand = new();

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("403 Forbidden", "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", "Cloudflare")]
    [InlineData("503 Service Unavailable", "<div class=cf-browser-verification></div>", "Cloudflare")]
    [InlineData("403 Forbidden", "<title>Attention Required! | Cloudflare</title>", "Cloudflare")]
    [InlineData("403 Forbidden", "<title>DDoS-Guard</title><script src='https://check.ddos-guard.net/check.js'></script>", "DDoS-Guard")]
    [InlineData("200 OK", "<title>DDOS-GUARD</title><script>1</script>", "DDoS-Guard")]
    [InlineData("401 Unauthorized", "<script src='https://geo.captcha-delivery.com/c.js'></script>", "DataDome")]
    [InlineData("200 OK", "<script src='/_Incapsula_Resource?SWJIYLWA=1'></script>", "Imperva")]
    [InlineData("200 OK", "<h1>Check</h1><script src='https://www.google.com/recaptcha/api.js'></script>", "reCAPTCHA")]
    [InlineData("403 Forbidden", "<script src='/__qrator/qauth.js'></script>", "Qrator")]
    public async Task A_challenge_is_named(string status, string body, string name)
    {
        _server.Always(HostileServer.Answer(status, body, "Content-Type: text/html"));
        (await _stand.FetchAsync(_server.At("/feed"))).ShouldBe(new FetchOutcome.Refused(RefusalReason.Challenge, name));
    }

    [Theory]
    [InlineData("<html><head><title>Access denied | outlet.example used Cloudflare to restrict access</title></head><body><h1>Error 1020</h1></body></html>")]
    [InlineData("<html><head><title>Доступ закрыт</title></head><body><div id=\"cf-error-details\"><p>Ray ID: 1</p></div></body></html>")]
    public async Task A_page_by_which_Cloudflare_shuts_us_out_is_named(string page)
    {
        _server.Always(HostileServer.Answer("403 Forbidden", page, "Content-Type: text/html"));
        (await _stand.FetchAsync(_server.At("/feed"))).ShouldBe(new FetchOutcome.Refused(RefusalReason.Challenge, "Cloudflare"));
        _server.Always(HostileServer.Answer("429 Too Many Requests", page, "Content-Type: text/html"));
        (await _stand.FetchAsync(_server.At("/feed"))).ShouldBeOfType<FetchOutcome.Wait>("too many requests are no wall");
    }

    [Theory]
    [InlineData("cf-mitigated: challenge", "Cloudflare")]
    [InlineData("x-amzn-waf-action: captcha", "AWS WAF")]
    public async Task A_challenge_may_be_told_by_a_header_alone(string header, string name)
    {
        _server.Always(HostileServer.Answer("429 Too Many Requests", "", header));
        (await _stand.FetchAsync(_server.At("/feed"))).ShouldBe(new FetchOutcome.Refused(RefusalReason.Challenge, name));
    }

    [Theory]
    [InlineData("429 Too Many Requests")]
    [InlineData("503 Service Unavailable")]
    public async Task A_challenge_that_says_how_long_to_wait_is_waited_for(string status)
    {
        _server.Always(HostileServer.Answer(status, "", "cf-mitigated: challenge", "Retry-After: 300"));
        (await _stand.FetchAsync(_server.At("/feed"))).ShouldBeOfType<FetchOutcome.Wait>();
    }

    [Fact]
    public async Task A_form_to_log_in_is_named()
    {
        const string Form = "<title>Вход на сайт</title><form><input name=p type='password'></form>";
        _server.Always(HostileServer.Answer("200 OK", Form, "Content-Type: text/html; charset=utf-8"));
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.LoginWall);
        _server.Paths(
            ("/feed", HostileServer.Redirect("302 Found", "/account/login?back=feed")),
            ("/account/login?back=feed", HostileServer.Answer("200 OK", "<title>Outlet</title><input type=password>", "Content-Type: text/html")));
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.LoginWall);
        _server.Always(HostileServer.Answer("401 Unauthorized", "", "WWW-Authenticate: Basic"));
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.LoginWall);
    }

    [Theory]
    [InlineData("<head><title>x</title></head><body><div id=\"root\"></div><script src=a.js></script>")]
    [InlineData("<body><noscript><p>You need to enable JavaScript to run this app.</p></noscript><script src=a.js></script>")]
    public async Task A_page_that_is_empty_until_its_scripts_run_is_named(string body)
    {
        _server.Always(HostileServer.Answer("200 OK", body, "Content-Type: text/html"));
        (await _stand.RefusalAsync(_server.At("/a"), FetchKind.Page)).ShouldBe(RefusalReason.ScriptShell);
        await _stand.FetchedAsync(_server.At("/a"));
    }

    [Fact]
    public async Task A_page_that_states_its_text_for_machines_needs_no_script()
    {
        var text = string.Concat(Enumerable.Repeat("""Мост \"Тасты\" открыли после двух лет стройки. """, 8));
        _server.Always(HostileServer.Answer("200 OK", $$"""<head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{text}}"}</script></head><body><div id="app"></div><script src=a.js></script></body>""", "Content-Type: text/html; charset=utf-8"));
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
    }

    [Theory]
    [InlineData("<form><input type=password></form>")]
    [InlineData("<script src='https://www.google.com/recaptcha/api.js'></script>")]
    [InlineData("<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>")]
    [InlineData("<noscript>Enable JavaScript for comments</noscript><div id=app></div><script></script>")]
    [InlineData("<p>Сайты защищает check.ddos-guard.net/ от атак.</p>")]
    public async Task An_article_with_the_same_marks_is_an_article(string marks)
    {
        _server.Always(HostileServer.Answer("200 OK", Article + marks, "Content-Type: text/html; charset=utf-8"));
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
    }

    [Theory]
    [InlineData("Учения", "<svg><title>Войти</title></svg>")]
    [InlineData("Вход в порт закрыли на время учений", "")]
    public async Task An_article_with_a_form_to_log_in_is_an_article(string title, string button)
    {
        var page = Article.Replace("<title>Учения</title>", $"<title>{title}</title>", StringComparison.Ordinal).Replace("<article>", $"{button}<form><input type=password></form><article>", StringComparison.Ordinal);
        _server.Always(HostileServer.Answer("200 OK", page, "Content-Type: text/html; charset=utf-8"));
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
    }

    [Fact]
    public async Task A_short_report_beside_a_button_to_log_in_is_a_report()
    {
        const string Page = "<html><head><title>Учения</title></head><body><svg><title>Войти</title></svg><form><input type=password></form><p>Учения начались.</p>";
        _server.Always(HostileServer.Answer("200 OK", Page, "Content-Type: text/html; charset=utf-8"));
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
    }

    [Fact]
    public async Task A_feed_about_challenges_is_a_feed()
    {
        _server.Always(HostileServer.Answer("200 OK", "<rss><item><title>_cf_chl_opt &lt;title>ddos-guard&lt;/title></title></item></rss>", "Content-Type: application/rss+xml"));
        await _stand.FetchedAsync(_server.At("/feed"));
    }

    [Fact]
    public async Task A_missing_page_with_a_captcha_is_only_missing()
    {
        _server.Always(HostileServer.Answer("404 Not Found", "<script src='https://www.google.com/recaptcha/api.js'></script>", "Content-Type: text/html"));
        (await _stand.FetchAsync(_server.At("/a"))).ShouldBeOfType<FetchOutcome.Failed>().Status.ShouldBe(404);
    }
}
