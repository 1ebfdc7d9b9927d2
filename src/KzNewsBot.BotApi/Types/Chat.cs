namespace Telegram.Bot.Types;

public class Chat
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatType Type { get; set; }

    public string? Title { get; set; }

    public string? Username { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public bool IsForum { get; set; }

    public bool IsDirectMessages { get; set; }
}

public class ChatFullInfo : Chat
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int AccentColorId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int MaxReactionCount { get; set; }

    public string[]? ActiveUsernames { get; set; }

    public string? Bio { get; set; }

    public string? Description { get; set; }

    public string? InviteLink { get; set; }

    public Message? PinnedMessage { get; set; }

    public ChatPermissions? Permissions { get; set; }

    /// <summary>Seconds between two messages of one member.</summary>
    public int? SlowModeDelay { get; set; }

    public int? MessageAutoDeleteTime { get; set; }

    public bool HasProtectedContent { get; set; }

    public bool HasVisibleHistory { get; set; }

    public long? LinkedChatId { get; set; }
}
