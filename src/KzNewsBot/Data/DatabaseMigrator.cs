using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Data;

/// <summary>Brings the database to this version's shape before anything else touches it.</summary>
internal sealed class DatabaseMigrator(IDbContextFactory<NewsDbContext> contexts)
{
    /// <exception cref="DatabaseTooNewException">A newer version wrote this database; an older one must not touch it.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (applied.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            throw new DatabaseTooNewException(unknown);
        }

        // Even with nothing to do, MigrateAsync builds the last migration's model to compare it: a sixth of a start.
        if (!known.IsSubsetOf(applied))
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
    }
}

internal sealed class DatabaseTooNewException(string migration) : Exception(
    $"The database has the migration {migration}, which this version doesn't know; run the newer version or restore an older backup.");
