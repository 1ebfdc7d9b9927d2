using System.Globalization;
using System.Text.Json;
using KzNewsBot.Playground.Simulator.Http;

namespace KzNewsBot.Playground.Simulator.Validation;

/// <summary>Holds a request against the method table. The server is far more lenient; flaws become findings, never answers.</summary>
internal static class RequestValidation
{
    private static readonly Dictionary<string, string> Deprecated = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["disable_web_page_preview"] = "link_preview_options",
        ["reply_to_message_id"] = "reply_parameters",
        ["allow_sending_without_reply"] = "reply_parameters",
        ["user_ids"] = "users",
    };

    /// <summary>What the specification leaves unmarked: one parameter of each group is needed.</summary>
    private static readonly Dictionary<string, string[][]> OneOf = new Dictionary<string, string[][]>(StringComparer.OrdinalIgnoreCase)
    {
        ["editMessageText"] = [["text", "rich_message"], ["chat_id", "inline_message_id"], ["message_id", "inline_message_id"]],
        ["editMessageReplyMarkup"] = [["chat_id", "inline_message_id"], ["message_id", "inline_message_id"]],
    };

    public static IEnumerable<Flaw> Check(string method, RequestParameters parameters)
    {
        if (!ApiSchema.Current.Methods.TryGetValue(method, out var fields))
        {
            return [new Flaw("", ApiSchema.Current.OtherMethods.Contains(method) ? "the simulator does not play this method" : "the Bot API has no such method")];
        }

        return parameters.Values.Where(parameter => parameter.Key is not "method")
            .SelectMany(parameter => CheckParameter(parameter.Key, parameter.Value, fields))
            .Concat(parameters.Files.Keys.Where(name => fields.ContainsKey(name) && !fields[name].Types.Contains("InputFile", StringComparer.Ordinal))
                .Select(name => new Flaw(name, "must not be a file")))
            .Concat(Missing(method, fields, parameters));
    }

    private static IEnumerable<Flaw> CheckParameter(string name, Parameter parameter, IReadOnlyDictionary<string, SchemaField> fields)
    {
        if (name.EndsWith("parse_mode", StringComparison.Ordinal))
        {
            yield return new Flaw(name, "is used; the bot sends text with entities only");
        }

        if (Deprecated.TryGetValue(name, out var successor) && !fields.ContainsKey(name))
        {
            yield return new Flaw(name, $"is deprecated, {successor} replaced it");
        }
        else if (!fields.TryGetValue(name, out var field))
        {
            yield return new Flaw(name, "is not known to the Bot API");
        }
        else
        {
            foreach (var flaw in CheckValue(name, parameter, field))
            {
                yield return flaw;
            }
        }
    }

    private static IReadOnlyList<Flaw> CheckValue(string name, Parameter parameter, SchemaField field)
    {
        if (parameter.Kind is null)
        {
            return CheckFormValue(name, parameter.Text, field);
        }

        if (parameter.Kind == JsonValueKind.String)
        {
            return CheckJsonString(name, parameter.Text, field);
        }

        using var document = JsonDocument.Parse(parameter.Text);
        return WithoutParseModes(document.RootElement, ValueCheck.Check(document.RootElement, field.Types, name), name);
    }

    /// <summary>In a JSON body an object packed into a string works, but is no good manners.</summary>
    private static IReadOnlyList<Flaw> CheckJsonString(string name, string text, SchemaField field)
    {
        if (field.Types.Any(type => type is "String" or "InputFile"))
        {
            return [];
        }

        var flaws = CheckFormValue(name, text, field);
        return flaws.Count > 0 ? flaws : [new Flaw(name, "is packed into a string", IsStyle: true)];
    }

    private static IReadOnlyList<Flaw> CheckFormValue(string name, string text, SchemaField field)
    {
        var fits = field.Types.Any(type => type switch
        {
            "String" or "InputFile" => true,
            "Integer" => long.TryParse(text, CultureInfo.InvariantCulture, out _),
            "Float" => double.TryParse(text, CultureInfo.InvariantCulture, out _),
            "Boolean" or "True" => text.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "0" or "1",
            _ => false,
        });
        if (fits)
        {
            return [];
        }

        var complex = field.Types.Where(type => type is not ("Integer" or "Float" or "Boolean" or "True")).ToList();
        if (complex.Count == 0)
        {
            return [new Flaw(name, $"must be {field.Types[0]}")];
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return WithoutParseModes(document.RootElement, ValueCheck.Check(document.RootElement, complex, name), name);
        }
        catch (JsonException)
        {
            return [new Flaw(name, "is no JSON")];
        }
    }

    private static IReadOnlyList<Flaw> WithoutParseModes(JsonElement json, IReadOnlyList<Flaw> flaws, string path) =>
        [.. flaws, .. ParseModes(json, path).Select(found => new Flaw(found, "is used; the bot sends text with entities only"))];

    private static IEnumerable<string> ParseModes(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, index) => ParseModes(item, $"{path}[{index}]")),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property =>
            property.Name.EndsWith("parse_mode", StringComparison.Ordinal)
                ? [$"{path}.{property.Name}"]
                : ParseModes(property.Value, $"{path}.{property.Name}")),
        _ => [],
    };

    private static IEnumerable<Flaw> Missing(string method, IReadOnlyDictionary<string, SchemaField> fields, RequestParameters parameters)
    {
        bool Given(string name) => parameters.Has(name) || parameters.Files.ContainsKey(name);
        var required = fields.Where(field => field.Value.IsRequired && !Given(field.Key))
            .Select(field => new Flaw(field.Key, "is required but missing"));
        var grouped = OneOf.GetValueOrDefault(method, [])
            .Where(names => !names.Any(Given))
            .Select(names => new Flaw(names[0], $"is required but missing (or {names[1]})"));
        return required.Concat(grouped);
    }
}
