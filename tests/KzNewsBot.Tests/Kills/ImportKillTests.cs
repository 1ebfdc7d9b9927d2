using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Kills;

public class ImportKillTests
{
    private const int Files = 80;

    [Fact]
    public async Task An_import_killed_midway_is_completed_by_the_next()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "incoming")).FullName;
        for (var number = 1; number <= Files; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{number:000}.md"), Article(number), TestContext.Current.CancellationToken);
        }

        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal) { ["Seeds:Starter"] = "false" };
        await using var house = await House.OpenAsync(database);
        var before = await CountAsync(house);
        foreach (var stored in new[] { 1, 30 })
        {
            await using var import = ChildProgram.Start(ChildProgram.Bot, settings, "import", folder);
            await import.UntilAsync(async () => await CountAsync(house) - before >= stored, $"{stored} files were in");
            await import.KillAsync();
        }

        var survived = await CountAsync(house) - before;
        var (exitCode, output, _) = await ChildProgram.RunAsync(ChildProgram.Bot, settings, "import", folder);

        exitCode.ShouldBe(0);
        output.TrimEnd().Split('\n')[^1].ShouldBe(string.Create(CultureInfo.InvariantCulture, $"imported {Files - survived}, updated 0, unchanged {survived}, skipped 0"));
        (await CountAsync(house) - before).ShouldBe(Files);
        (await house.Database.ReadAsync((context, token) => context.Articles.CountAsync(article => article.StoryId == null, token), TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private static Task<int> CountAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Articles.CountAsync(token), TestContext.Current.CancellationToken);

    private static string Article(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         ---
         title: Отряд № {number} вернулся с учений в Степногорье
         date: 2026-{1 + (number % 9):00}-{1 + (number % 27):00}
         lang: ru
         url: https://vestnik.example/otryad-{number}
         ---

         Отряд под номером {number} вернулся в казармы Степногорья после учений, в которых участвовали {number * 7} человек и {number * 3} машин. Командир отряда поблагодарил жителей долины Арал за помощь.

         Следующие учения с участием сил НАТО назначены на осень; место их проведения штаб назовёт позже, сказал представитель отряда {number}.
         """);
}
