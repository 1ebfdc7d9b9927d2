using System.Globalization;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Newsroom.Http;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Pages;
using KzNewsBot.Playground.Newsroom.Schedule;

namespace KzNewsBot.Playground.Newsroom.Control;

/// <summary>The newsroom for people: who there is, what is out, what comes next, who asked. It renews itself.</summary>
internal static class OverviewPage
{
    private const int Shown = 30;

    public static string Write(OutletBook outlets, Timeline timeline, Addresses addresses, FaultPlan faults, VisitLog log, DateTimeOffset now)
    {
        var requests = log.All;
        var published = timeline.PublishedBy(now).Where(publication => !publication.IsDeletedAt(now)).Reverse().Take(Shown);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="15">
            <title>Sample newsroom</title>
            <link rel="stylesheet" href="/newsroom/overview.css">
            </head>
            <body>
            <h1>Sample newsroom</h1>
            <p>{HtmlText.Encode(Labels.Notice("en"))}</p>
            <p>It is {Moment(now)} here. As JSON: <a href="/newsroom/articles">articles</a>, <a href="/newsroom/requests">requests</a>, <a href="/newsroom/faults">faults</a>, <a href="/newsroom/sources.json">the outlets as a registry</a>.</p>
            {Table("Outlets", ["Outlet", "Side", "Feeds and lists", "Requests", "Goes wrong"], outlets.All.Select(outlet => OutletRow(outlet, addresses, faults, requests)))}
            {Table("Next", ["When", "Outlet", "Language", "Headline"], timeline.After(now).Take(Shown / 3).Select(next => ArticleRow(next, next.PublishedAt, HtmlText.Encode(next.TextAt(next.PublishedAt).Title))))}
            {Table("Out", ["When", "Outlet", "Language", "Headline"], published.Select(publication => ArticleRow(publication, publication.PublishedAt, Link(addresses.Of(publication.Outlet, publication.Path), publication.TextAt(now).Title))))}
            {Table("Last requests", ["When", "Outlet", "Request", "Answer", "Client"], requests.Reverse().Take(Shown).Select(RequestRow))}
            </body>
            </html>
            """;
    }

    private static string[] OutletRow(Outlet outlet, Addresses addresses, FaultPlan faults, IReadOnlyList<Visit> requests) =>
    [
        Link(addresses.Home(outlet), outlet.NameIn("en")),
        HtmlText.Encode(outlet.Side),
        string.Join(", ", outlet.Feeds.Select(feed => Link(addresses.Of(outlet, feed), feed.Format.ToString()))),
        Number(requests.Count(request => request.Outlet == outlet.Id)),
        HtmlText.Encode(string.Join(", ", faults.All.Where(fault => fault.Outlet == outlet.Id).Select(fault => FaultNames.Of(fault.Kind)))),
    ];

    private static string[] ArticleRow(Publication publication, DateTimeOffset at, string headline) =>
        [Moment(at), HtmlText.Encode(publication.Outlet.NameIn("en")), publication.Article.Language, headline];

    private static string[] RequestRow(Visit request) =>
    [
        Moment(request.Time),
        HtmlText.Encode(request.Outlet),
        HtmlText.Encode($"{request.Method} {request.Path}"),
        HtmlText.Encode($"{(request.Status == 0 ? "…" : Number(request.Status))} {request.Fault}"),
        HtmlText.Encode(request.UserAgent ?? ""),
    ];

    private static string Table(string caption, string[] head, IEnumerable<string[]> rows) => $"""
        <h2>{caption}</h2>
        <table>
        <tr>{string.Concat(head.Select(cell => $"<th>{cell}</th>"))}</tr>
        {string.Join('\n', rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>"))}
        </table>
        """;

    private static string Link(string url, string text) => $"<a href=\"{HtmlText.Encode(url)}\">{HtmlText.Encode(text)}</a>";

    private static string Moment(DateTimeOffset time) => time.ToUniversalTime().ToString("d MMM HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
