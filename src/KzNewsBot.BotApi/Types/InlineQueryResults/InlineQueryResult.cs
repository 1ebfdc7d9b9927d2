namespace Telegram.Bot.Types.InlineQueryResults;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InlineQueryResultArticle), "article")]
public abstract class InlineQueryResult
{
    /// <summary>1–64 bytes, unique in the answer.</summary>
    public required string Id { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

public class InlineQueryResultArticle : InlineQueryResult
{
    public InlineQueryResultArticle()
    {
    }

    [SetsRequiredMembers]
    public InlineQueryResultArticle(string id, string title, InputMessageContent inputMessageContent)
    {
        Id = id;
        Title = title;
        InputMessageContent = inputMessageContent;
    }

    public required string Title { get; set; }

    public required InputMessageContent InputMessageContent { get; set; }

    public string? Url { get; set; }

    public string? Description { get; set; }

    public string? ThumbnailUrl { get; set; }

    public int? ThumbnailWidth { get; set; }

    public int? ThumbnailHeight { get; set; }
}

public class InlineQueryResultsButton
{
    public InlineQueryResultsButton()
    {
    }

    [SetsRequiredMembers]
    public InlineQueryResultsButton(string text) => Text = text;

    public required string Text { get; set; }

    public WebAppInfo? WebApp { get; set; }

    public string? StartParameter { get; set; }
}
