using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>
/// Tells the operator which outlets fell silent, and which are heard again. Who is known to be silent and the message
/// that says so are one commit: a silence is told once, whatever happens between.
/// </summary>
internal sealed partial class SilenceWatch(
    NewsDatabase database,
    SilenceReader reader,
    SourceRegistry registry,
    SubscriberBook subscribers,
    Outbox outbox,
    PhraseBook phrases,
    IOptions<OperatorOptions> options,
    TimeProvider clock,
    ILogger<SilenceWatch> logger)
{
    private const string KnownKey = "operations.silent";

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

        var fresh = await database.WriteAsync(WritePriority.Background, (context, token) => TellAsync(context, operators, token), cancellationToken);
        foreach (var outlet in fresh)
        {
            LogSilent(outlet.Source.Id, outlet.Since);
        }

        return fresh.Count;
    }

    private async Task<IReadOnlyList<SilentOutlet>> TellAsync(NewsDbContext context, IReadOnlyList<SubscriberCard> operators, CancellationToken cancellationToken)
    {
        var silent = await reader.ReadAsync(context, cancellationToken);
        var setting = await context.Settings.FindAsync([KnownKey], cancellationToken);
        var known = (setting?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var fresh = silent.Where(outlet => !known.Contains(outlet.Source.Id, StringComparer.Ordinal)).ToList();
        var heard = known.Where(id => !silent.Any(outlet => outlet.Source.Id == id)).Select(registry.Find).OfType<SourceDefinition>().ToList();
        if (fresh.Count == 0 && heard.Count == 0)
        {
            return fresh;
        }

        Remember(context, setting, string.Join(' ', silent.Select(outlet => outlet.Source.Id)));
        var collected = registry.All.Count(source => source.Enabled);
        int? manyOf = silent.Count >= LeastMany && silent.Count * 2 >= collected ? collected : null;
        var now = clock.GetUtcNow();
        foreach (var chat in operators)
        {
            var message = SilenceAlert.Render(fresh, heard, manyOf, phrases.In(chat.Language ?? Language.Russian), chat.TimeZone);
            var edition = await outbox.KeepAsync(context, [message], storyCount: 0, cancellationToken);
            outbox.Enqueue(context, chat.Id, string.Create(CultureInfo.InvariantCulture, $"silence:{now:yyyy-MM-ddTHH:mm}"), edition, parts: 1, now);
        }

        return fresh;
    }

    private static void Remember(NewsDbContext context, Setting? setting, string silent)
    {
        if (setting is null)
        {
            context.Settings.Add(new Setting { Key = KnownKey, Value = silent });
        }
        else
        {
            setting.Value = silent;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{SourceId} is silent against its own rhythm: nothing new since {Since:u}")]
    private partial void LogSilent(string sourceId, DateTimeOffset since);
}
