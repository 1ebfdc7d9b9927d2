using KzNewsBot.Data;
using KzNewsBot.Hosting;
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
    /// <summary>Opens the rooms without Telegram, seeded and up to date, and closes them after the work.</summary>
    public static Task<int> RunAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var app = BotHost.BuildTools(new BotHostOptions { Settings = QuietLog });
        await app.Services.GetRequiredService<Startup>().StartAsync(cancellationToken);
        return await work(app.Services);
    });

    private static readonly Dictionary<string, string?> QuietLog = new(StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Warning" };

    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (SettingFaults(e) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            return ExitCodes.BadSettings;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.BadSettings;
        }
        catch (DatabaseTooNewException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.BadDatabase;
        }
        catch (Exception e) when (Unreachable(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return ExitCodes.BadDatabase;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"The address of Http:Url is in use by another program ({e.InnerException.Message}); choose another port.");
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Fine;
        }
    }

    /// <summary>The host gathers the faults of several rooms in one exception.</summary>
    private static List<string> SettingFaults(Exception exception) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            [.. several.InnerExceptions.SelectMany(SettingFaults)],
        _ => [],
    };

    private static string? Unreachable(Exception exception) => exception switch
    {
        Npgsql.PostgresException postgres => $"PostgreSQL refuses the connection of Storage:ConnectionString: {postgres.MessageText}.",
        Npgsql.NpgsqlException => "PostgreSQL can't be reached; check Storage:ConnectionString and that the server runs.",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 11 or 26 } => "The database file is damaged; restore the newest backup (Storage:Folder).",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 8 or 14 } => "The database file can't be opened for writing; check the rights of Storage:Folder.",
        _ => null,
    };
}
