namespace KzNewsBot.Benchmarks.Harness;

/// <summary>A temporary folder that is gone after the measurement.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kznewsbot-bench-").FullName;

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
