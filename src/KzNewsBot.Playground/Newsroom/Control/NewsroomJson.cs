using System.Text.Json.Nodes;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Newsroom.Feeds;
using KzNewsBot.Playground.Newsroom.Http;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Schedule;

namespace KzNewsBot.Playground.Newsroom.Control;

/// <summary>The shapes the control API speaks.</summary>
internal static class NewsroomJson
{
    public static JsonObject Request(Visit request) => new()
    {
        ["number"] = request.Number,
        ["time"] = Stamps.Iso(request.Time),
        ["endedAt"] = request.EndedAt is { } endedAt ? Stamps.Iso(endedAt) : null,
        ["outlet"] = request.Outlet,
        ["host"] = request.Host,
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["ifNoneMatch"] = request.IfNoneMatch,
        ["ifModifiedSince"] = request.IfModifiedSince,
        ["userAgent"] = request.UserAgent,
        ["status"] = request.Status,
        ["inFlight"] = request.InFlight,
        ["early"] = request.IsEarly,
        ["retryAfter"] = request.RetryAfter,
        ["fault"] = request.Fault,
    };

    public static JsonObject Fault(Fault fault) => new()
    {
        ["outlet"] = fault.Outlet,
        ["kind"] = FaultNames.Of(fault.Kind),
        ["on"] = fault.Scope switch { FaultScope.Feeds => "feeds", FaultScope.Pages => "pages", _ => "all" },
        ["path"] = fault.Path,
        ["count"] = fault.Left,
        ["retryAfter"] = fault.RetryAfter,
    };

    public static JsonObject Article(Publication publication, Addresses addresses, DateTimeOffset now) => new()
    {
        ["article"] = publication.Article.Id,
        ["event"] = publication.Article.Event,
        ["outlet"] = publication.Outlet.Id,
        ["side"] = publication.Outlet.Side,
        ["language"] = publication.Article.Language,
        ["title"] = publication.TextAt(now).Title,
        ["url"] = addresses.Of(publication.Outlet, publication.Path),
        ["publishedAt"] = Stamps.Iso(publication.PublishedAt),
        ["correctedAt"] = publication.CorrectedAt is { } corrected ? Stamps.Iso(corrected) : null,
        ["deletedAt"] = publication.DeletedAt is { } deleted ? Stamps.Iso(deleted) : null,
        ["published"] = publication.IsPublishedAt(now),
    };

    public static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];
}
