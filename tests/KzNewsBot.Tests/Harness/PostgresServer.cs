using System.Diagnostics;
using Npgsql;

namespace KzNewsBot.Tests.Harness;

/// <summary>
/// A PostgreSQL server of the test run's own: a fresh cluster on loopback, stopped and deleted with the process. It
/// refuses to run as root, so under root its programs run as the system's "postgres" user.
/// </summary>
internal sealed class PostgresServer
{
    private static readonly Lazy<PostgresServer?> Running = new(Start);

    private readonly string _folder;
    private readonly int _port;
    private int _databases;

    private PostgresServer(string folder, int port)
    {
        _folder = folder;
        _port = port;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    /// <summary>Null when the machine has no PostgreSQL programs.</summary>
    public static PostgresServer? Instance => Running.Value;

    /// <summary>A connection string to a new database: empty, or a copy of another one.</summary>
    public string CreateDatabase(string? template = null)
    {
        var source = template is null ? "template1" : new NpgsqlConnectionStringBuilder(template).Database;
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {source}";
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    public void DropDatabase(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        NpgsqlConnection.ClearAllPools();
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE {name} WITH (FORCE)";
        command.ExecuteNonQuery();
    }

    private static PostgresServer? Start()
    {
        var binaries = FindBinaries();
        if (binaries is null)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("kznewsbot-postgres-").FullName;
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder);
        }

        RunAsServerUser(Path.Combine(binaries, "initdb"), "-D", folder, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        return new PostgresServer(folder, Serve(binaries, folder));
    }

    /// <summary>The port it got.</summary>
    private static int Serve(string binaries, string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Find();
            try
            {
                RunAsServerUser(
                    Path.Combine(binaries, "pg_ctl"), "-D", folder, "-w", "-l", Path.Combine(folder, "log"),
                    "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200", "start");
                return port;
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
                // Somebody may have taken the port meanwhile.
            }
        }
    }

    private void Stop()
    {
        RunAsServerUser(Path.Combine(FindBinaries() ?? "", "pg_ctl"), "-D", _folder, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=20;Include Error Detail=true";

    private static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    private static void RunAsServerUser(string program, params string[] arguments)
    {
        if (Environment.UserName == "root")
        {
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // Not redirected: the server inherits the pipes, and whoever reads them to the end would wait for it forever.
        var start = new ProcessStartInfo("sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
