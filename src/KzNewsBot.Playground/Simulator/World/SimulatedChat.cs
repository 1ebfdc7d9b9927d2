namespace KzNewsBot.Playground.Simulator.World;

internal enum ChatKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}

internal enum MemberStatus
{
    Left,
    Member,
    Restricted,
    Administrator,
    Creator,
    Kicked,
}

internal sealed class SimulatedTopic
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public bool IsClosed { get; set; }

    public bool IsDeleted { get; set; }
}

internal sealed class SimulatedChat
{
    public required long Id { get; init; }

    public required ChatKind Kind { get; init; }

    public required string Title { get; set; }

    public string? Username { get; set; }

    /// <summary>The bot's own standing; in a private chat Kicked means that the person blocked the bot.</summary>
    public MemberStatus BotStatus { get; set; } = MemberStatus.Member;

    /// <summary>Private chats only: whether the person has ever written to the bot.</summary>
    public bool IsStarted { get; set; }

    public bool IsForum { get; set; }

    public bool IsDeleted { get; set; }

    public long? MigratedTo { get; set; }

    /// <summary>A channel's discussion group, and the other way round.</summary>
    public long? LinkedTo { get; set; }

    /// <summary>Supergroups only: seconds a member waits between two messages; 0 lets everybody write as they like.</summary>
    public int SlowModeSeconds { get; set; }

    /// <summary>Super-groups and channels count their messages themselves.</summary>
    public int LastMessageId { get; set; }

    public SortedDictionary<int, SimulatedMessage> Messages { get; } = [];

    public SortedDictionary<int, SimulatedTopic> Topics { get; } = [];

    public Dictionary<long, MemberStatus> Members { get; } = [];

    public List<int> Pinned { get; } = [];

    public bool IsPrivate => Kind == ChatKind.Private;

    public bool HasOwnCounter => Kind is ChatKind.Supergroup or ChatKind.Channel;

    public bool BotIsAdministrator => BotStatus is MemberStatus.Administrator or MemberStatus.Creator;

    public string KindName => Kind switch
    {
        ChatKind.Private => "private",
        ChatKind.Group => "group",
        ChatKind.Supergroup => "supergroup",
        _ => "channel",
    };
}
