using System.Globalization;
using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Feeds;

/// <summary>
/// What a process that collects says of itself at its start: those that plan and answer may run elsewhere, by other settings,
/// and must miss no outlet that nobody is meant to ask.
/// </summary>
internal sealed class PollingNote(NewsDatabase database, TimeProvider clock)
{
    private const string Key = "feeds.notPolledSince";

    /// <param name="polls">False where the web is not asked, and only what is imported is carried on.</param>
    public Task WriteAsync(bool polls, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            (context, token) => Setting.PutAsync(context, Key, polls ? "" : clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), token),
            cancellationToken);

    /// <summary>Polls that a process which is being replaced had begun may end after the note.</summary>
    private static readonly TimeSpan LastPolls = TimeSpan.FromMinutes(10);

    /// <summary>Whether nobody polls: a road polled well since says that another process does.</summary>
    public static async Task<bool> IsOffAsync(NewsDbContext context, CancellationToken cancellationToken) =>
        DateTimeOffset.TryParse(await Setting.ReadAsync(context, Key, cancellationToken), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var since)
        && since + LastPolls is var settled && !await context.RoadStates.AnyAsync(state => state.PolledAt > settled, cancellationToken);
}
