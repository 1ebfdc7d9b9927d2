using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>A reply_markup whose shape was accepted. Addresses are checked later, the data last, by the core.</summary>
internal sealed record ReplyMarkup(JsonArray? InlineRows, bool IsReplyKeyboard)
{
    public static readonly ReplyMarkup None = new(null, IsReplyKeyboard: false);

    private const int MaximumButtonsInRow = 12;
    private const int MaximumInlineButtons = 100;
    private const int MaximumKeyboardBytes = 10 * 1024;
    private const int MaximumDataBytes = 64;

    private static readonly IReadOnlyList<string> StringActions =
        ["url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat"];

    private static readonly IReadOnlyList<string> OtherActions =
        ["callback_game", "pay", "switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text"];

    private static readonly IReadOnlyList<string> Looks = ["style", "icon_custom_emoji_id"];

    public static ReplyMarkup Read(ApiCall call, bool inlineOnly = false)
    {
        if (call.Text("reply_markup").Length == 0)
        {
            return None;
        }

        if (!call.Parameters.TryJson("reply_markup", out var json))
        {
            throw ApiErrorException.BadRequest("can't parse reply keyboard markup JSON object");
        }

        if (json.Value.ValueKind != JsonValueKind.Object)
        {
            throw ApiErrorException.BadRequest("object expected as reply markup");
        }

        if (json.Value.TryGetProperty("inline_keyboard", out var rows))
        {
            return new ReplyMarkup(ReadRows(call, rows), IsReplyKeyboard: false);
        }

        return inlineOnly
            ? throw ApiErrorException.BadRequest("inline keyboard expected")
            : new ReplyMarkup(null, json.Value.TryGetProperty("keyboard", out _));
    }

    public JsonObject? ToKeyboard() => InlineRows is { Count: > 0 } ? new JsonObject { ["inline_keyboard"] = InlineRows.DeepClone() } : null;

    /// <summary>Addresses of buttons, and kinds a chat does not take.</summary>
    public void CheckAddresses(SimulatedChat? chat)
    {
        foreach (var button in Buttons())
        {
            if (button["url"]?.GetValue<string>() is { } url)
            {
                button["url"] = LinkCheck.Normalize(url, out var reason)
                    ?? throw ApiErrorException.BadRequest($"inline keyboard button URL '{url}' is invalid: {reason}");
            }

            if (button["web_app"] is JsonObject app && app["url"]?.GetValueKind() == JsonValueKind.String)
            {
                CheckWebApp(app["url"]!.GetValue<string>());
            }

            if (chat?.Kind == ChatKind.Channel && (button.ContainsKey("switch_inline_query") || button.ContainsKey("switch_inline_query_current_chat")))
            {
                throw ApiErrorException.BadRequest(
                    "can't use switch_inline_query button in a channel chat, because users will not be able to use the button without knowing bot's username");
            }
        }
    }

    public void CheckByCore(SimulatedChat chat)
    {
        var buttons = Buttons().ToList();
        if (buttons.Exists(button => Bytes(button, "callback_data") > MaximumDataBytes))
        {
            throw ApiErrorException.BadRequest("BUTTON_DATA_INVALID");
        }

        if (buttons.Exists(button => button.ContainsKey("web_app")) && !chat.IsPrivate)
        {
            throw ApiErrorException.BadRequest("BUTTON_TYPE_INVALID");
        }

        if (buttons.Count > MaximumInlineButtons || buttons.Sum(button => Bytes(button, "callback_data")) > MaximumKeyboardBytes)
        {
            throw ApiErrorException.BadRequest("reply markup is too long");
        }
    }

    private IEnumerable<JsonObject> Buttons() => (InlineRows ?? []).SelectMany(row => row!.AsArray()).Select(button => button!.AsObject());

    private static int Bytes(JsonObject button, string name) => Encoding.UTF8.GetByteCount(button[name]?.GetValue<string>() ?? "");

    private static JsonArray ReadRows(ApiCall call, JsonElement rows)
    {
        if (rows.ValueKind != JsonValueKind.Array)
        {
            throw ApiErrorException.BadRequest("field \"inline_keyboard\" must be of type Array");
        }

        var read = new JsonArray();
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array)
            {
                throw ApiErrorException.BadRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }

            var buttons = row.EnumerateArray().Select(ReadButton).ToList();
            if (buttons.RemoveAll(button => button["text"]!.GetValue<string>().Length == 0) > 0)
            {
                call.Remark("reply_markup", "a button without text is dropped");
            }

            if (buttons.Count > MaximumButtonsInRow)
            {
                call.Remark("reply_markup", $"a row is cut after {MaximumButtonsInRow} buttons");
            }

            if (buttons.Count > 0)
            {
                read.Add((JsonNode)new JsonArray([.. buttons.Take(MaximumButtonsInRow)]));
            }
        }

        return read;
    }

    private static JsonObject ReadButton(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw ApiErrorException.BadRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
        }

        var button = new JsonObject { ["text"] = Field(json, "text") ?? throw Fail("Can't find field \"text\"") };
        foreach (var name in StringActions)
        {
            // An empty url or callback_data counts as absent; an empty inline query is a real one.
            if (Field(json, name) is { } value && (value.Length > 0 || name.StartsWith("switch", StringComparison.Ordinal)))
            {
                button[name] = value;
                break;
            }
        }

        foreach (var name in OtherActions.Where(name => button.Count == 1 && json.TryGetProperty(name, out _)))
        {
            button[name] = JsonNode.Parse(json.GetProperty(name).GetRawText());
        }

        if (button.Count == 1)
        {
            throw Fail("Text buttons are unallowed in the inline keyboard");
        }

        foreach (var name in Looks.Where(name => JsonFields.String(json, name) is { Length: > 0 }))
        {
            button[name] = JsonFields.String(json, name);
        }

        return button;
    }

    private static string? Field(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Fail($"Field \"{name}\" must be of type String");
    }

    private static void CheckWebApp(string url)
    {
        if (!url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiErrorException.BadRequest($"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed");
        }
    }

    private static ApiErrorException Fail(string reason) => ApiErrorException.BadRequest("can't parse inline keyboard button: " + reason);
}
