namespace Telegram.Bot.Types;

public class ForumTopicCreated
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Name { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int IconColor { get; set; }

    public string? IconCustomEmojiId { get; set; }
}

public class ForumTopicEdited
{
    public string? Name { get; set; }

    public string? IconCustomEmojiId { get; set; }
}

public class ForumTopicClosed;

public class ForumTopicReopened;

public class GeneralForumTopicHidden;

public class GeneralForumTopicUnhidden;
