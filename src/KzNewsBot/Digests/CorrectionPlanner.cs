using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>
/// Sends denials of told stories at once to those who chose so. Keyed by story and unique for its chat, noted as told
/// in the same commit: one that did not get through is in the next digest, and in no other message.
/// </summary>
internal sealed partial class CorrectionPlanner(
    NewsDatabase database,
    StoryReader stories,
    Outbox outbox,
    PhraseBook phrases,
    TimeProvider clock,
    ILogger<CorrectionPlanner> logger)
{
    private const int Quotes = 2;

    /// <summary>
    /// Nobody was owed a denial, and no further story is denied since: who is owed one nevertheless, for claim or denial was on its way to
    /// them just then, or they chose corrections at once only now, waits so long. To read what all were told takes seconds.
    /// </summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private (DateTimeOffset At, IReadOnlyList<long> Claimed)? _settled;

    /// <summary>Plans every correction that is owed at once; the number planned.</summary>
    public async Task<int> PlanOwedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var owed = await ReadOwedAsync(now, cancellationToken);
        var planned = 0;
        foreach (var ofStory in owed.GroupBy(correction => correction.StoryId).OrderBy(group => group.Key))
        {
            try
            {
                planned += await PlanAsync(ofStory.Key, [.. ofStory.Select(correction => correction.SubscriberId).Order()], now, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && !NewsDatabase.IsAway(e))
            {
                LogNotPlanned(e, ofStory.Key);
            }
        }

        if (planned > 0)
        {
            LogPlanned(planned);
        }

        return planned;
    }

    private async Task<IReadOnlyList<OwedCorrection>> ReadOwedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claimed = await database.ReadAsync(Corrections.ClaimedAsync, cancellationToken);
        if (claimed.Count == 0 || (_settled is { } last && now >= last.At && now - last.At < Kept && claimed.SequenceEqual(last.Claimed)))
        {
            return [];
        }

        var owed = await database.ReadAsync(
            (context, token) =>
            {
                var ready = context.Subscribers.Where(subscriber => subscriber.CorrectionsAtOnce && subscriber.Status == SubscriberStatus.Active && subscriber.Subscriptions.Count > 0);
                var ids = context.Subscribers.Where(told => ready.Any(subscriber => subscriber.Id == (told.HeirId ?? told.Id))).Select(told => told.Id);
                return Corrections.Owed(context, context.Deliveries.Where(row => ids.Contains(row.SubscriberId)), now).ToListAsync(token);
            },
            cancellationToken);
        _settled = owed.Count == 0 ? (now, claimed) : null;
        return owed;
    }

    private async Task<int> PlanAsync(long storyId, IReadOnlyList<long> subscribers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var planned = 0;

        // Its denial may have gone since.
        if (await stories.ReadAsync(storyId, cancellationToken) is { IsDenied: true } story)
        {
            foreach (var subscriberId in subscribers)
            {
                planned += await PlanAsync(subscriberId, story, now, cancellationToken) ? 1 : 0;
            }
        }

        return planned;
    }

    private Task<bool> PlanAsync(long subscriberId, StoryCard story, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await SubscriberLock.TakeAsync(context, subscriberId, token);
                var key = Corrections.KeyOf(story.Id);
                if (await context.Deliveries.AnyAsync(row => row.SubscriberId == subscriberId && row.Key == key, token)
                    || await Corrections.IsOnItsWayAsync(context, subscriberId, story.Id, token)
                    || !(await Corrections.OwedToAsync(context, subscriberId, now, token)).Contains(story.Id))
                {
                    return false;
                }

                var subscriber = await context.Subscribers.FirstAsync(candidate => candidate.Id == subscriberId, token);
                var words = phrases.In(subscriber.Language);
                var message = Render(story, words, subscriber.TimeZone);
                var editionId = await outbox.KeepAsync(context, [message], token);
                await Corrections.NoteAsync(context, editionId, Corrections.Tell([story], words.Language, Quotes), token);
                outbox.Enqueue(context, subscriberId, key, editionId, parts: 1, now);
                return true;
            },
            cancellationToken);

    private static RenderedMessage Render(StoryCard story, Words words, string zone)
    {
        var text = new StyledTextBuilder().Italic(words.Say(Phrase.CorrectionTitle)).Line().Line();
        StoryText.Head(text, story, number: null, words, zone);
        StoryText.Quotes(text, story, Quotes, words, zone);
        return RenderedMessage.Of(text.Build());
    }

    [LoggerMessage(LogLevel.Error, "The correction of story {StoryId} could not be planned; it is tried again with the next tick")]
    private partial void LogNotPlanned(Exception e, long storyId);

    [LoggerMessage(LogLevel.Information, "Planned {Count} corrections")]
    private partial void LogPlanned(int count);
}
