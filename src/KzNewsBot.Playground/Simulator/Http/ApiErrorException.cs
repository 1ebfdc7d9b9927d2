using System.Text.Json.Nodes;

namespace KzNewsBot.Playground.Simulator.Http;

/// <summary>
/// A refusal in the server's words. Thrown by the checks of a method and turned into the answer at one place, so that
/// fifteen checks in a row, whose order matters, read as fifteen lines.
/// </summary>
internal sealed class ApiErrorException(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public JsonObject? Parameters => parameters;

    public static ApiErrorException BadRequest(string reason, JsonObject? parameters = null) =>
        new(400, "Bad Request: " + reason, parameters);

    public static ApiErrorException Forbidden(string reason) => new(403, "Forbidden: " + reason);

    public static ApiErrorException TooManyRequests(int retryAfter) => new(
        429,
        $"Too Many Requests: retry after {retryAfter}",
        new JsonObject { ["retry_after"] = retryAfter });
}
