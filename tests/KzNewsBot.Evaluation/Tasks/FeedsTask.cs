using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// The test cases of a feed library, one *.xml each, in a folder for each kind, such as wellformed and illformed, which are judged
/// apart. A case is right when everything is that its comment expects of the fields we read; one of other fields is not judged, nor
/// is one of an entry that has neither headline, text nor address, which we leave out. Markup is compared by its text: the library makes it safe and we do not.
/// </summary>
internal static class FeedsTask
{
    /// <summary>Where the library's own server shows them.</summary>
    private static readonly Uri Address = new("http://127.0.0.1:8097/tests/case.xml");

    /// <summary>Old cases speak of dates to come for nobody.</summary>
    private static readonly DateTimeOffset FetchedAt = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TaskResult Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException($"{folder} is no folder.");
        }

        var results = new List<JsonObject>();
        var score = new JsonObject { ["task"] = "feeds" };
        foreach (var kind in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var (judged, right, other) = (0, 0, 0);
            foreach (var file in Directory.GetFiles(kind, "*.xml").Order(StringComparer.Ordinal))
            {
                var bytes = File.ReadAllBytes(file);
                var feed = FeedParser.Parse(bytes, null, Address, FetchedAt) is FeedResult.Read read ? read.Feed : null;
                var answers = FeedExpectation.Read(Encoding.UTF8.GetString(bytes)).Select(expected => (Expected: expected, IsMet: IsMet(expected, feed))).Where(answer => answer.IsMet is not null).ToList();
                (judged, right, other) = answers.Count == 0 ? (judged, right, other + 1) : (judged + 1, right + (answers.TrueForAll(answer => answer.IsMet is true) ? 1 : 0), other);
                results.Add(new JsonObject
                {
                    ["case"] = $"{Path.GetFileName(kind)}/{Path.GetFileName(file)}",
                    ["judged"] = answers.Count,
                    ["missed"] = new JsonArray([.. answers.Where(answer => answer.IsMet is false).Select(answer => JsonValue.Create($"{answer.Expected.Path} == {answer.Expected.Literal}"))]),
                });
            }

            score[Path.GetFileName(kind)] = new JsonObject { ["judged"] = judged, ["right"] = right, ["share"] = TaskResult.Rounded(judged == 0 ? 0 : (double)right / judged), ["of_other_fields"] = other };
        }

        return new TaskResult(results, score);
    }

    /// <summary>Null where we read no such field.</summary>
    private static bool? IsMet(FeedExpectation expected, Feed? feed)
    {
        var path = expected.Path;
        if (path == "len(entries)")
        {
            return expected.Number is { } count ? feed is not null && feed.Entries.Count + feed.Skipped == count : null;
        }

        if (path.StartsWith("feed.", StringComparison.Ordinal))
        {
            return feed is null && Of(new Feed { Kind = FeedKind.Rss, Entries = [] }, path["feed.".Length..]) is null ? null : Compare(expected, feed is null ? null : Of(feed, path["feed.".Length..]), known: feed is not null);
        }

        var end = path.IndexOf(']', StringComparison.Ordinal);
        var place = int.Parse(path.AsSpan("entries[".Length, end - "entries[".Length), NumberStyles.None, CultureInfo.InvariantCulture);
        var field = path[(end + 2)..];
        return feed is not null && place >= feed.Entries.Count && feed.Skipped > 0 ? null
            : Compare(expected, feed is not null && place < feed.Entries.Count ? Of(feed.Entries[place], field) : Of(new FeedEntry(), field), known: Of(new FeedEntry(), field) is not null);
    }

    private static bool? Compare(FeedExpectation expected, object? found, bool known) => (found, known) switch
    {
        (null, _) or (_, false) => null,
        (FeedDate date, _) => expected.Moment is { } moment ? date.Moment?.UtcDateTime == moment.UtcDateTime : null,
        (int number, _) => expected.Number == number || expected.Text == number.ToString(CultureInfo.InvariantCulture),
        (Uri address, _) => expected.Text is { } text ? Uri.TryCreate(Address, text.Trim(), out var wanted) && (wanted == address || (wanted.Scheme is not ("http" or "https") && address == None)) : null,
        (Markup markup, _) => expected.Text is { } wanted ? Plain(markup.Html) == Plain(wanted) || Plain(markup.Html) == OneLine(wanted) : null,
        (string text, _) => expected.Text is { } wanted ? OneLine(text) == Plain(wanted) || OneLine(text) == OneLine(wanted) : null,
        _ => null,
    };

    private static readonly Uri None = new("none:");

    private static object? Of(Feed feed, string field) => field switch
    {
        "title" or "title_detail.value" => feed.Title,
        "link" => feed.Link ?? None,
        "language" => feed.Language ?? "",
        "ttl" => feed.Ttl ?? 0,
        "updated_parsed" or "published_parsed" or "date_parsed" or "modified_parsed" => feed.Updated,
        _ => null,
    };

    private static object? Of(FeedEntry entry, string field) => field switch
    {
        "title" or "title_detail.value" => entry.Title,
        "link" => entry.Url ?? None,
        "id" or "guid" => entry.Id ?? "",
        "summary" or "description" or "summary_detail.value" or "description_detail.value" => new Markup(entry.Summary ?? entry.Content ?? ""),
        "content[0].value" => new Markup(entry.Content ?? entry.Summary ?? ""),
        "author" or "author_detail.name" => entry.Author ?? "",
        "published_parsed" or "issued_parsed" or "created_parsed" or "date_parsed" => entry.Published.Moment is null ? entry.Updated : entry.Published,
        "updated_parsed" or "modified_parsed" => entry.Updated.Moment is null ? entry.Published : entry.Updated,
        "enclosures[0].href" or "enclosures[0].url" => entry.Enclosures is [{ } file, ..] ? file.Url : None,
        "enclosures[0].type" => entry.Enclosures is [{ Type: { } type }, ..] ? type : "",
        "enclosures[0].length" => entry.Enclosures is [{ Length: { } length }, ..] ? length.ToString(CultureInfo.InvariantCulture) : "",
        "category" or "tags[0].term" => entry.Categories is [{ } category, ..] ? category : "",
        "source.title" => entry.SourceName ?? "",
        _ => null,
    };

    private static string Plain(string markup) => OneLine(new HtmlParser().ParseDocument(markup).Body?.TextContent ?? "");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed record Markup(string Html);
}
