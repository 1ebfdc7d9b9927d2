using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>
/// Whose hand changed stories last: this process's grouping, another's, as the command line beside a running bot, or the
/// operator's. An index in memory is true only while the last hand was its owner's.
/// </summary>
internal static class StoryHand
{
    /// <summary>No grouper's: every index is read anew.</summary>
    public const string Nobody = "";

    private const string Key = "stories.hand";

    /// <summary>Any number that nothing else locks.</summary>
    private const long Lock = 20_240_301;

    /// <summary>Until the commit nobody else changes stories. SQLite has one writer and needs no lock.</summary>
    public static async Task WaitAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        if (context.IsPostgres)
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        }
    }

    /// <summary>The same without waiting: false while another changes them.</summary>
    public static async Task<bool> TryWaitAsync(NewsDbContext context, CancellationToken cancellationToken) =>
        !context.IsPostgres
        || await context.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock({Lock}) AS "Value" """).SingleAsync(cancellationToken);

    /// <summary>Waits, and leaves this hand as the last.</summary>
    /// <returns>False when the last was another's.</returns>
    public static async Task<bool> TakeAsync(NewsDbContext context, string hand, CancellationToken cancellationToken)
    {
        await WaitAsync(context, cancellationToken);
        if (await Setting.ReadAsync(context, Key, cancellationToken) == hand)
        {
            return true;
        }

        await Setting.PutAsync(context, Key, hand, cancellationToken);
        return false;
    }
}
