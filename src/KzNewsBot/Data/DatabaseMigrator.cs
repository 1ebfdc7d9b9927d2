using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Data;

/// <summary>How a database stands to this version.</summary>
internal enum DatabaseShape
{
    /// <summary>There is none, or one without our tables.</summary>
    Missing,

    /// <summary>An older version's: the bot brings it up to date when it starts.</summary>
    Older,

    Current,
}

/// <summary>Brings the database to this version's shape before anything else touches it.</summary>
internal sealed partial class DatabaseMigrator(IDbContextFactory<NewsDbContext> contexts, IOptions<StorageOptions> storage, TimeProvider clock, ILogger<DatabaseMigrator> logger)
{
    private const string LockFile = "migration.lock";

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// An index over the articles of years takes minutes, and a second process waits as long for the first: after the usual
    /// half a minute the start would fail, and fail again at each start.
    /// </summary>
    private static readonly TimeSpan LongestStatement = TimeSpan.FromHours(6);

    /// <summary>Looks and makes nothing: connecting alone would leave an empty SQLite file behind.</summary>
    /// <exception cref="DatabaseTooNewException">A newer version wrote this database; an older one must not touch it.</exception>
    public async Task<DatabaseShape> LookAsync(CancellationToken cancellationToken)
    {
        if (storage.Value.SqliteFile is { } file && !File.Exists(file))
        {
            return DatabaseShape.Missing;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await LookAsync(context, cancellationToken);
    }

    /// <exception cref="DatabaseTooNewException">A newer version wrote this database; an older one must not touch it.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(storage.Value.Folder);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Database.SetCommandTimeout(LongestStatement);

        // Even with nothing to do, MigrateAsync builds the last migration's model to compare it: a sixth of a start.
        if (await LookAsync(context, cancellationToken) == DatabaseShape.Current)
        {
            return;
        }

        await using var turn = context.IsPostgres ? null : await TakeTurnAsync(cancellationToken);
        if (!context.IsPostgres)
        {
            await ReleaseAsync(context, cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<DatabaseShape> LookAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return applied.FirstOrDefault(id => !known.Contains(id)) is { } unknown ? throw new DatabaseTooNewException(unknown)
            : known.IsSubsetOf(applied) ? DatabaseShape.Current
            : applied.Count > 0 ? DatabaseShape.Older
            : DatabaseShape.Missing;
    }

    /// <summary>One process at a time; the file's lock ends with the process that holds it.</summary>
    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetFullPath(storage.Value.Folder), LockFile);
        for (var waits = 0; ; waits++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (waits == 0)
                {
                    LogWaiting(path);
                }
            }

            await Task.Delay(LookInterval, clock, cancellationToken);
        }
    }

    /// <summary>
    /// On SQLite Entity Framework marks a migration under way by a row that nobody removes when its process is killed, and
    /// waits for it without end. Whoever has the turn knows that the row is a dead one's.
    /// </summary>
    private async Task ReleaseAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        var marked = await context.Database.SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""").SingleAsync(cancellationToken);
        if (marked > 0 && await context.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, cancellationToken) > 0)
        {
            LogReleased();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Another process migrates the database ({Path}); this one waits")]
    private partial void LogWaiting(string path);

    [LoggerMessage(LogLevel.Warning, "A migration was broken off by the end of its process; it is carried on")]
    private partial void LogReleased();
}

internal sealed class DatabaseTooNewException(string migration) : Exception(
    $"The database has the migration {migration}, which this version doesn't know; run the newer version or restore an older backup.");
