using System.Net.Sockets;
using System.Text.Json;
using KzNewsBot.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KzNewsBot.Cli;

/// <summary>An expected trouble, in sentences that say what to do about it.</summary>
internal sealed record Trouble(IReadOnlyList<string> Sentences, int ExitCode)
{
    /// <summary>Null for a bug.</summary>
    public static Trouble? Of(Exception exception) => exception switch
    {
        _ when SettingFaults(exception) is { Count: > 0 } faults => new Trouble(faults, ExitCodes.BadSettings),
        _ when BadValue.Of(exception) is { } bad => new Trouble([bad.Sentence], ExitCodes.BadSettings),
        InvalidDataException file when JsonFaultOf(file) is { } fault => new Trouble([$"{file.Message.TrimEnd('.')}: line {fault.LineNumber + 1} is no valid JSON."], ExitCodes.BadSettings),
        FormatException or InvalidDataException => new Trouble([exception.Message], ExitCodes.BadSettings),
        DatabaseTooNewException => new Trouble([exception.Message], ExitCodes.BadDatabase),
        _ when Unreachable(exception) is { } sentence => new Trouble([sentence], ExitCodes.BadDatabase),
        IOException { InnerException: AddressInUseException taken } =>
            new Trouble([$"The address of Http:Url is in use by another program ({taken.Message}); choose another port."], ExitCodes.Failed),
        SocketException or IOException { InnerException: SocketException } =>
            new Trouble([$"The bot can't listen at Http:Url ({exception.Message}); choose an address of this machine and a port this user may open."], ExitCodes.Failed),

        // Their messages name the path.
        IOException or UnauthorizedAccessException => new Trouble([$"A file can't be read or written: {exception.Message}"], ExitCodes.Failed),
        _ => null,
    };

    /// <summary>One options class at fault comes alone, several come as an aggregate.</summary>
    private static List<string> SettingFaults(Exception exception) => exception switch
    {
        OptionsValidationException validation => [.. validation.Failures],
        AggregateException aggregate when aggregate.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            [.. aggregate.InnerExceptions.SelectMany(SettingFaults)],
        _ => [],
    };

    private static JsonException? JsonFaultOf(Exception? exception) => exception as JsonException ?? (exception is null ? null : JsonFaultOf(exception.InnerException));

    private static string? Unreachable(Exception exception) => exception switch
    {
        DbUpdateException or InvalidOperationException when exception.InnerException is { } inner => Unreachable(inner),
        PostgresException postgres => $"PostgreSQL refuses the connection of Storage:ConnectionString: {postgres.MessageText}.",
        NpgsqlException npgsql when NewsDatabase.TookTooLong(npgsql) => "PostgreSQL does not answer in time: it is busy, perhaps being brought up to date by a bot that has just started; try again later.",
        NpgsqlException => "PostgreSQL can't be reached; check Storage:ConnectionString and that the server runs.",
        SqliteException { SqliteErrorCode: 11 or 26 } => "The database file in Storage:Folder is damaged; restore a backup of yours.",
        SqliteException { SqliteErrorCode: 8 or 14 } => "The database file can't be opened for writing; check the rights of Storage:Folder.",
        SqliteException { SqliteErrorCode: 13 } => "The disk of Storage:Folder is full.",
        SqliteException { SqliteErrorCode: 5 or 6 } => "The database is in use by another program for too long; try again.",
        SqliteException { SqliteErrorCode: 10 } => "The database file can't be read or written; check the disk of Storage:Folder.",
        _ => null,
    };
}
