using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

internal static partial class InlineAnswers
{
    private const int MaximumResults = 50;
    private const int MaximumIdBytes = 64;
    private const int MaximumStartParameter = 64;

    private static readonly IReadOnlyList<string> RequiredFields = ["type", "id"];

    public static ApiAnswer Run(ApiCall call)
    {
        var results = ReadResults(call);
        CheckButton(call);
        if (results.Count > MaximumResults)
        {
            throw ApiErrorException.BadRequest("too many inline query results specified");
        }

        var world = call.World;
        if (!world.InlineQueries.TryGetValue(call.Text("inline_query_id"), out var query)
            || query.Answer is not null
            || world.Now - query.AskedAt > InlineQuery.Lifetime)
        {
            throw ApiErrorException.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }

        CheckByCore(call, results);
        query.Answer = new JsonObject
        {
            ["results"] = new JsonArray([.. results.Select(result => JsonNode.Parse(result.GetRawText()))]),
            ["nextOffset"] = call.Text("next_offset"),
        };
        return ApiAnswer.Success(JsonValue.Create(true));
    }

    private static List<JsonElement> ReadResults(ApiCall call)
    {
        if (call.Json("results") is not { } json)
        {
            throw ApiErrorException.BadRequest("can't parse JSON encoded inline query results");
        }

        if (json.ValueKind != JsonValueKind.Array)
        {
            throw ApiErrorException.BadRequest("expected an Array of inline query results");
        }

        var results = json.EnumerateArray().ToList();
        results.ForEach(CheckResult);
        return results;
    }

    private static void CheckResult(JsonElement result)
    {
        if (result.ValueKind != JsonValueKind.Object)
        {
            throw Fail("expected an Object");
        }

        foreach (var field in RequiredFields.Where(field => !result.TryGetProperty(field, out _)))
        {
            throw Fail($"Can't find field \"{field}\"");
        }

        if (JsonFields.String(result, "type") is "article")
        {
            _ = JsonFields.String(result, "title") ?? throw Fail("Can't find field \"title\"");
            if (!result.TryGetProperty("input_message_content", out var content) || content.ValueKind != JsonValueKind.Object)
            {
                throw Fail("Input message content is not specified");
            }

            if (content.TryGetProperty("message_text", out var text) && text.ToString().Length == 0)
            {
                throw ApiErrorException.BadRequest("message text is empty");
            }
        }
    }

    private static void CheckButton(ApiCall call)
    {
        if (call.Json("button") is not { ValueKind: JsonValueKind.Object } button || !button.TryGetProperty("start_parameter", out var start))
        {
            return;
        }

        var parameter = start.ToString();
        if (parameter.Length == 0)
        {
            throw ApiErrorException.BadRequest("can't use empty start_parameter");
        }

        if (parameter.Length > MaximumStartParameter)
        {
            throw ApiErrorException.BadRequest("too long start_parameter specified");
        }

        if (!StartParameter().IsMatch(parameter))
        {
            throw ApiErrorException.BadRequest("unallowed characters in start_parameter are used");
        }
    }

    private static void CheckByCore(ApiCall call, List<JsonElement> results)
    {
        var ids = results.ConvertAll(result => result.GetProperty("id").ToString());
        if (ids.Exists(id => Encoding.UTF8.GetByteCount(id) is 0 or > MaximumIdBytes))
        {
            throw ApiErrorException.BadRequest("RESULT_ID_INVALID");
        }

        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
        {
            throw ApiErrorException.BadRequest("RESULT_ID_DUPLICATE");
        }

        if (Encoding.UTF8.GetByteCount(call.Text("next_offset")) > MaximumIdBytes)
        {
            throw ApiErrorException.BadRequest("NEXT_OFFSET_INVALID");
        }
    }

    private static ApiErrorException Fail(string reason) => ApiErrorException.BadRequest("can't parse inline query result: " + reason);

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.None, 10_000)]
    private static partial Regex StartParameter();
}
