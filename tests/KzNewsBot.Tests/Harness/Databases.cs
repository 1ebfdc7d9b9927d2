using KzNewsBot.Data;

namespace KzNewsBot.Tests.Harness;

/// <summary>Runs a data test once for each database: <c>[Theory, ClassData(typeof(EachDatabase))]</c>.</summary>
public sealed class EachDatabase : TheoryData<string>
{
    public EachDatabase()
    {
        Add(nameof(StorageProvider.Sqlite));
        Add(nameof(StorageProvider.Postgres));
    }
}

/// <summary>A new, empty database in a folder of its own; both are gone after the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string? _postgres;

    private TestDatabase(StorageProvider provider, string? postgres)
    {
        Provider = provider;
        _postgres = postgres;
        Folder = Directory.CreateTempSubdirectory("kznewsbot-test-").FullName;
    }

    public StorageProvider Provider { get; }

    public string Folder { get; }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Storage:Provider"] = Provider.ToString(),
        ["Storage:ConnectionString"] = _postgres ?? "",
        ["Storage:Folder"] = Folder,
    };

    /// <summary>Skips the test, and says why, where there is no PostgreSQL; in CI there must be one.</summary>
    public static TestDatabase Create(string provider)
    {
        if (provider == nameof(StorageProvider.Sqlite))
        {
            return new TestDatabase(StorageProvider.Sqlite, null);
        }

        if (PostgresServer.Instance is not { } server)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "PostgreSQL is not installed (Debian: apt-get install postgresql).");
            throw new InvalidOperationException("CI has no PostgreSQL: .ci/run installs it.");
        }

        return new TestDatabase(StorageProvider.Postgres, server.CreateDatabase());
    }

    /// <summary>A copy of a database that nobody uses at the moment.</summary>
    public TestDatabase Copy()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var copy = new TestDatabase(Provider, _postgres is null ? null : PostgresServer.Instance?.CreateDatabase(_postgres));
        foreach (var file in Directory.GetFiles(Folder))
        {
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_postgres is not null)
        {
            PostgresServer.Instance?.DropDatabase(_postgres);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
