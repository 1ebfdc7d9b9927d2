using System.Text.Json;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    private const string VersionMark = "jsonfeed.org/version/";

    public static FeedResult Read(string json, Uri address, DateTimeOffset fetchedAt)
    {
        using var document = JsonText.Parse(json);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root
            || !JsonText.Text(root, "version").Contains(VersionMark, StringComparison.OrdinalIgnoreCase)
            || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
        {
            return new FeedResult.NotAFeed(ForeignDocument.OtherJson);
        }

        var head = new EntryDraft
        {
            Title = TitleText.FromText(JsonText.Text(root, "title")),
            Link = new RawAddress(JsonText.Text(root, "home_page_url"), null),
        };
        var entries = items.EnumerateArray().Take(FeedXmlParser.MaxEntries)
            .Where(item => item.ValueKind == JsonValueKind.Object).Select(Entry).ToList();
        var draft = new FeedDraft(FeedKind.JsonFeed, FeedFaults.None, head, entries)
        {
            Language = JsonText.Filled(root, "language"),
            Older = JsonText.Filled(root, "next_url") is { } older ? new RawAddress(older, null) : null,
            Skipped = items.GetArrayLength() - entries.Count,
        };
        return new FeedResult.Read(new FeedAssembler(address, fetchedAt).Assemble(draft));
    }

    private static EntryDraft Entry(JsonElement item)
    {
        var id = JsonText.Text(item, "id");
        var link = JsonText.Filled(item, "url") ?? JsonText.Filled(item, "external_url");
        var draft = new EntryDraft
        {
            Id = id,
            Title = TitleText.FromText(JsonText.Text(item, "title")),
            Link = link is null ? null : new RawAddress(link, null),
            IdAsLink = FeedAddress.IsWeb(id) ? new RawAddress(id, null) : null,
            Summary = JsonText.Filled(item, "summary") is { } summary ? XmlCharacters.ToHtml(summary) : null,
            Content = JsonText.Filled(item, "content_html")
                ?? (JsonText.Filled(item, "content_text") is { } text ? XmlCharacters.ToHtml(text) : null),
            Published = JsonText.Filled(item, "date_published"),
            Updated = JsonText.Filled(item, "date_modified"),
            Author = Author(item),
            Language = JsonText.Filled(item, "language"),
        };
        draft.Categories.AddRange(JsonText.Items(item, "tags").Select(JsonText.Scalar).Where(tag => tag.Length > 0));
        foreach (var file in JsonText.Items(item, "attachments"))
        {
            draft.Enclosures.Add((new RawAddress(JsonText.Text(file, "url"), null),
                JsonText.Filled(file, "mime_type"), JsonText.Filled(file, "size_in_bytes")));
        }

        return draft;
    }

    /// <summary>Version 1.1 has a list, version 1 one author.</summary>
    private static string? Author(JsonElement item)
    {
        var names = JsonText.Items(item, "authors").Select(author => JsonText.Text(author, "name")).Where(name => name.Length > 0).ToList();
        return names.Count > 0 ? string.Join(", ", names)
            : item.TryGetProperty("author", out var author) ? JsonText.Filled(author, "name")
            : null;
    }
}
