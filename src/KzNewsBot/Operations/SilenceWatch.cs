using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>
/// Tells the operator which outlets fell silent or shut their pages, and which are heard or read again. Who is known to be silent and the message
/// that says so are one commit: a silence is told once, whatever happens between.
/// </summary>
internal sealed partial class SilenceWatch(
    NewsDatabase database,
    SilenceReader reader,
    SubscriberBook subscribers,
    Outbox outbox,
    PhraseBook phrases,
    IOptions<OperatorOptions> options,
    TimeProvider clock,
    ILogger<SilenceWatch> logger)
{
    private const string KnownKey = "operations.silent";

    /// <summary>What the log alone has, for there was no operator to be told.</summary>
    private const string LoggedKey = "operations.silent.logged";

    /// <summary>With fewer outlets, half of them is nobody's outage.</summary>
    private const int LeastMany = 6;

    /// <summary>The number of outlets newly silent.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        var operators = new List<SubscriberCard>();
        foreach (var chat in options.Value.Chats.Distinct())
        {
            operators.Add(await subscribers.MeetAsync(new ChatAddress(chat, 0), cancellationToken));
        }

        if (await database.ReadAsync(PollingNote.IsOffAsync, cancellationToken))
        {
            // Nobody is asked for now: what was told stays told.
            return 0;
        }

        var voices = await reader.ReadAsync(cancellationToken);
        var fresh = await database.WriteAsync(WritePriority.Background, (context, token) => TellAsync(context, voices, operators, token), cancellationToken);
        foreach (var outlet in fresh)
        {
            if (outlet.Voice.IsPages)
            {
                LogPagesShut(outlet.Voice.Id);
            }
            else
            {
                LogSilent(outlet.Voice.Id, outlet.Since);
            }
        }

        return fresh.Count;
    }

    private async Task<IReadOnlyList<SilentVoice>> TellAsync(
        NewsDbContext context,
        OutletVoices voices,
        IReadOnlyList<SubscriberCard> operators,
        CancellationToken cancellationToken)
    {
        var key = operators.Count > 0 ? KnownKey : LoggedKey;
        var stored = await Setting.ReadAsync(context, key, cancellationToken);
        var known = KnownSilence.Parse(stored);
        var fresh = voices.Silent.Where(outlet => !known.Ids.Contains(outlet.Voice.Id, StringComparer.Ordinal)).ToList();
        var heard = known.Ids.Where(voices.Speaking.Contains).Select(id => voices.Collected.GetValueOrDefault(id)).OfType<Voice>().ToList();
        var next = known.After(voices, told: fresh.Count > 0 || heard.Count > 0);
        if (next.ToString() != stored)
        {
            await Setting.PutAsync(context, key, next.ToString(), cancellationToken);
        }

        if (fresh.Count > 0 || heard.Count > 0)
        {
            await EnqueueAsync(context, fresh, heard, voices, operators, next.Number, cancellationToken);
        }

        return fresh;
    }

    private async Task EnqueueAsync(
        NewsDbContext context,
        IReadOnlyList<SilentVoice> fresh,
        IReadOnlyList<Voice> heard,
        OutletVoices voices,
        IReadOnlyList<SubscriberCard> operators,
        int number,
        CancellationToken cancellationToken)
    {
        var (silent, all) = (voices.Silent.Count(outlet => outlet.Voice.IsWhole), voices.Collected.Values.Count(voice => voice.IsWhole));
        int? manyOf = silent >= LeastMany && silent * 2 >= all ? all : null;
        foreach (var chat in operators)
        {
            var message = SilenceAlert.Render(fresh, heard, manyOf, phrases.In(chat.Language), chat.TimeZone);
            var edition = await outbox.KeepAsync(context, [message], cancellationToken);

            // Of two processes that noticed the same, the second is refused by the number and finds nothing new to tell.
            outbox.Enqueue(context, chat.Id, string.Create(CultureInfo.InvariantCulture, $"silence:{number}"), edition, parts: 1, clock.GetUtcNow(), notice: true);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{SourceId} is silent against its own rhythm: nothing new since {Since:u}")]
    private partial void LogSilent(string sourceId, DateTimeOffset since);

    [LoggerMessage(LogLevel.Warning, "{SourceId}: its pages can't be read, only beginnings come")]
    private partial void LogPagesShut(string sourceId);
}
