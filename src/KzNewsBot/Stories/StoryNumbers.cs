using System.Globalization;
using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>
/// The highest number that any story was ever given, see <see cref="Story.Sequence"/>. It is kept by itself: the story that bore
/// it may have gone since, and a number given twice would lie before the windows that begin after it.
/// </summary>
internal static class StoryNumbers
{
    private const string Key = "stories.sequence";

    public static async Task<long> LastAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        var kept = await Setting.ReadAsync(context, Key, cancellationToken);
        return kept is null ? await FindAsync(context, cancellationToken) : long.Parse(kept, CultureInfo.InvariantCulture);
    }

    /// <summary>In the transaction that gave it, while nobody else changes stories.</summary>
    public static Task KeepAsync(NewsDbContext context, long last, CancellationToken cancellationToken) =>
        Setting.PutAsync(context, Key, last.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>Versions before kept none: the stories there are say it, or the windows that readers were told.</summary>
    private static async Task<long> FindAsync(NewsDbContext context, CancellationToken cancellationToken) => Math.Max(
        await context.Stories.MaxAsync(story => (long?)story.Sequence, cancellationToken) ?? 0,
        await context.Digests.MaxAsync(digest => (long?)digest.WindowTo, cancellationToken) ?? 0);
}
