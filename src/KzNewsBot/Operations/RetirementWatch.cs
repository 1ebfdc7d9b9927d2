using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>Tells the operator once of each road that the bot has given up; what is known to be told and the message are one commit.</summary>
internal sealed class RetirementWatch(
    NewsDatabase database,
    SourceRegistry registry,
    SubscriberBook subscribers,
    Outbox outbox,
    PhraseBook phrases,
    IOptions<OperatorOptions> options,
    TimeProvider clock)
{
    private const string KnownKey = "operations.retired";

    /// <summary>The number of roads newly told to be retired: without an operator they stay to be told.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        var operators = new List<SubscriberCard>();
        foreach (var chat in options.Value.Chats.Distinct())
        {
            operators.Add(await subscribers.MeetAsync(new ChatAddress(chat, 0), cancellationToken));
        }

        if (operators.Count == 0)
        {
            return 0;
        }

        return await database.WriteAsync(WritePriority.Background, (context, token) => TellAsync(context, operators, token), cancellationToken);
    }

    private async Task<int> TellAsync(NewsDbContext context, IReadOnlyList<SubscriberCard> operators, CancellationToken cancellationToken)
    {
        var told = KnownSilence.Parse(await Setting.ReadAsync(context, KnownKey, cancellationToken));
        var retired = (await context.RoadStates.Where(state => state.RetiredAt != null).OrderBy(state => state.SourceId).ThenBy(state => state.Key).ToListAsync(cancellationToken))
            .FindAll(state => registry.Find(state.SourceId) is { Enabled: true });
        var fresh = retired.FindAll(state => !told.Ids.Contains(IdOf(state), StringComparer.Ordinal));
        var next = new KnownSilence(fresh.Count > 0 ? told.Number + 1 : told.Number, retired.ConvertAll(IdOf));
        await Setting.PutAsync(context, KnownKey, next.ToString(), cancellationToken);
        foreach (var chat in fresh.Count > 0 ? operators : [])
        {
            var edition = await outbox.KeepAsync(context, [Render(fresh, phrases.In(chat.Language))], cancellationToken);

            // Of two processes that noticed the same, the second is refused by the number and finds nothing new to tell.
            outbox.Enqueue(context, chat.Id, string.Create(CultureInfo.InvariantCulture, $"retired:{next.Number}"), edition, parts: 1, clock.GetUtcNow(), notice: true);
        }

        return fresh.Count;
    }

    private RenderedMessage Render(IReadOnlyList<RoadState> fresh, Words words)
    {
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.AlertRetired)).Line();
        SilenceAlert.Lines(text, fresh.Select(state => $"✗ {DisplayText.Unlinked(registry.Find(state.SourceId)?.NameIn(words.Language) ?? state.SourceId)}: {state.Key}"), words);
        return RenderedMessage.Of(text.Text(words.Say(Phrase.AlertRetiredHint)).Build());
    }

    /// <summary>Ids are kept with spaces between them.</summary>
    private static string IdOf(RoadState state) => $"{state.SourceId}@{state.Key.Replace(' ', '+')}";
}
