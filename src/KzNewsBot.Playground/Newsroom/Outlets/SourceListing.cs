using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace KzNewsBot.Playground.Newsroom.Outlets;

/// <summary>The invented outlets in the shape of a registry file, seeds/sources.json.</summary>
internal static class SourceListing
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(OutletBook outlets, Addresses addresses) => new JsonObject
    {
        ["sources"] = new JsonArray([.. outlets.All.Select(outlet => Source(outlet, addresses))]),
    }.ToJsonString(Readable);

    private static JsonObject Source(Outlet outlet, Addresses addresses) => new()
    {
        ["id"] = outlet.Id,
        ["name"] = outlet.NameIn(outlet.Languages[0]),
        ["names"] = Texts(outlet.NameIn),
        ["hosts"] = new JsonArray(Addresses.HostOf(outlet)),
        ["homepage"] = addresses.Home(outlet),
        ["country"] = outlet.Country,
        ["languages"] = new JsonArray([.. outlet.Languages.Select(language => JsonValue.Create(language))]),
        ["side"] = outlet.Side,
        ["owner"] = Texts(language => outlet.Owner[language]),
        ["basis"] = Texts(Pages.Labels.Notice),
        ["certainty"] = "evidenced",
        ["enabled"] = true,
        ["why"] = Texts(language => Pages.Labels.Get(language, "why")),
        ["roads"] = new JsonArray([.. outlet.Feeds.SelectMany(feed => Roads(outlet, feed, addresses))]),
    };

    /// <summary>A portal's list is one address and a road for each language that it may be asked for.</summary>
    private static IEnumerable<JsonObject> Roads(Outlet outlet, OutletFeed feed, Addresses addresses) => feed.Format == FeedFormat.PortalList
        ? outlet.Languages.Select(language => Road(outlet, feed, language, addresses))
        : [Road(outlet, feed, feed.Language, addresses)];

    private static JsonObject Road(Outlet outlet, OutletFeed feed, string? language, Addresses addresses)
    {
        var road = new JsonObject { ["kind"] = KindOf(feed.Format), ["url"] = addresses.Of(outlet, feed), ["text"] = TextOf(feed) };
        if (language is not null)
        {
            road["language"] = language;
        }

        if (!outlet.FetchPages)
        {
            road["fetchPages"] = false;
        }

        road["minIntervalMinutes"] = 1;
        if (feed.Format == FeedFormat.PortalList)
        {
            road["json"] = PortalPaths(outlet, language ?? outlet.Languages[0], addresses);
        }

        if (feed.Format == FeedFormat.HtmlList)
        {
            road["html"] = new JsonObject
            {
                ["item"] = ".news-item",
                ["title"] = ".news-item__title",
                ["link"] = ".news-item__title",
                ["date"] = ".news-item__date",
                ["summary"] = ".news-item__lead",
            };
        }

        return road;
    }

    private static JsonObject PortalPaths(Outlet outlet, string language, Addresses addresses) => new()
    {
        ["title"] = "title|name",
        ["linkTemplate"] = addresses.Of(
            outlet,
            outlet.ArticlePath.Replace("{number}", "{id}", StringComparison.Ordinal).Replace("{lang}", language, StringComparison.Ordinal)),
        ["date"] = "created_date",
        ["body"] = "body",
        ["acceptLanguage"] = language,
    };

    private static string KindOf(FeedFormat format) => format switch
    {
        FeedFormat.NewsSitemap => "newsSitemap",
        FeedFormat.Channel => "telegram",
        FeedFormat.PortalList => "jsonList",
        FeedFormat.HtmlList => "htmlList",
        FeedFormat.Search => "search",
        _ => "feed",
    };

    private static string TextOf(OutletFeed feed) => feed.Text switch
    {
        EntryText.TitleOnly => "titleOnly",
        EntryText.Teaser => "teaser",
        _ => "fullText",
    };

    private static JsonObject Texts(Func<string, string> text) => new() { ["ru"] = text("ru"), ["kk"] = text("kk"), ["en"] = text("en") };
}
