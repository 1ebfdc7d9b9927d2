using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Articles;
using KzNewsBot.Text;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Input;

/// <summary>One article of an input, in the bot's own terms.</summary>
internal sealed record NewsItem(string Id, string Title, string Text, Language Language, StoryMoment When, string? Host)
{
    /// <summary>An item without a date may be of any day, and comes after the others.</summary>
    private static readonly StoryMoment Undated = new(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(200 * 365));

    public static NewsItem Read(JsonObject item, int number)
    {
        var title = item.Text("title") ?? "";
        var text = item.Text("text") ?? throw new InputException($"Item {number} has no \"text\".");
        return new NewsItem(
            item.Text("id") ?? number.ToString(CultureInfo.InvariantCulture),
            title,
            text,
            LanguageCodes.Parse(item.Text("lang")) is not Language.Other and var declared ? declared : LanguageDetector.Detect($"{title}\n{text}").Language,
            MomentOf(item.Text("url_date") ?? item.Text("date")),
            HostOf(item.Text("url")) ?? item.Text("source") ?? item.Text("channel"));
    }

    public StoryDocument ToDocument(long articleId, long storyId) => new(articleId, storyId, Title, Text, Language, When, Host);

    /// <summary>As the bot keeps it; of a month no day is known.</summary>
    public Article ToArticle(long id) => new()
    {
        Id = id,
        Key = Id,
        Title = Title,
        Body = Text,
        ContentHash = "",
        Language = Language,
        Outlet = Host,
        PublishedDay = When.IsDay ? DateOnly.FromDateTime(When.At.UtcDateTime) : null,
        SortAt = When.At,
    };

    /// <summary>A moment, a day or a month.</summary>
    private static StoryMoment MomentOf(string? text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return Undated;
        }

        const int MonthOnly = 7;
        const int DayOnly = 10;
        return text.Length switch
        {
            MonthOnly => new StoryMoment(date.AddDays(15), TimeSpan.FromDays(16)),
            DayOnly => new StoryMoment(date.AddHours(12), TimeSpan.FromHours(12)),
            _ => date,
        };
    }

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
}
