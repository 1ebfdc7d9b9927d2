using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Bot;

/// <summary>Finds out who asks, where and in which language.</summary>
internal sealed class SceneReader(SubscriberBook subscribers, PhraseBook phrases)
{
    public async Task<ChatScene> ReadAsync(Message message, User? user, CancellationToken cancellationToken)
    {
        // Replies inside a plain group carry a thread id too: only a forum's threads are places of their own.
        var thread = message.IsTopicMessage ? message.MessageThreadId ?? 0 : 0;
        var address = new ChatAddress(message.Chat.Id, thread);
        var card = await subscribers.ReadAsync(address, cancellationToken);
        return new ChatScene(address, KindOf(message.Chat.Type), user?.Id, card, phrases.In(card.Language ?? Spoken(user)));
    }

    private static ChatKind KindOf(ChatType type) => type switch
    {
        ChatType.Private => ChatKind.Private,
        ChatType.Channel => ChatKind.Channel,
        _ => ChatKind.Group,
    };

    /// <summary>The language of the person's Telegram, if it is one of ours; English for other known ones.</summary>
    private static Language? Spoken(User? user) => user?.LanguageCode switch
    {
        null or "" => null,
        var code when LanguageCodes.Parse(code) is var language and not Language.Other => language,
        _ => Language.English,
    };
}
