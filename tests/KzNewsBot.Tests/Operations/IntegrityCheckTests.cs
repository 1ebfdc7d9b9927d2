using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Operations;
using KzNewsBot.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Operations;

public class IntegrityCheckTests
{
    private static readonly Dictionary<string, string?> Told = new(StringComparer.Ordinal) { ["Operator:Chats:0"] = "777" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_whole_database_is_nothing_to_tell(string provider)
    {
        using var database = await StockedDatabase.CopyAsync(provider);
        await using var house = await House.OpenAsync(database, settings: Told);
        (await house.Get<IntegrityCheck>().RunAsync(Token)).ShouldBe(0);
        (await AlertsAsync(house)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_file_is_told_once_a_week()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        Damage(database);
        await using var house = await House.OpenAsync(database, settings: Told);

        (await house.Get<IntegrityCheck>().RunAsync(Token)).ShouldBe(1);
        (await house.Get<IntegrityCheck>().RunAsync(Token)).ShouldBe(0, "it is looked at once a week");
        (await AlertsAsync(house)).ShouldHaveSingleItem().ShouldContain("Файл базы данных повреждён");
        house.Clock.Advance(TimeSpan.FromDays(7));
        (await house.Get<IntegrityCheck>().RunAsync(Token)).ShouldBe(1);
        (await AlertsAsync(house)).Count.ShouldBe(2);
    }

    /// <summary>A column that may be empty and is, and of which the file says that it may not.</summary>
    private static void Damage(TestDatabase database)
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(database.Folder, "kznewsbot.db")}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                PRAGMA writable_schema=ON;
                UPDATE sqlite_schema SET sql = replace(sql, '"RetiredAt" INTEGER NULL', '"RetiredAt" INTEGER NOT NULL') WHERE name = 'RoadStates';
                SELECT changes();
                """;
            command.ExecuteScalar().ShouldBe(1L);
        }

        SqliteConnection.ClearAllPools();
    }

    private static async Task<List<string>> AlertsAsync(House house)
    {
        var editions = await house.Database.ReadAsync(
            (context, token) => (from row in context.Deliveries join edition in context.Editions on row.EditionId equals edition.Id where row.Notice orderby row.Id select edition.Messages).ToListAsync(token),
            Token);
        return editions.ConvertAll(json => string.Concat(EditionJson.Read(json).Select(message => message.Text.Text)));
    }
}
