using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Polly;
using Polly.Retry;

namespace KzNewsBot.Data;

/// <summary>
/// The one door to the database: reads on a context of their own, writes as one short transaction each, in turn on
/// SQLite. A unit of work that lost a race (busy, deadlock, unique index, a changed row) runs again from its start, so it must hold
/// nothing but its own variables.
/// </summary>
internal sealed class NewsDatabase(IDbContextFactory<NewsDbContext> contexts, WriterGate gate, DatabaseStanding standing)
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    private readonly ResiliencePipeline _retry = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(LostRace),
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(50),
        })
        .Build();

    public Task<T> ReadAsync<T>(Func<NewsDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        NoteAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await read(context, cancellationToken);
        });

    public Task<T> WriteAsync<T>(
        WritePriority priority,
        Func<NewsDbContext, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken) =>
        NoteAsync(async () => await _retry.ExecuteAsync(
            async token =>
            {
                await using var context = await contexts.CreateDbContextAsync(token);
                if (context.IsPostgres)
                {
                    return await TransactAsync(context, write, token);
                }

                using (await gate.EnterAsync(priority, token))
                {
                    return await TransactAsync(context, write, token);
                }
            },
            cancellationToken));

    public Task WriteAsync(
        WritePriority priority,
        Func<NewsDbContext, CancellationToken, Task> write,
        CancellationToken cancellationToken) =>
        WriteAsync(
            priority,
            async (context, token) =>
            {
                await write(context, token);
                return true;
            },
            cancellationToken);

    private async Task<T> NoteAsync<T>(Func<Task<T>> work)
    {
        try
        {
            var result = await work();
            standing.NoteSuccess();
            return result;
        }
        catch (Exception e)
        {
            standing.NoteFailure(e);
            throw;
        }
    }

    private static async Task<T> TransactAsync<T>(
        NewsDbContext context,
        Func<NewsDbContext, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await write(context, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>
    /// The database could not be asked now: it is away, busy or full, and whatever is asked next would fail as well. The log has it
    /// from <see cref="DatabaseStanding"/>, once.
    /// </summary>
    public static bool IsAway(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => IsAway(inner),
        InvalidOperationException { InnerException: { } inner } => IsAway(inner),
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteIoError or SqliteFull or SqliteCannotOpen,

        // A statement that took too long says nothing of the next one.
        NpgsqlException npgsql when TookTooLong(npgsql) => false,
        DbException database => database.IsTransient,
        _ => false,
    };

    /// <summary>As <see cref="IsAway"/>, or this one statement took too long: what must be written is written later.</summary>
    public static bool IsAwayOrSlow(Exception exception) => IsAway(exception) || exception switch
    {
        DbUpdateException { InnerException: { } inner } => IsAwayOrSlow(inner),
        InvalidOperationException { InnerException: { } inner } => IsAwayOrSlow(inner),
        NpgsqlException npgsql => TookTooLong(npgsql),
        _ => false,
    };

    /// <summary>A statement was given up. That no connection came in time is a TimeoutException too.</summary>
    public static bool TookTooLong(NpgsqlException exception) => exception is { InnerException: TimeoutException, Message: "Exception while reading from stream" };

    private static bool LostRace(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => LostRace(inner),

        // How Npgsql's context reports what it holds to be transient, a deadlock among it.
        InvalidOperationException { InnerException: { } inner } => LostRace(inner),
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked
            || sqlite.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure,
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };
}
