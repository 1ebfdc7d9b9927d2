using KzNewsBot.Data;
using KzNewsBot.Delivery;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Operations;

/// <summary>What a monitor is told. Telegram or an outlet that can't be reached is no fault of this bot's, and no operator mends it.</summary>
internal sealed class Health(NewsDatabase database, DatabaseStanding standing, TokenStanding token, TimeProvider clock)
{
    /// <summary>Shorter than a monitor waits for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What is over sooner has mended itself, and nobody need be called.</summary>
    private static readonly TimeSpan ShortTrouble = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset? _awaySince;

    /// <returns>A few words for the monitor; null when the bot is well.</returns>
    public async Task<string?> TroubleAsync(CancellationToken cancellationToken)
    {
        if (token.IsRefused)
        {
            return "token refused";
        }

        var answers = await AnswersAsync(cancellationToken);
        lock (_gate)
        {
            _awaySince = answers ? null : _awaySince ?? clock.GetUtcNow();
            return clock.GetUtcNow() - _awaySince >= ShortTrouble ? "database away"

                // It answers this question, and fails those at work: a full disk, or one that may only be read.
                : answers && standing.AwayFor >= ShortTrouble ? "database takes no writes"
                : null;
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        try
        {
            await database.ReadAsync((context, token) => context.Settings.AnyAsync(token), either.Token);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Which trouble it is stands in the log, where somebody met it at work.
            return false;
        }
    }
}
