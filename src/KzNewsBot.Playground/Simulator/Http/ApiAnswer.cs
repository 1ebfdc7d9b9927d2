using System.Text.Json.Nodes;

namespace KzNewsBot.Playground.Simulator.Http;

/// <summary>An answer of the Bot API, before it is written to the wire.</summary>
internal sealed record ApiAnswer(int Status, JsonNode? Result, string? Description, JsonObject? Parameters)
{
    public static ApiAnswer Success(JsonNode? result, string? description = null) => new(200, result, description, null);

    public static ApiAnswer Failure(ApiErrorException error) => new(error.Code, null, error.Message, error.Parameters);

    public bool IsSuccess => Status == 200;

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["ok"] = IsSuccess };
        if (IsSuccess)
        {
            json["result"] = Result?.DeepClone();
        }
        else
        {
            json["error_code"] = Status;
        }

        if (Description is not null)
        {
            json["description"] = Description;
        }

        if (Parameters is not null)
        {
            json["parameters"] = Parameters.DeepClone();
        }

        return json;
    }
}
