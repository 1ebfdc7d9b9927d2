using System.Data.Common;
using KzNewsBot.Cli;
using KzNewsBot.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KzNewsBot.Tests.Data;

public class NewsDatabaseTests(SharedHouses houses) : IClassFixture<SharedHouses>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Two_that_insert_one_key_at_once_both_end_well(string provider)
    {
        var house = await houses.OpenAsync(provider);
        for (var round = 0; round < 5; round++)
        {
            var key = $"race.{round}";
            var both = Task.WhenAll(Enumerable.Range(0, 4).Select(place => AddOrAppendAsync(house, key, place)));
            await house.Clock.RunAsync(both);
            var stored = await house.Database.ReadAsync((context, token) => context.Settings.SingleAsync(setting => setting.Key == key, token), Token);
            stored.Value.Length.ShouldBeGreaterThanOrEqualTo(1);
        }
    }

    [Fact]
    public async Task A_server_that_answers_nobody_is_away()
    {
        await using var context = new PostgresNewsDbContext(
            new DbContextOptionsBuilder<PostgresNewsDbContext>().UseNpgsql("Host=127.0.0.1;Port=1;Timeout=5;Pooling=false").Options);
        NewsDatabase.IsAway(await Should.ThrowAsync<Exception>(() => context.Settings.CountAsync(Token))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_migration_that_was_killed_is_carried_on()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var contexts = new OneFile(Path.Combine(database.Folder, "kznewsbot.db"));
        await using (var context = contexts.CreateDbContext())
        {
            await context.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)", Token);
            await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-22')", Token);
        }

        var migrator = new DatabaseMigrator(contexts, Options.Create(new StorageOptions { Folder = database.Folder }), TimeProvider.System, NullLogger<DatabaseMigrator>.Instance);
        await migrator.MigrateAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Token);
        await using var after = contexts.CreateDbContext();
        (await after.Settings.CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task A_migration_has_the_time_that_an_index_over_years_takes()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var clock = new StatementClock();
        var contexts = new OneFile(Path.Combine(database.Folder, "kznewsbot.db"), clock);
        await new DatabaseMigrator(contexts, Options.Create(new StorageOptions { Folder = database.Folder }), TimeProvider.System, NullLogger<DatabaseMigrator>.Instance).MigrateAsync(Token);
        clock.Shortest.ShouldBeGreaterThan(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_second_process_waits_for_the_migration_of_the_first()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Postgres));
        await using var house = await House.OpenAsync(database);
        var connection = database.Settings["Storage:ConnectionString"]!;
        var storage = new StorageOptions { Provider = StorageProvider.Postgres, Folder = database.Folder, ConnectionString = $"{connection};Command Timeout=1" };
        var migrator = new DatabaseMigrator(new OneServer(storage.ConnectionString), Options.Create(storage), TimeProvider.System, NullLogger<DatabaseMigrator>.Instance);
        await using var first = new OneServer(connection).CreateDbContext();
        await using var migration = await first.Database.BeginTransactionAsync(Token);
        await first.Database.ExecuteSqlRawAsync("LOCK TABLE \"__EFMigrationsHistory\" IN ACCESS EXCLUSIVE MODE", Token);

        // A command that only looks is not to wait for hours.
        var second = migrator.MigrateAsync(Token);
        var trouble = Trouble.Of(await Should.ThrowAsync<Exception>(() => migrator.LookAsync(Token))).ShouldNotBeNull();
        trouble.ExitCode.ShouldBe(ExitCodes.BadDatabase);
        trouble.Sentences.ShouldHaveSingleItem().ShouldStartWith("PostgreSQL does not answer in time: it is busy");
        second.IsCompleted.ShouldBeFalse("it began before, and waits");
        await migration.CommitAsync(Token);
        await second.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Token);
    }

    [Fact]
    public async Task A_copy_made_while_the_bot_ran_is_a_database_to_start_from()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        using var copy = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        await using (var house = await House.OpenAsync(database, starter: true))
        {
            var path = Path.Combine(copy.Folder, "kznewsbot.db");
            await house.Database.ReadAsync((context, token) => context.Database.ExecuteSqlAsync($"VACUUM INTO {path}", token), Token);
        }

        await using var restored = await House.OpenAsync(copy);
        (await restored.Database.ReadAsync((context, token) => context.Articles.CountAsync(token), Token)).ShouldBeGreaterThan(0);
        (await restored.Database.ReadAsync((context, token) => context.Database.SqlQuery<string>($"""SELECT journal_mode AS "Value" FROM pragma_journal_mode""").SingleAsync(token), Token)).ShouldBe("wal");
    }

    [Fact]
    public async Task A_file_that_nobody_can_open_is_away()
    {
        await using var context = new SqliteNewsDbContext(
            new DbContextOptionsBuilder<SqliteNewsDbContext>().UseSqlite($"Data Source={Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "none.db")};Pooling=False").Options);
        NewsDatabase.IsAway(await Should.ThrowAsync<Exception>(() => context.Settings.CountAsync(Token))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_try_at_a_file_that_another_writes_to_ends_after_five_seconds()
    {
        await using var house = await House.OpenAsync(nameof(StorageProvider.Sqlite));
        var contexts = house.Get<IDbContextFactory<NewsDbContext>>();
        await using var other = await contexts.CreateDbContextAsync(Token);
        await using var writing = await other.Database.BeginTransactionAsync(Token);
        await using var context = await contexts.CreateDbContextAsync(Token);
        var began = TimeProvider.System.GetTimestamp();

        NewsDatabase.IsAway(await Should.ThrowAsync<Exception>(() => context.Database.BeginTransactionAsync(Token))).ShouldBeTrue();

        // Without a limit of ours it is the driver's, 30 seconds.
        TimeProvider.System.GetElapsedTime(began).ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_away()
    {
        await using var context = new SqliteNewsDbContext(new DbContextOptionsBuilder<SqliteNewsDbContext>().UseSqlite("Data Source=:memory:").Options);
        await context.Database.OpenConnectionAsync(Token);
        await context.Database.MigrateAsync(Token);
        await context.Database.ExecuteSqlRawAsync("PRAGMA query_only=ON", Token);
        context.Settings.Add(new Setting { Key = "a", Value = "b" });
        NewsDatabase.IsAway(await Should.ThrowAsync<Exception>(() => context.SaveChangesAsync(Token))).ShouldBeTrue();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_statement_at_fault_says_nothing_of_the_database(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var fault = await Should.ThrowAsync<Exception>(() => house.Database.ReadAsync(
            (context, token) => context.Database.ExecuteSqlRawAsync("SELECT nothing FROM nowhere", token),
            Token));
        NewsDatabase.IsAway(fault).ShouldBeFalse();
        NewsDatabase.IsAwayOrSlow(fault).ShouldBeFalse();
        NewsDatabase.IsAwayOrSlow(new DbUpdateException("", new NpgsqlException("Exception while reading from stream", new TimeoutException()))).ShouldBeTrue();
        NewsDatabase.IsAwayOrSlow(new InvalidOperationException("our own")).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_unit_that_lost_its_race_begins_again_from_its_start(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var attempts = 0;
        var work = house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                attempts++;
                context.Settings.Add(new Setting { Key = $"again.{attempts}", Value = "kept only if committed" });
                await context.SaveChangesAsync(token);
                context.Settings.Add(new Setting { Key = attempts < 3 ? "topics.fingerprint" : "again.last", Value = "" });
            },
            Token);
        await house.Clock.RunAsync(work);
        attempts.ShouldBe(3);
        var kept = await house.Database.ReadAsync((context, token) => context.Settings.Where(setting => setting.Key.StartsWith("again.")).Select(setting => setting.Key).ToListAsync(token), Token);
        kept.ShouldBe(["again.3", "again.last"], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_unit_that_fails_leaves_nothing_behind(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var attempts = 0;
        await Should.ThrowAsync<InvalidOperationException>(() => house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                attempts++;
                context.Settings.Add(new Setting { Key = "half", Value = "" });
                await context.SaveChangesAsync(token);
                throw new InvalidOperationException("killed here");
            },
            Token));
        attempts.ShouldBe(1, "a bug is not a lost race");
        (await house.Database.ReadAsync((context, token) => context.Settings.AnyAsync(setting => setting.Key == "half", token), Token)).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_database_of_a_newer_version_is_left_alone(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using (var house = await House.OpenAsync(database))
        {
            await house.Database.WriteAsync(
                WritePriority.Background,
                (context, token) => context.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29991231235959_FromTheFuture', '99.0')""", token),
                Token);
        }

        (await Should.ThrowAsync<DatabaseTooNewException>(() => House.OpenAsync(database))).Message.ShouldContain("29991231235959_FromTheFuture");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_model_needs_no_migration_that_nobody_wrote(string provider)
    {
        var house = await houses.OpenAsync(provider);
        (await house.Database.ReadAsync((context, _) => Task.FromResult(context.Database.HasPendingModelChanges()), Token)).ShouldBeFalse();
    }

    private static Task AddOrAppendAsync(House house, string key, int place) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                if (await context.Settings.FirstOrDefaultAsync(setting => setting.Key == key, token) is { } known)
                {
                    known.Value += place;
                }
                else
                {
                    context.Settings.Add(new Setting { Key = key, Value = $"{place}" });
                }
            },
            Token);

    private sealed class OneFile(string path, params IInterceptor[] interceptors) : IDbContextFactory<NewsDbContext>
    {
        public NewsDbContext CreateDbContext() => new SqliteNewsDbContext(
            new DbContextOptionsBuilder<SqliteNewsDbContext>().UseSqlite($"Data Source={path};Pooling=False").AddInterceptors(interceptors).Options);
    }

    private sealed class OneServer(string connection) : IDbContextFactory<NewsDbContext>
    {
        public NewsDbContext CreateDbContext() => new PostgresNewsDbContext(new DbContextOptionsBuilder<PostgresNewsDbContext>().UseNpgsql(connection).Options);
    }

    /// <summary>The least time that any statement which makes something was given.</summary>
    private sealed class StatementClock : DbCommandInterceptor
    {
        public TimeSpan Shortest { get; private set; } = TimeSpan.MaxValue;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("INDEX", StringComparison.Ordinal) && TimeSpan.FromSeconds(command.CommandTimeout) is var given && given < Shortest)
            {
                Shortest = given;
            }

            return new ValueTask<InterceptionResult<int>>(result);
        }
    }
}
