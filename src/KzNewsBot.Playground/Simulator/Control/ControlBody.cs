using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KzNewsBot.Playground.Simulator.Control;

/// <summary>The JSON object of a control request; a wrong type is the caller's mistake and gets a sentence.</summary>
internal sealed class ControlBody(JsonObject json)
{
    public static async Task<ControlBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var node = request.ContentLength is 0 || (request.ContentLength is null && request.ContentType is null)
                ? new JsonObject()
                : await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return new ControlBody(node as JsonObject ?? throw ControlErrorException.BadRequest("The body must be a JSON object."));
        }
        catch (JsonException)
        {
            throw ControlErrorException.BadRequest("The body is no JSON.");
        }
    }

    public bool Has(string name) => json[name] is not null;

    public string? Text(string name) => json[name] is not { } value
        ? null
        : value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : throw ControlErrorException.BadRequest($"\"{name}\" must be a string.");

    public string RequiredText(string name) => Text(name) ?? throw ControlErrorException.BadRequest($"\"{name}\" is missing.");

    public long? Number(string name) => Text(name) is not { } text
        ? null
        : long.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ControlErrorException.BadRequest($"\"{name}\" must be an integer.");

    public long RequiredNumber(string name) => Number(name) ?? throw ControlErrorException.BadRequest($"\"{name}\" is missing.");

    public bool Flag(string name) => json[name]?.GetValueKind() == JsonValueKind.True;

    /// <summary>An ISO 8601 duration such as PT1H30M.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        try
        {
            return System.Xml.XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            throw ControlErrorException.BadRequest($"\"{name}\" must be an ISO 8601 duration such as PT1H.");
        }
    }

    public DateTimeOffset? Instant(string name) => Text(name) is not { } text
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw ControlErrorException.BadRequest($"\"{name}\" must be an ISO 8601 instant.");
}
