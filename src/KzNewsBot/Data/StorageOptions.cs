using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KzNewsBot.Data;

internal enum StorageProvider
{
    Sqlite,
    Postgres,
}

internal sealed class StorageOptions
{
    public const string Section = "Storage";

    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Empty with SQLite: the file stands in <see cref="Folder"/>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Database, inbox, own-sources.json and own-topics.json; relative to the working folder.</summary>
    public string Folder { get; set; } = "data";

    public string DatabaseFile => Path.Combine(Path.GetFullPath(Folder), "kznewsbot.db");

    /// <summary>Where SQLite's database is; null with PostgreSQL, and for an address that is no path.</summary>
    public string? SqliteFile => Provider != StorageProvider.Sqlite ? null
        : ConnectionString.Length == 0 ? DatabaseFile
        : new SqliteConnectionStringBuilder(ConnectionString).DataSource is var source && !source.StartsWith("file:", StringComparison.Ordinal) ? Path.GetFullPath(source)
        : null;

    public string InboxFolder => Path.Combine(Path.GetFullPath(Folder), "inbox");
}

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (options.Provider == StorageProvider.Postgres && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Fail(
                "Storage:ConnectionString is empty; with Storage:Provider=Postgres it must look like \"Host=localhost;Database=kznewsbot;Username=…\".");
        }

        if (!IsConnectionString(options))
        {
            // Not the value: it may hold a password.
            return ValidateOptionsResult.Fail(options.Provider == StorageProvider.Postgres
                ? "Storage:ConnectionString can't be read; with Storage:Provider=Postgres it must look like \"Host=localhost;Database=kznewsbot;Username=…\"."
                : "Storage:ConnectionString can't be read; with Storage:Provider=Sqlite it must be empty or look like \"Data Source=/path/news.db\".");
        }

        return FolderFault(options.Folder) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }

    private static bool IsConnectionString(StorageOptions options)
    {
        try
        {
            return options.Provider == StorageProvider.Postgres
                ? new NpgsqlConnectionStringBuilder(options.ConnectionString).Host is { Length: > 0 }
                : options.ConnectionString.Length == 0 || new SqliteConnectionStringBuilder(options.ConnectionString).DataSource.Length > 0;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static string? FolderFault(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            return "Storage:Folder is empty; it must name a folder the bot may write to.";
        }

        try
        {
            var probe = Path.Combine(NearestOf(folder), $".write-probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"Storage:Folder is \"{folder}\", which can't be written to; it must name a folder the bot may write to.";
        }
    }

    /// <summary>The folder, or where it would be made: a look at the settings makes none.</summary>
    private static string NearestOf(string folder)
    {
        var nearest = Path.GetFullPath(folder);
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
        {
            nearest = parent;
        }

        return nearest;
    }
}
