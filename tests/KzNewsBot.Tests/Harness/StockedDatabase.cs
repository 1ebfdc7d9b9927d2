using System.Collections.Concurrent;

namespace KzNewsBot.Tests.Harness;

/// <summary>
/// A database as it stands after a first start with the starter archive: made once in a test run and then copied, which
/// takes milliseconds where migrating and importing take seconds.
/// </summary>
internal static class StockedDatabase
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<TestDatabase>>> Stocked = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);

    public static async Task<TestDatabase> CopyAsync(string provider)
    {
        var original = await Stocked.GetOrAdd(provider, _ => new Lazy<Task<TestDatabase>>(() => StockAsync(provider))).Value;
        await OneCopyAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return original.Copy();
        }
        finally
        {
            OneCopyAtATime.Release();
        }
    }

    private static async Task<TestDatabase> StockAsync(string provider)
    {
        var database = TestDatabase.Create(provider);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(database.Folder, recursive: true);
        await using (await House.OpenAsync(database, starter: true))
        {
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        return database;
    }
}
