using Microsoft.Extensions.Options;

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

    /// <summary>Database, inbox and backups; relative to the working folder.</summary>
    public string Folder { get; set; } = "data";

    public string DatabaseFile => Path.Combine(Path.GetFullPath(Folder), "kznewsbot.db");

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

        return FolderFault(options.Folder) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }

    private static string? FolderFault(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            return "Storage:Folder is empty; it must name a folder the bot may write to.";
        }

        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"Storage:Folder is \"{folder}\", which can't be written to; it must name a folder the bot may write to.";
        }
    }
}
