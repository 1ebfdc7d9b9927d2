using Telegram.Bot.Requests;
using Telegram.Bot.Types.InlineQueryResults;

namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    public static Task AnswerInlineQuery(
        this ITelegramBotClient botClient,
        string inlineQueryId,
        IEnumerable<InlineQueryResult> results,
        int? cacheTime = default,
        bool isPersonal = default,
        string? nextOffset = default,
        InlineQueryResultsButton? button = default,
        CancellationToken cancellationToken = default) =>
        Client(botClient).SendRequest(
            new AnswerInlineQueryRequest
            {
                InlineQueryId = inlineQueryId,
                Results = results,
                CacheTime = cacheTime,
                IsPersonal = isPersonal,
                NextOffset = nextOffset,
                Button = button,
            },
            cancellationToken);
}
