using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Hosting;
using KzNewsBot.Sources;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Cli;

internal static class ExitCodes
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int BadSettings = 2;
    public const int BadDatabase = 3;
}

/// <summary>The frame around every command: expected troubles become one sentence and an exit code.</summary>
internal static class Tool
{
    /// <summary>
    /// Opens the rooms without Telegram and closes them after the work; for commands about the outlets, which need no database.
    /// No command does what the bot does at its start: that one's registry and rules count, not those of somebody's shell.
    /// </summary>
    public static Task<int> RunAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var app = BotHost.BuildTools(new BotHostOptions { Settings = QuietLog });
        try
        {
            return await work(app.Services);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("broken off; what was done is kept, and the command can be given again");
            return ExitCodes.Failed;
        }
    });

    /// <summary>For commands that look at what the bot has stored, or mend it: its database must be there.</summary>
    public static Task<int> WithDatabaseAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) => RunAsync(
        async services =>
        {
            if (Absent(await ShapeAsync(services, cancellationToken), services.GetRequiredService<IOptions<StorageOptions>>().Value) is not { } sentence)
            {
                return await work(services);
            }

            await Console.Error.WriteLineAsync(sentence);
            return ExitCodes.BadDatabase;
        },
        cancellationToken);

    /// <summary>For what comes before the bot's start on a backup: an older version's is brought up to date here, for the bot would send at once.</summary>
    public static Task<int> WithBackupAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) => RunAsync(
        async services =>
        {
            var shape = await ShapeAsync(services, cancellationToken);
            if (shape != DatabaseShape.Missing)
            {
                await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
                return await work(services);
            }

            await Console.Error.WriteLineAsync(Absent(shape, services.GetRequiredService<IOptions<StorageOptions>>().Value));
            return ExitCodes.BadDatabase;
        },
        cancellationToken);

    /// <summary>For commands that store articles, also before the bot's first start.</summary>
    public static Task<int> StoreAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) => RunAsync(
        async services =>
        {
            await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
            await services.GetRequiredService<SourceSeeder>().AddMissingAsync(cancellationToken);
            return await work(services);
        },
        cancellationToken);

    /// <summary>Whether there is a database that this version can ask.</summary>
    public static async Task<bool> HasDatabaseAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await ShapeAsync(services, cancellationToken) == DatabaseShape.Current;

    /// <summary>Whoever asks outlets keeps the pauses that they asked the bot for.</summary>
    public static async Task RestorePausesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await HasDatabaseAsync(services, cancellationToken))
        {
            await services.GetRequiredService<FeedPoller>().RestorePausesAsync(cancellationToken);
        }
    }

    private static Task<DatabaseShape> ShapeAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<DatabaseMigrator>().LookAsync(cancellationToken);

    private static string? Absent(DatabaseShape shape, StorageOptions storage) => (shape, storage.SqliteFile) switch
    {
        (DatabaseShape.Missing, { } file) => $"There is no database at {file}; name the bot's own folder in Storage:Folder, or start the bot: its first start makes one.",
        (DatabaseShape.Missing, null) => "The database of Storage:ConnectionString holds nothing of the bot; its first start makes the tables.",
        (DatabaseShape.Older, _) => "The database is of an older version; start the bot, which brings it up to date.",
        _ => null,
    };

    private static readonly Dictionary<string, string?> QuietLog = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Default"] = "Warning",

        // The command says so itself.
        [$"Logging:LogLevel:{typeof(DatabaseStanding).FullName}"] = "None",
    };

    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Fine;
        }
        catch (Exception e) when (Trouble.Of(e) is { } trouble)
        {
            foreach (var sentence in trouble.Sentences)
            {
                await Console.Error.WriteLineAsync(sentence);
            }

            return trouble.ExitCode;
        }
    }
}
