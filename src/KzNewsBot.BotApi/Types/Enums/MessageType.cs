namespace Telegram.Bot.Types.Enums;

/// <summary>The kinds a text bot tells apart; the others are <see cref="Unknown"/>.</summary>
public enum MessageType
{
    Unknown = 0,
    Text,
    Animation,
    Audio,
    Document,
    Photo,
    Sticker,
    Video,
    VideoNote,
    Voice,
    Contact,
    Location,
    NewChatMembers,
    LeftChatMember,
    NewChatTitle,
    GroupChatCreated,
    SupergroupChatCreated,
    ChannelChatCreated,
    MigrateToChatId,
    MigrateFromChatId,
    PinnedMessage,
    ForumTopicCreated,
    ForumTopicEdited,
    ForumTopicClosed,
    ForumTopicReopened,
    GeneralForumTopicHidden,
    GeneralForumTopicUnhidden,
}
