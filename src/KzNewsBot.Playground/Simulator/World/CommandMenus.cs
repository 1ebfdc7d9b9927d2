using System.Text.Json.Nodes;

namespace KzNewsBot.Playground.Simulator.World;

/// <summary>Where a command list applies: the scope's type, and chat and user where the type needs them.</summary>
internal readonly record struct CommandScope(string Type, long ChatId = 0, long UserId = 0)
{
    public static readonly CommandScope Default = new("default");
}

internal sealed record MenuCommand(string Command, string Description)
{
    public JsonObject ToJson() => new() { ["command"] = Command, ["description"] = Description };
}

/// <summary>Command lists by scope and language.</summary>
internal sealed class CommandMenus
{
    private readonly Dictionary<(CommandScope Scope, string Language), IReadOnlyList<MenuCommand>> _lists = [];

    public IReadOnlyDictionary<(CommandScope Scope, string Language), IReadOnlyList<MenuCommand>> All => _lists;

    public void Set(CommandScope scope, string language, IReadOnlyList<MenuCommand> commands)
    {
        if (commands.Count == 0)
        {
            _lists.Remove((scope, language));
        }
        else
        {
            _lists[(scope, language)] = commands;
        }
    }

    public IReadOnlyList<MenuCommand> Get(CommandScope scope, string language) => _lists.GetValueOrDefault((scope, language), []);

    /// <summary>The first filled list wins: core.telegram.org/bots/api#determining-list-of-commands.</summary>
    public IReadOnlyList<MenuCommand> Shown(SimulatedChat chat, long userId, bool isAdministrator, string language) =>
        Candidates(chat, userId, isAdministrator)
            .SelectMany(scope => new[] { Get(scope, language), Get(scope, "") })
            .FirstOrDefault(list => list.Count > 0, []);

    private static IEnumerable<CommandScope> Candidates(SimulatedChat chat, long userId, bool isAdministrator)
    {
        if (chat.IsPrivate)
        {
            return [new("chat", chat.Id), new("all_private_chats"), CommandScope.Default];
        }

        CommandScope[] administrators = isAdministrator ? [new("chat_administrators", chat.Id)] : [];
        CommandScope[] allAdministrators = isAdministrator ? [new("all_chat_administrators")] : [];
        return
        [
            new("chat_member", chat.Id, userId), .. administrators, new("chat", chat.Id),
            .. allAdministrators, new("all_group_chats"), CommandScope.Default,
        ];
    }
}
