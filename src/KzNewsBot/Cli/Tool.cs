using KzNewsBot.Data;
using KzNewsBot.Hosting;
using Microsoft.EntityFrameworkCore;
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
        try
        {
            await app.Services.GetRequiredService<Startup>().StartAsync(cancellationToken);
            return await work(app.Services);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("broken off; what was done is kept, and the command can be given again");
            return ExitCodes.Failed;
        }
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
        catch (InvalidOperationException e) when (BadValue.Explain(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
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
        catch (Exception e) when (e is System.Net.Sockets.SocketException or IOException { InnerException: System.Net.Sockets.SocketException })
        {
            await Console.Error.WriteLineAsync($"The bot can't listen at Http:Url ({e.Message}); choose an address of this machine and a port this user may open.");
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Fine;
        }
    }

    /// <summary>One options class at fault comes alone, several come as an aggregate.</summary>
    private static List<string> SettingFaults(Exception exception) => exception switch
    {
        OptionsValidationException validation => [.. validation.Failures],
        AggregateException aggregate when aggregate.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            [.. aggregate.InnerExceptions.SelectMany(SettingFaults)],
        _ => [],
    };

    private static string? Unreachable(Exception exception) => exception switch
    {
        DbUpdateException or InvalidOperationException when exception.InnerException is { } inner => Unreachable(inner),
        Npgsql.PostgresException postgres => $"PostgreSQL refuses the connection of Storage:ConnectionString: {postgres.MessageText}.",
        Npgsql.NpgsqlException => "PostgreSQL can't be reached; check Storage:ConnectionString and that the server runs.",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 11 or 26 } => "The database file is damaged; restore the newest backup (Storage:Folder).",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 8 or 14 } => "The database file can't be opened for writing; check the rights of Storage:Folder.",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 13 } => "The disk of Storage:Folder is full.",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 } => "The database is in use by another program for too long; try again.",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 10 } => "The database file can't be read or written; check the disk of Storage:Folder.",
        _ => null,
    };
}
