using KzNewsBot.Data;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Subscriptions;

/// <summary>A chat, and within a forum the topic, that we talk to.</summary>
internal readonly record struct ChatAddress(long ChatId, int ThreadId);

/// <summary>What the book knows of a chat, at the moment it was read.</summary>
/// <param name="NextDueAt">Null where no digest is ordered.</param>
/// <param name="Topics">Those that there are: one that the catalogue has lost is not shown, and comes back with it.</param>
internal sealed record SubscriberCard(
    long Id,
    ChatAddress Address,
    Language? Language,
    string TimeZone,
    int DigestMinute,
    bool CorrectionsAtOnce,
    SubscriberStatus Status,
    DateTimeOffset? NextDueAt,
    IReadOnlyList<string> Topics);

/// <summary>
/// Every chat's settings. Each change is one transaction that also moves the next promised moment, so that settings
/// and schedule can't disagree.
/// </summary>
internal sealed class SubscriberBook(NewsDatabase database, TopicCatalogue catalogue, IOptions<SubscriptionOptions> options, TimeProvider clock)
{
    /// <summary>How a chat is served that has chosen nothing yet.</summary>
    public SubscriberCard Stranger(ChatAddress address) =>
        new(0, address, null, options.Value.DefaultTimeZone, options.Value.DefaultMinute, CorrectionsAtOnce: false, SubscriberStatus.Active, null, []);

    public async Task<SubscriberCard> ReadAsync(ChatAddress address, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async (context, token) => await Find(context.Subscribers.Include(subscriber => subscriber.Subscriptions), address).FirstOrDefaultAsync(token),
            cancellationToken) is { } subscriber
            ? ToCard(subscriber)
            : Stranger(address);

    /// <summary>Every thread of the chat that the book knows.</summary>
    public async Task<IReadOnlyList<SubscriberCard>> ReadChatAsync(long chatId, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            (context, token) => context.Subscribers.Include(subscriber => subscriber.Subscriptions).Where(subscriber => subscriber.ChatId == chatId).OrderBy(subscriber => subscriber.ThreadId).ToListAsync(token),
            cancellationToken)).ConvertAll(ToCard);

    /// <summary>Makes sure the book knows the chat; changes nothing of a known one.</summary>
    public async Task<SubscriberCard> MeetAsync(ChatAddress address, CancellationToken cancellationToken) =>
        await ReadAsync(address, cancellationToken) is { Id: > 0 } known ? known : await ChangeAsync(address, _ => { }, cancellationToken);

    public Task<SubscriberCard> SetLanguageAsync(ChatAddress address, Language language, CancellationToken cancellationToken) =>
        ChangeAsync(address, subscriber => subscriber.Language = language, cancellationToken);

    /// <param name="minute">Minute of the local day, 0 to 1439.</param>
    public Task<SubscriberCard> SetMinuteAsync(ChatAddress address, int minute, CancellationToken cancellationToken) =>
        ChangeAsync(address, subscriber => subscriber.DigestMinute = minute, cancellationToken);

    public Task<SubscriberCard> SetZoneAsync(ChatAddress address, string zone, CancellationToken cancellationToken) =>
        ChangeAsync(address, subscriber => subscriber.TimeZone = zone, cancellationToken);

    public Task<SubscriberCard> SetCorrectionsAsync(ChatAddress address, bool atOnce, CancellationToken cancellationToken) =>
        ChangeAsync(address, subscriber => subscriber.CorrectionsAtOnce = atOnce, cancellationToken);

    /// <param name="language">Kept if the chat has chosen none, so that its digest speaks the language it was ordered in.</param>
    public Task<SubscriberCard> SubscribeAsync(
        ChatAddress address,
        IReadOnlyList<string> topics,
        Language language,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            address,
            subscriber =>
            {
                subscriber.Language ??= language;
                subscriber.Status = SubscriberStatus.Active;
                subscriber.HeirId = null;
                AddTopics(subscriber, topics.Select(topic => new Subscription { TopicId = topic }));
            },
            cancellationToken);

    /// <summary>With the last topic that there is go those that the catalogue has lost: nothing is ordered any more.</summary>
    public Task<SubscriberCard> UnsubscribeAsync(ChatAddress address, IReadOnlyList<string> topics, CancellationToken cancellationToken) =>
        ChangeAsync(
            address,
            subscriber =>
            {
                subscriber.Subscriptions.RemoveAll(known => topics.Contains(known.TopicId, StringComparer.Ordinal));
                if (TopicsOf(subscriber).Count == 0)
                {
                    subscriber.Subscriptions.Clear();
                }
            },
            cancellationToken);

    /// <summary>The chat blocked us, or came back: all its threads pause or resume with their settings kept.</summary>
    public Task SetStatusAsync(long chatId, SubscriberStatus status, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) =>
            {
                await SubscriberLock.TakeChatAsync(context, chatId, token);
                var ofChat = context.Subscribers.Include(subscriber => subscriber.Subscriptions).Where(subscriber => subscriber.ChatId == chatId);
                foreach (var subscriber in await ofChat.ToListAsync(token))
                {
                    if (subscriber.Status != status)
                    {
                        subscriber.Status = status;
                        Schedule(subscriber);
                    }
                }
            },
            cancellationToken);

    /// <summary>A group became a super-group: same people, new id. Harmless when told twice.</summary>
    public Task MoveAsync(long fromChatId, long toChatId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) =>
            {
                await SubscriberLock.TakeChatAsync(context, fromChatId, token);
                await SubscriberLock.TakeChatAsync(context, toChatId, token);
                var withTopics = context.Subscribers.Include(subscriber => subscriber.Subscriptions);
                var settled = await withTopics.Where(subscriber => subscriber.ChatId == toChatId).ToListAsync(token);
                foreach (var subscriber in await withTopics.Where(subscriber => subscriber.ChatId == fromChatId).ToListAsync(token))
                {
                    switch (settled.Find(other => other.ThreadId == subscriber.ThreadId))
                    {
                        case null:
                            subscriber.ChatId = toChatId;
                            break;
                        case { Subscriptions.Count: 0 } idle when subscriber.Subscriptions.Count > 0:
                            await ExchangeAsync(context, subscriber, idle, token);
                            break;
                        case { } heir:
                            await HandOverAsync(context, subscriber, heir, token);
                            break;
                    }
                }
            },
            cancellationToken);

    /// <summary>
    /// A forum's topic was deleted: what was set up there belongs to the chat itself from now on, where people can still
    /// change it. Harmless when told twice.
    /// </summary>
    public Task LeaveThreadAsync(ChatAddress address, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) =>
            {
                await SubscriberLock.TakeChatAsync(context, address.ChatId, token);
                var withTopics = context.Subscribers.Include(subscriber => subscriber.Subscriptions);
                if (address.ThreadId == 0 || await Find(withTopics, address).FirstOrDefaultAsync(token) is not { } old)
                {
                    return;
                }

                switch (await Find(withTopics, address with { ThreadId = 0 }).FirstOrDefaultAsync(token))
                {
                    case null:
                        old.ThreadId = 0;
                        break;
                    case { Subscriptions.Count: 0 } idle when old.Subscriptions.Count > 0:
                        await ExchangeAsync(context, old, idle, token);
                        break;
                    case { } heir:
                        // The chat's own digest of today is another than the topic's.
                        old.LastServedDay = null;
                        await HandOverAsync(context, old, heir, token);
                        break;
                }
            },
            cancellationToken);

    /// <summary>
    /// The new address was written to before, but follows nothing: the old one keeps all that is its own, hour, zone, what it
    /// was told, and only the address changes hands.
    /// </summary>
    private async Task ExchangeAsync(NewsDbContext context, Subscriber old, Subscriber heir, CancellationToken cancellationToken)
    {
        const int Nowhere = -1;
        var (chatId, threadId) = (old.ChatId, old.ThreadId);
        var (newChatId, newThreadId) = (heir.ChatId, heir.ThreadId);
        heir.ThreadId = Nowhere; // two rows never have one address, not for a moment
        await context.SaveChangesAsync(cancellationToken);
        (old.ChatId, old.ThreadId, old.Status, old.Language) = (newChatId, newThreadId, heir.Status, heir.Language ?? old.Language);
        await context.SaveChangesAsync(cancellationToken);
        (heir.ChatId, heir.ThreadId) = (chatId, threadId);
        Schedule(old);
        Schedule(heir);
    }

    /// <summary>
    /// The new address was set up before we heard of the move: it takes the topics over, each from where it was told, and the
    /// old one falls silent.
    /// </summary>
    private async Task HandOverAsync(NewsDbContext context, Subscriber old, Subscriber heir, CancellationToken cancellationToken)
    {
        await context.Subscribers.Where(subscriber => subscriber.HeirId == old.Id).ExecuteUpdateAsync(rows => rows.SetProperty(subscriber => subscriber.HeirId, heir.Id), cancellationToken);
        (old.HeirId, heir.HeirId) = (heir.Id, null);
        heir.Language ??= old.Language;
        heir.CorrectionsAtOnce |= old.CorrectionsAtOnce;
        heir.LastServedDay = old.LastServedDay > (heir.LastServedDay ?? DateOnly.MinValue) ? old.LastServedDay : heir.LastServedDay;
        AddTopics(heir, old.Subscriptions.Select(topic => new Subscription { TopicId = topic.TopicId, HandedBy = topic.FirstDigestId is null ? topic.HandedBy ?? old.Id : old.Id }));
        old.Subscriptions.Clear();
        Schedule(old);
        Schedule(heir);
    }

    private Task<SubscriberCard> ChangeAsync(ChatAddress address, Action<Subscriber> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) =>
            {
                await SubscriberLock.TakeChatAsync(context, address.ChatId, token);
                var subscriber = await Find(context.Subscribers.Include(known => known.Subscriptions), address).FirstOrDefaultAsync(token);
                if (subscriber is null)
                {
                    subscriber = new Subscriber
                    {
                        ChatId = address.ChatId,
                        ThreadId = address.ThreadId,
                        TimeZone = options.Value.DefaultTimeZone,
                        DigestMinute = options.Value.DefaultMinute,
                        CreatedAt = clock.GetUtcNow(),
                    };
                    context.Subscribers.Add(subscriber);
                }

                change(subscriber);
                Schedule(subscriber);
                await context.SaveChangesAsync(token);
                return ToCard(subscriber);
            },
            cancellationToken);

    private static void AddTopics(Subscriber subscriber, IEnumerable<Subscription> topics)
    {
        foreach (var topic in topics.Where(topic => subscriber.Subscriptions.TrueForAll(known => known.TopicId != topic.TopicId)))
        {
            subscriber.Subscriptions.Add(topic);
        }
    }

    private void Schedule(Subscriber subscriber)
    {
        var now = clock.GetUtcNow();
        if (subscriber.Subscriptions.Count == 0 || subscriber.Status != SubscriberStatus.Active)
        {
            subscriber.NextDueAt = null;
        }
        else if (subscriber.NextDueAt is null ? TopicsOf(subscriber).Count > 0 : subscriber.NextDueAt > now)
        {
            // To topics that the catalogue has lost no new promise is made.
            subscriber.NextDueAt = SlotSchedule.Next(subscriber.TimeZone, subscriber.DigestMinute, now, subscriber.LastServedDay).DueAt;
        }

        // A digest that is due and not planned yet stays promised, whatever is changed in between.
    }

    private static IQueryable<Subscriber> Find(IQueryable<Subscriber> subscribers, ChatAddress address) =>
        subscribers.Where(subscriber => subscriber.ChatId == address.ChatId && subscriber.ThreadId == address.ThreadId);

    private List<string> TopicsOf(Subscriber subscriber) => [.. subscriber.Subscriptions.Select(subscription => subscription.TopicId).Where(catalogue.Has)];

    private SubscriberCard ToCard(Subscriber subscriber)
    {
        var topics = TopicsOf(subscriber);
        return new SubscriberCard(
            subscriber.Id,
            new ChatAddress(subscriber.ChatId, subscriber.ThreadId),
            subscriber.Language,
            subscriber.TimeZone,
            subscriber.DigestMinute,
            subscriber.CorrectionsAtOnce,
            subscriber.Status,
            topics.Count > 0 ? subscriber.NextDueAt : null,
            topics);
    }
}
