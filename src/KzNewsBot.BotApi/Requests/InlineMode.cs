using Telegram.Bot.Types.InlineQueryResults;

namespace Telegram.Bot.Requests;

public class AnswerInlineQueryRequest() : RequestBase<bool>("answerInlineQuery")
{
    public required string InlineQueryId { get; set; }

    public required IEnumerable<InlineQueryResult> Results { get; set; }

    /// <summary>Seconds.</summary>
    public int? CacheTime { get; set; }

    public bool IsPersonal { get; set; }

    public string? NextOffset { get; set; }

    public InlineQueryResultsButton? Button { get; set; }
}
