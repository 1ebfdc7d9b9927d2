using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

internal static class AnswerCallbackQuery
{
    private const int MaximumText = 200;

    public static ApiAnswer Run(ApiCall call)
    {
        var world = call.World;
        var text = call.Text("text");
        var url = call.Text("url");
        if (!world.CallbackQueries.TryGetValue(call.Text("callback_query_id"), out var query)
            || query.AnsweredAt is not null
            || world.Now - query.PressedAt > CallbackQuery.Lifetime)
        {
            throw ApiErrorException.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }

        if (text.EnumerateRunes().Count() > MaximumText)
        {
            throw ApiErrorException.BadRequest("MESSAGE_TOO_LONG");
        }

        if (url.Length > 0 && !OpensThisBot(world, url))
        {
            throw ApiErrorException.BadRequest("URL_INVALID");
        }

        query.AnsweredAt = world.Now;
        world.Events.Publish("answer", new JsonObject
        {
            ["chatId"] = query.ChatId,
            ["messageId"] = query.MessageId,
            ["callbackQueryId"] = query.Id,
            ["text"] = text,
            ["showAlert"] = call.Parameters.Flag("show_alert"),
            ["url"] = url,
        });
        return ApiAnswer.Success(JsonValue.Create(true));
    }

    private static bool OpensThisBot(SimulatedWorld world, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var link)
        && link.Host is "t.me" or "telegram.me"
        && string.Equals(link.AbsolutePath.Trim('/'), world.Bot.User.Username, StringComparison.OrdinalIgnoreCase)
        && link.Query.StartsWith("?start", StringComparison.Ordinal);
}
