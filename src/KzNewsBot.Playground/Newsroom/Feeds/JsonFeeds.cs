using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Pages;

namespace KzNewsBot.Playground.Newsroom.Feeds;

/// <summary>JSON Feed, and the lists of government portals, which have a shape of their own.</summary>
internal static class JsonFeeds
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string JsonFeed(Issue issue) => Text(new JsonObject
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = issue.Title,
        ["description"] = issue.Notice,
        ["home_page_url"] = issue.HomeUrl,
        ["feed_url"] = issue.SelfUrl,
        ["language"] = issue.Language,
        ["items"] = Array(issue, entry => new JsonObject
        {
            ["id"] = entry.Guid,
            ["url"] = entry.Url,
            ["title"] = entry.Title,
            ["summary"] = entry.Lead,
            ["content_html"] = issue.Feed.Text == EntryText.FullText ? BodyHtml.Write(entry.Text) : $"<p>{BodyHtml.Inline(entry.Lead)}</p>",
            ["date_published"] = Stamps.Iso(issue.Local(entry.PublishedAt)),
            ["date_modified"] = Stamps.Iso(issue.Local(entry.ChangedAt)),
            ["language"] = entry.Language,
            ["authors"] = new JsonArray(new JsonObject { ["name"] = entry.Author ?? issue.Title }),
        }),
    });

    /// <summary>A bare array; the text is HTML in a field, the date has no zone and means the outlet's.</summary>
    public static string PortalList(Issue issue) => Text(Array(issue, entry => new JsonObject
    {
        ["id"] = entry.Number,
        ["slug"] = entry.Number.ToString(CultureInfo.InvariantCulture),
        ["title"] = entry.Title,
        ["created_date"] = issue.Local(entry.PublishedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        ["body"] = BodyHtml.Write(entry.Text),
        ["views"] = 40 + (entry.Number % 900),
        ["projects"] = "sample",
    }));

    private static JsonArray Array(Issue issue, Func<Entry, JsonNode> item) => [.. issue.Entries.Select(item)];

    private static string Text(JsonNode json) => json.ToJsonString(Readable);
}
