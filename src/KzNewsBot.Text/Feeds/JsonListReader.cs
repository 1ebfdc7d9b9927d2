using System.Text.Json;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// Where a JSON list keeps its parts. A path is keys joined by dots ("data.news"); "|" separates alternatives, best first
/// ("title|name").
/// </summary>
internal sealed record JsonListShape
{
    /// <summary>The array of entries; an empty path, or alternative, is the document itself.</summary>
    // A setter: generated JSON code makes an init-only property that a file leaves out null, whatever its initial value.
    public string Items { get; set; } = "";

    public required string Title { get; init; }

    /// <summary>A field with the address; either this or <see cref="LinkTemplate"/>.</summary>
    public string? Link { get; init; }

    /// <summary>An address in which "{field}" stands for that field of the entry.</summary>
    public string? LinkTemplate { get; init; }

    public string? Date { get; init; }

    public string? Body { get; init; }

    /// <summary>The Accept-Language header by which the list chooses its language: for who asks for it.</summary>
    public string? AcceptLanguage { get; init; }
}

/// <summary>Reads a list of news in JSON by declared paths.</summary>
internal static class JsonListReader
{
    public static FeedResult Read(string json, JsonListShape shape, Uri address, DateTimeOffset fetchedAt)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new FeedResult.NotAFeed(ForeignDocument.Empty);
        }

        using var document = JsonText.Parse(json);
        if (document is null)
        {
            return new FeedResult.NotAFeed(json.TrimStart().StartsWith('<') ? ForeignDocument.HtmlPage : ForeignDocument.OtherText);
        }

        if (Alternatives(shape.Items).Select(path => At(document.RootElement, path)).FirstOrDefault(found => found?.ValueKind == JsonValueKind.Array) is not { } items)
        {
            return new FeedResult.NotAFeed(ForeignDocument.OtherJson);
        }

        var entries = items.EnumerateArray().Take(FeedXmlParser.MaxEntries).Select(item => Draft(item, shape)).Where(entry => entry.Title is not null).ToList();
        return new FeedResult.Read(new FeedAssembler(address, fetchedAt).Assemble(new FeedDraft(FeedKind.JsonList, FeedFaults.None, new EntryDraft(), entries)
        {
            Skipped = items.GetArrayLength() - entries.Count,
        }));
    }

    private static EntryDraft Draft(JsonElement item, JsonListShape shape) => new()
    {
        Title = Value(item, shape.Title) is { } title ? TitleText.FromHtml(title) : null,
        Link = Link(item, shape) is { } link ? new RawAddress(link, null) : null,
        Published = shape.Date is null ? null : Value(item, shape.Date),
        Content = shape.Body is null ? null : Value(item, shape.Body),
    };

    private static string? Link(JsonElement item, JsonListShape shape) =>
        (shape.Link is null ? null : Value(item, shape.Link)) ?? (shape.LinkTemplate is null ? null : Filled(item, shape.LinkTemplate));

    /// <summary>Null when a field of the template is missing: half an address leads elsewhere.</summary>
    private static string? Filled(JsonElement item, string template)
    {
        var address = new System.Text.StringBuilder();
        for (var from = 0; from < template.Length;)
        {
            var open = template.IndexOf('{', from);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                return address.Append(template, from, template.Length - from).ToString();
            }

            if (Value(item, template[(open + 1)..close]) is not { } value)
            {
                return null;
            }

            address.Append(template, from, open - from).Append(Uri.EscapeDataString(value));
            from = close + 1;
        }

        return address.ToString();
    }

    private static string? Value(JsonElement item, string paths) => Alternatives(paths)
        .Select(path => At(item, path) is { } found ? JsonText.Scalar(found) : "")
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static string[] Alternatives(string paths) => paths.Split('|', StringSplitOptions.TrimEntries);

    private static JsonElement? At(JsonElement element, string path)
    {
        foreach (var key in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
            {
                return null;
            }
        }

        return element;
    }
}
