using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>
/// Once a week SQLite reads its whole file: a damaged page is met by nobody until it is asked for, and by then there may be no
/// backup left without it. PostgreSQL's server minds its own files.
/// </summary>
internal sealed partial class IntegrityCheck(
    NewsDatabase database,
    SubscriberBook subscribers,
    Outbox outbox,
    PhraseBook phrases,
    IOptions<OperatorOptions> options,
    TimeProvider clock,
    ILogger<IntegrityCheck> logger)
{
    private const string CheckedKey = "operations.checked";
    private const string Fine = "ok";
    private const int SqliteCorrupt = 11;
    private const int SqliteNoDatabase = 26;

    private static readonly TimeSpan Interval = TimeSpan.FromDays(7);

    /// <summary>1 when the file is damaged.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await database.ReadAsync((context, token) => IsDueAsync(context, now, token), cancellationToken))
        {
            return 0;
        }

        var found = await CheckAsync(cancellationToken);
        var operators = new List<SubscriberCard>();
        if (found != Fine)
        {
            LogDamaged(found);
            foreach (var chat in options.Value.Chats.Distinct())
            {
                operators.Add(await subscribers.MeetAsync(new ChatAddress(chat, 0), cancellationToken));
            }
        }

        await database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await Setting.PutAsync(context, CheckedKey, now.ToString("O", CultureInfo.InvariantCulture), token);
                foreach (var chat in operators)
                {
                    await TellAsync(context, chat, now, token);
                }
            },
            cancellationToken);
        return found == Fine ? 0 : 1;
    }

    private static async Task<bool> IsDueAsync(NewsDbContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
        !context.IsPostgres
        && (!DateTimeOffset.TryParseExact(await Setting.ReadAsync(context, CheckedKey, cancellationToken), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            || (now - last).Duration() >= Interval);

    private async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.ReadAsync(
                (context, token) => context.Database.SqlQuery<string>($"""SELECT quick_check AS "Value" FROM pragma_quick_check""").FirstAsync(token),
                cancellationToken);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteCorrupt or SqliteNoDatabase)
        {
            return e.Message;
        }
    }

    private async Task TellAsync(NewsDbContext context, SubscriberCard chat, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var words = phrases.In(chat.Language);
        var message = RenderedMessage.Of(new StyledTextBuilder().Bold(words.Say(Phrase.AlertDamaged)).Line().Text(words.Say(Phrase.AlertDamagedHint)).Build());
        var edition = await outbox.KeepAsync(context, [message], cancellationToken);
        outbox.Enqueue(context, chat.Id, string.Create(CultureInfo.InvariantCulture, $"damaged:{now:yyyy-MM-ddTHH:mm}"), edition, parts: 1, now, notice: true);
    }

    [LoggerMessage(LogLevel.Error, "The database file is damaged ({Found}); stop the bot, keep the file and restore the last backup")]
    private partial void LogDamaged(string found);
}
