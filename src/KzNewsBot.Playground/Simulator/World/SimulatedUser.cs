namespace KzNewsBot.Playground.Simulator.World;

/// <summary>A person, or the bot itself.</summary>
internal sealed class SimulatedUser
{
    public required long Id { get; init; }

    public required string FirstName { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }

    public bool IsBot { get; init; }

    public bool IsDeactivated { get; set; }
}

/// <summary>The bot as its owner and setMy… calls describe it.</summary>
internal sealed class SimulatedBot
{
    public required SimulatedUser User { get; init; }

    /// <summary>Texts by language code; "" is the default.</summary>
    public Dictionary<string, string> Descriptions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> ShortDescriptions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public CommandMenus Menus { get; } = new();
}
