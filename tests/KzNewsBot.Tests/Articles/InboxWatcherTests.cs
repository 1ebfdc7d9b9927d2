using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Tests.Articles;

public class InboxWatcherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_moves_to_where_it_belongs_and_a_fresh_one_waits()
    {
        await using var house = await House.OpenAsync("Sqlite");
        var storage = house.Get<IOptions<StorageOptions>>();
        var inbox = Directory.CreateDirectory(storage.Value.InboxFolder).FullName;
        var quiet = house.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1);
        Put("good.txt", $"Учения миротворцев под Капчагаем\n\n4 марта 2026\n\n{News.RussianBody}\n", quiet);
        Put("ahead.txt", $"Учения миротворцев под Алматы\n\n4 марта 2026\n\n{News.OtherRussianBody}\n", quiet.AddDays(1));
        Put("bad.txt", "", quiet);
        Put(".hidden", "", quiet);
        Put("growing.txt", News.RussianBody, house.Clock.GetUtcNow().UtcDateTime);

        using var watcher = new InboxWatcher(house.Get<FileImporter>(), storage, house.Clock, NullLogger<InboxWatcher>.Instance);
        await watcher.StartAsync(Token);
        await UntilAsync(() => File.Exists(Path.Combine(inbox, "imported", "good.txt")) && File.Exists(Path.Combine(inbox, "imported", "ahead.txt")) && File.Exists(Path.Combine(inbox, "skipped", "bad.txt")));
        Directory.GetFiles(inbox).Select(path => Path.GetFileName(path)).ShouldBe([".hidden", "growing.txt"], ignoreOrder: true);
        (await house.Database.ReadAsync((context, token) => context.Articles.CountAsync(token), Token)).ShouldBe(2);

        // More than once: the watcher may begin its wait after the clock was moved.
        await UntilAsync(() => !File.Exists(Path.Combine(inbox, "growing.txt")), () => house.Clock.Advance(TimeSpan.FromSeconds(10)));
        await watcher.StopAsync(Token);

        void Put(string name, string text, DateTime writtenAt)
        {
            File.WriteAllText(Path.Combine(inbox, name), text);
            File.SetLastWriteTimeUtc(Path.Combine(inbox, name), writtenAt);
        }
    }

    [Fact]
    public async Task A_file_that_breaks_our_own_code_is_skipped_and_those_after_it_go_in()
    {
        await using var house = await House.OpenAsync("Sqlite");
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Database.ExecuteSqlRawAsync("CREATE TRIGGER Breaks BEFORE INSERT ON Articles WHEN NEW.Title LIKE '%breaks%' BEGIN SELECT RAISE(ABORT, 'it breaks'); END", token),
            Token);
        var storage = house.Get<IOptions<StorageOptions>>();
        var inbox = Directory.CreateDirectory(storage.Value.InboxFolder).FullName;
        foreach (var (name, title) in new[] { ("1.txt", "Drill breaks off"), ("2.txt", "Учения миротворцев под Капчагаем") })
        {
            File.WriteAllText(Path.Combine(inbox, name), $"{title}\n\n4 марта 2026\n\n{News.RussianBody}\n");
            File.SetLastWriteTimeUtc(Path.Combine(inbox, name), house.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        }

        using var watcher = new InboxWatcher(house.Get<FileImporter>(), storage, house.Clock, NullLogger<InboxWatcher>.Instance);
        await watcher.StartAsync(Token);
        await UntilAsync(
            () => File.Exists(Path.Combine(inbox, "skipped", "1.txt")) && File.Exists(Path.Combine(inbox, "imported", "2.txt")), () => house.Clock.Advance(TimeSpan.FromSeconds(1)));
        await watcher.StopAsync(Token);
    }

    private static async Task UntilAsync(Func<bool> fits, Action? between = null)
    {
        for (var i = 0; i < 400 && !fits(); i++)
        {
            between?.Invoke();
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        }

        fits().ShouldBeTrue("the watcher did not get there in 20 seconds");
    }
}
