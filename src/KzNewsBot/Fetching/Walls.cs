using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace KzNewsBot.Fetching;

/// <summary>What a wall is recognised by.</summary>
/// <param name="ContentType">Lower case; empty when the server names none.</param>
internal sealed record WallFacts(HttpStatusCode Status, string? CloudflareMitigated, string? WafAction, string ContentType, ReadOnlyMemory<byte> Body);

/// <summary>
/// Tells a page from the wall before it. Each wall is named, so that an operator knows what an outlet wants; none is
/// ever worked around.
/// </summary>
internal static partial class Walls
{
    private const int ReadBytes = 64 * 1024;

    /// <summary>An article has more to read than so many letters before any script runs.</summary>
    private const int SparseLetters = 200;

    /// <summary>A larger page carries its text somewhere; what it holds is for the extraction to judge.</summary>
    private const int SparseBytes = 16 * 1024;

    private static readonly (string Marker, string Name)[] Challenges =
    [
        ("_cf_chl_opt", "Cloudflare"),
        ("cf-browser-verification", "Cloudflare"),
        ("<title>attention required! | cloudflare</title>", "Cloudflare"),
        ("<title>ddos-guard</title>", "DDoS-Guard"),
        ("check.ddos-guard.net/", "DDoS-Guard"),
        ("geo.captcha-delivery.com/", "DataDome"),
        ("_incapsula_resource?", "Imperva"),
        ("sucuri_cloudproxy_js", "Sucuri"),
        ("/__qrator/", "Qrator"),
        ("smartcaptcha.yandexcloud.net/", "SmartCaptcha"),
        ("challenges.cloudflare.com/turnstile", "Turnstile"),
        ("www.google.com/recaptcha/", "reCAPTCHA"),
        ("hcaptcha.com/1/api.js", "hCaptcha"),
    ];

    /// <summary>A page of Cloudflare's own in place of the outlet's: its rules shut us out. With another status it tells of other troubles.</summary>
    private static readonly string[] Blocks = ["used cloudflare to restrict access</title>", "cf-error-details"];

    /// <param name="asked">Where the reading began.</param>
    /// <param name="found">Where redirects led.</param>
    public static FetchOutcome.Refused? Find(WallFacts facts, FetchKind kind, Uri asked, Uri found)
    {
        if (string.Equals(facts.CloudflareMitigated, "challenge", StringComparison.OrdinalIgnoreCase))
        {
            return new FetchOutcome.Refused(RefusalReason.Challenge, "Cloudflare");
        }

        if (facts.WafAction is { Length: > 0 })
        {
            return new FetchOutcome.Refused(RefusalReason.Challenge, "AWS WAF");
        }

        var html = facts.ContentType is "" or "text/html" or "application/xhtml+xml" ? Head(facts.Body) : "";
        var isSparse = html.Length > 0 && facts.Body.Length <= SparseBytes && IsSparse(html);
        if (MayBeChallenge(facts.Status, isSparse) && Challenges.FirstOrDefault(challenge => html.Contains(challenge.Marker, StringComparison.Ordinal)) is { Name: { } name })
        {
            return new FetchOutcome.Refused(RefusalReason.Challenge, name);
        }

        if (facts.Status == HttpStatusCode.Forbidden && Blocks.Any(marker => html.Contains(marker, StringComparison.Ordinal)))
        {
            return new FetchOutcome.Refused(RefusalReason.Challenge, "Cloudflare");
        }

        if (facts.Status == HttpStatusCode.Unauthorized || IsLogin(html, isSparse, asked, found))
        {
            return new FetchOutcome.Refused(RefusalReason.LoginWall, found.IdnHost);
        }

        return facts.Status == HttpStatusCode.OK && kind == FetchKind.Page && isSparse && IsShell(html) && !StatesText(html)
            ? new FetchOutcome.Refused(RefusalReason.ScriptShell, found.IdnHost)
            : null;
    }

    /// <summary>Forms of an ordinary page hold captchas too: with a 200 they are a wall only where there is nothing else.</summary>
    private static bool MayBeChallenge(HttpStatusCode status, bool isSparse) => status switch
    {
        HttpStatusCode.OK => isSparse,
        HttpStatusCode.Accepted or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => true,
        _ => false,
    };

    /// <summary>A form for a password, and little else, under a title that says "log in", or where only a redirect led.</summary>
    private static bool IsLogin(string html, bool isSparse, Uri asked, Uri found) =>
        html.Contains("password", StringComparison.Ordinal)
        && PasswordField().IsMatch(html)
        && ((isSparse && LoginTitle().IsMatch(TitleOf(html))) || (LoginPath().IsMatch(found.AbsolutePath) && !LoginPath().IsMatch(asked.AbsolutePath)));

    /// <summary>The page's own: titles in its body are those of drawings, and the one on the button says "log in" on every page.</summary>
    private static string TitleOf(string html)
    {
        var body = html.IndexOf("<body", StringComparison.Ordinal);
        return Title().Match(body < 0 ? html : html[..body]).Groups["text"].Value;
    }

    private static bool IsShell(string html) =>
        html.Contains("<script", StringComparison.Ordinal) && (AsksForScripts().IsMatch(html) || EmptyMount().IsMatch(html));

    /// <summary>What scripts would show is published in the structured data too, for machines to read.</summary>
    private static bool StatesText(string html) => StatedText().Match(html).Groups["text"].Length >= SparseLetters;

    private static bool IsSparse(string html) => Markup().Replace(html, " ").Count(char.IsLetter) < SparseLetters;

    /// <summary>Markers are ASCII in every encoding an outlet uses; what isn't UTF-8 only loses its letters.</summary>
    private static string Head(ReadOnlyMemory<byte> body) =>
        Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, ReadBytes)]).ToLowerInvariant();

    [GeneratedRegex(@"<head(\s[^>]*)?>.*?</head>|<(script|style|noscript)[^>]*>.*?</(script|style|noscript)>|<!--.*?-->|<[^>]*>",
        RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex(@"<input[^>]*type\s*=\s*[""']?password", RegexOptions.NonBacktracking)]
    private static partial Regex PasswordField();

    [GeneratedRegex(@"<title[^>]*>(?<text>[^<]*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\s*(log ?in|sign ?in|вход|войти|авторизация|кіру)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LoginTitle();

    [GeneratedRegex(@"/(log-?in|sign-?in|auth|sso)([/._-]|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LoginPath();

    [GeneratedRegex(@"""articlebody""\s*:\s*""(?<text>([^""\\]|\\.)*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StatedText();

    [GeneratedRegex(@"<noscript[^>]*>[^<]*(<[^>]*>[^<]*){0,5}javascript", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksForScripts();

    [GeneratedRegex(@"<div[^>]*id\s*=\s*[""']?(root|app|__next|__nuxt)[""']?[^>]*>\s*</div>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyMount();
}
