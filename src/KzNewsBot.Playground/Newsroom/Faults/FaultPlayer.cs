using System.Globalization;
using System.Text;
using KzNewsBot.Playground.Newsroom.Http;

namespace KzNewsBot.Playground.Newsroom.Faults;

/// <summary>Lets an answer go wrong as ordered.</summary>
internal sealed class FaultPlayer(Newsstand newsstand, TimeProvider clock)
{
    /// <summary>Under this prefix stands what a permanent redirect leads to.</summary>
    public const string MovedPrefix = "/moved";

    private static readonly TimeSpan SlowPause = TimeSpan.FromSeconds(1);

    public Task PlayAsync(HttpContext http, SiteRequest request, Fault fault, VisitLog.OpenVisit open)
    {
        open.SpoilBy(FaultNames.Of(fault.Kind));
        return fault.Kind switch
        {
            FaultKind.HtmlInsteadOfFeed => MessageAsync(200, "loginTitle", "loginText"),
            FaultKind.Challenge => MessageAsync(403, "challenge", "challengeText"),
            FaultKind.Captcha => MessageAsync(200, "challenge", "challengeText"),
            FaultKind.ServerError => MessageAsync(500, "broken", "brokenText"),
            FaultKind.NotFound => MessageAsync(404, "notFound", "notFoundText"),
            FaultKind.Gone => MessageAsync(410, "notFound", "notFoundText"),
            FaultKind.OnlyOldItems => DocumentWriter.WriteAsync(http, request.Outlet, Original(request, FeedTwist.OnlyOld), open),
            FaultKind.NewIds => DocumentWriter.WriteAsync(http, request.Outlet, Original(request, FeedTwist.NewIds), open),
            FaultKind.NotModified => DocumentWriter.WriteStatusAsync(http, 304, open),
            FaultKind.TooManyRequests => RefuseAsync(http, 429, fault.RetryAfter, open),
            FaultKind.Unavailable => RefuseAsync(http, 503, fault.RetryAfter, open),
            FaultKind.RedirectPermanent => RedirectAsync(http, 301, MovedPrefix + request.Path + request.Query, open),
            FaultKind.RedirectLoop => RedirectAsync(http, 302, request.Path + request.Query, open),
            FaultKind.EmptyAnswer => EmptyAsync(http, Original(request), open),
            FaultKind.TruncatedGzip => TruncateAsync(http, Original(request), open),
            FaultKind.WrongCharset => MisdeclareAsync(http, Original(request), open),
            FaultKind.SloppyXml => TextAsync(http, Original(request), Sloppy, open),
            FaultKind.BrokenXml => TextAsync(http, Original(request), text => text[..(text.Length * 2 / 3)], open),
            FaultKind.Slow => TrickleAsync(http, Original(request)),
            FaultKind.NeverEnding => GoOnAsync(http, Original(request)),
            FaultKind.DropConnection => DropAsync(http, Original(request)),
            var other => throw new ArgumentOutOfRangeException(nameof(fault), other, "Nobody plays this fault."),
        };

        Task MessageAsync(int status, string heading, string sentence) =>
            DocumentWriter.WriteAsync(http, request.Outlet, newsstand.Message(request.Outlet, request.Now, status, heading, sentence), open);
    }

    private Document Original(SiteRequest request, FeedTwist twist = FeedTwist.None) =>
        newsstand.Answer(request, twist) as Document ?? newsstand.Message(request.Outlet, request.Now, 404, "notFound", "notFoundText");

    private static Task RefuseAsync(HttpContext http, int status, int retryAfter, VisitLog.OpenVisit open)
    {
        http.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
        open.RetryAfter = retryAfter;
        return DocumentWriter.WriteStatusAsync(http, status, open);
    }

    private static Task RedirectAsync(HttpContext http, int status, string location, VisitLog.OpenVisit open)
    {
        http.Response.Headers.Location = location;
        return DocumentWriter.WriteStatusAsync(http, status, open);
    }

    private static Task EmptyAsync(HttpContext http, Document document, VisitLog.OpenVisit open)
    {
        http.Response.ContentType = DocumentWriter.ContentTypeOf(document);
        return DocumentWriter.WriteStatusAsync(http, 200, open);
    }

    /// <summary>With a tag: a client that keeps it would believe that it has the whole.</summary>
    private static Task TruncateAsync(HttpContext http, Document document, VisitLog.OpenVisit open)
    {
        var whole = DocumentWriter.Compress(Bytes(document));
        http.Response.ContentType = DocumentWriter.ContentTypeOf(document);
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.Headers.ETag = "\"truncated\"";
        return DocumentWriter.WriteBodyAsync(http, whole.AsMemory(0, whole.Length / 2), open);
    }

    private static Task MisdeclareAsync(HttpContext http, Document document, VisitLog.OpenVisit open)
    {
        var text = document.Text
            .Replace($"encoding=\"{document.Charset}\"", "encoding=\"utf-8\"", StringComparison.Ordinal)
            .Replace($"charset=\"{document.Charset}\"", "charset=\"utf-8\"", StringComparison.Ordinal)
            .Replace($"charset={document.Charset}", "charset=utf-8", StringComparison.Ordinal);
        http.Response.ContentType = $"{document.MediaType}; charset=utf-8";
        return DocumentWriter.WriteBodyAsync(http, Charset.Get("windows-1251").Encode(text), open);
    }

    private static Task TextAsync(HttpContext http, Document document, Func<string, string> spoil, VisitLog.OpenVisit open)
    {
        http.Response.ContentType = DocumentWriter.ContentTypeOf(document);
        return DocumentWriter.WriteBodyAsync(http, Bytes(document with { Text = spoil(document.Text) }), open);
    }

    private static string Sloppy(string text) => "\n " + text.Replace("</title>", "&nbsp;& \b</title>", StringComparison.Ordinal);

    /// <summary>Lasts as long as the client has patience, by the newsroom's clock.</summary>
    private async Task TrickleAsync(HttpContext http, Document document)
    {
        var body = Bytes(document);
        http.Response.ContentType = DocumentWriter.ContentTypeOf(document);
        http.Response.ContentLength = body.Length;
        for (var place = 0; place < body.Length; place++)
        {
            await http.Response.Body.WriteAsync(body.AsMemory(place, 1), http.RequestAborted);
            await Task.Delay(SlowPause, clock, http.RequestAborted);
        }
    }

    private static async Task GoOnAsync(HttpContext http, Document document)
    {
        var more = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<!-- and so on -->\n", 800)));
        http.Response.ContentType = DocumentWriter.ContentTypeOf(document);
        var body = Bytes(document);
        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), http.RequestAborted);
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(more, http.RequestAborted);
        }
    }

    private static async Task DropAsync(HttpContext http, Document document)
    {
        var body = Bytes(document);
        http.Response.ContentType = DocumentWriter.ContentTypeOf(document);
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    private static byte[] Bytes(Document document) => Charset.Get(document.Charset).Encode(document.Text);
}
