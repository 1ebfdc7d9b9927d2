using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using KzNewsBot.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace KzNewsBot.Tests.Harness;

/// <param name="BesideWrite">Sent while a transaction of the same database was open.</param>
internal sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters, bool BesideWrite);

/// <summary>What a database is sent while this listens, told by Entity Framework itself.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly EventId[] Heard =
        [RelationalEventId.CommandExecuting, RelationalEventId.TransactionStarting, RelationalEventId.TransactionStarted, RelationalEventId.TransactionDisposed];

    private readonly TestDatabase _database;
    private readonly ConcurrentQueue<Statement> _sent = [];
    private readonly ConcurrentQueue<IDisposable> _subscriptions = [];
    private int _transactions;

    private Statements(TestDatabase database) => _database = database;

    public IReadOnlyList<Statement> Sent => [.. _sent];

    /// <summary>Called once, before the next transaction begins.</summary>
    public Action? BeforeTransaction { get; set; }

    /// <summary>Called once, before the next statement that is given such a value.</summary>
    public (string Value, Action Act)? BeforeValue { get; set; }

    public static Statements Of(TestDatabase database)
    {
        var statements = new Statements(database);
        statements._subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(statements));
        return statements;
    }

    /// <summary>How SQLite would go about each query that was sent.</summary>
    public async Task<IReadOnlyList<(string Query, string Plan)>> PlansAsync(House house, CancellationToken cancellationToken)
    {
        var plans = new List<(string Query, string Plan)>();
        foreach (var query in Sent.Where(statement => statement.Text.StartsWith("SELECT", StringComparison.Ordinal)).DistinctBy(statement => statement.Text, StringComparer.Ordinal))
        {
            plans.Add((query.Text, await house.Database.ReadAsync((context, token) => PlanAsync(context, query, token), cancellationToken)));
        }

        return plans;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Enqueue(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Of other events the context may be gone already.
        if (Array.Exists(Heard, id => id.Name == value.Key) && value.Value is DbContextEventData { Context: { } context } && IsOurs(context.Database.GetConnectionString() ?? ""))
        {
            Note(value.Key, value.Value);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private void Note(string id, object data)
    {
        if (data is CommandEventData { Command: { } command })
        {
            var statement = new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))], Volatile.Read(ref _transactions) > 0);
            _sent.Enqueue(statement);
            if (BeforeValue is { } before && statement.Parameters.Any(parameter => Equals(parameter.Value, before.Value)))
            {
                BeforeValue = null;
                before.Act();
            }
        }
        else if (id == RelationalEventId.TransactionStarting.Name)
        {
            var before = BeforeTransaction;
            BeforeTransaction = null;
            before?.Invoke();
        }
        else
        {
            Interlocked.Add(ref _transactions, id == RelationalEventId.TransactionStarted.Name ? 1 : -1);
        }
    }

    private bool IsOurs(string connection) => _database.Provider == StorageProvider.Sqlite
        ? connection.Contains(_database.Folder, StringComparison.Ordinal)
        : connection == _database.Settings["Storage:ConnectionString"];

    private static async Task<string> PlanAsync(NewsDbContext context, Statement query, CancellationToken cancellationToken)
    {
        await using var command = (SqliteCommand)context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query.Text;
        foreach (var (name, parameter) in query.Parameters)
        {
            command.Parameters.AddWithValue(name, parameter ?? DBNull.Value);
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var steps = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            steps.Add(reader.GetString(3));
        }

        return string.Join('\n', steps);
    }
}
