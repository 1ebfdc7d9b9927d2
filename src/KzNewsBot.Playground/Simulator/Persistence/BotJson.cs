using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Persistence;

/// <summary>What the bot said of itself: Telegram keeps it, so a bot may say it once and never again.</summary>
internal static class BotJson
{
    public static JsonObject Write(SimulatedBot bot) => new()
    {
        ["names"] = WriteTexts(bot.Names),
        ["descriptions"] = WriteTexts(bot.Descriptions),
        ["shortDescriptions"] = WriteTexts(bot.ShortDescriptions),
        ["menus"] = new JsonArray([.. bot.Menus.All.Select(menu => (JsonNode)WriteMenu(menu.Key.Scope, menu.Key.Language, menu.Value))]),
    };

    public static void Read(SimulatedBot bot, JsonObject json)
    {
        ReadTexts(bot.Names, json["names"]!);
        ReadTexts(bot.Descriptions, json["descriptions"]!);
        ReadTexts(bot.ShortDescriptions, json["shortDescriptions"]!);
        foreach (var menu in json["menus"]!.AsArray().Select(node => node!))
        {
            var scope = new CommandScope(menu["scope"]!.GetValue<string>(), menu["chat"]!.GetValue<long>(), menu["user"]!.GetValue<long>());
            var commands = menu["commands"]!.AsArray().Select(pair => new MenuCommand(pair![0]!.GetValue<string>(), pair[1]!.GetValue<string>()));
            bot.Menus.Set(scope, menu["language"]!.GetValue<string>(), [.. commands]);
        }
    }

    private static JsonObject WriteTexts(Dictionary<string, string> texts) =>
        [.. texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value))];

    private static JsonObject WriteMenu(CommandScope scope, string language, IEnumerable<MenuCommand> commands) => new()
    {
        ["scope"] = scope.Type,
        ["chat"] = scope.ChatId,
        ["user"] = scope.UserId,
        ["language"] = language,
        ["commands"] = new JsonArray([.. commands.Select(command => (JsonNode)new JsonArray(command.Command, command.Description))]),
    };

    private static void ReadTexts(Dictionary<string, string> texts, JsonNode json)
    {
        foreach (var (language, text) in json.AsObject())
        {
            texts[language] = text!.GetValue<string>();
        }
    }
}
