using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Text;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Input;

/// <summary>One article of an input, in the bot's own terms.</summary>
internal sealed record NewsItem(string Id, string Title, string Text, Language Language, DateTimeOffset? When, string? Host)
{
    /// <summary>What an item without a date is compared at: all of them stand at one moment.</summary>
    private static readonly DateTimeOffset Undated = DateTimeOffset.UnixEpoch;

    public static NewsItem Read(JsonObject item, int number)
    {
        var title = item.Text("title") ?? "";
        var text = item.Text("text") ?? throw new InputException($"Item {number} has no \"text\".");
        return new NewsItem(
            item.Text("id") ?? number.ToString(CultureInfo.InvariantCulture),
            title,
            text,
            LanguageCodes.Parse(item.Text("lang")) is not Language.Other and var declared ? declared : LanguageDetector.Detect($"{title}\n{text}").Language,
            DateOf(item.Text("url_date") ?? item.Text("date")),
            HostOf(item.Text("url")) ?? item.Text("source") ?? item.Text("channel"));
    }

    public StoryDocument ToDocument(long articleId, long storyId) => new(articleId, storyId, Title, Text, Language, When ?? Undated, Host);

    /// <summary>A month alone is no date to compare days by.</summary>
    private static DateTimeOffset? DateOf(string? text) =>
        text is { Length: >= 10 } && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
}
