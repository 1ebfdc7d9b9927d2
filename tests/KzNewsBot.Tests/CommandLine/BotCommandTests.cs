using System.Net;
using System.Net.Sockets;
using KzNewsBot.Cli;
using KzNewsBot.Data;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace KzNewsBot.Tests.CommandLine;

public class BotCommandTests
{
    private static readonly Dictionary<string, string?> NoSettings = new(StringComparer.Ordinal);

    private const string SecretHalf = "AAH-Zq7wK_very-secret-half-of-a-token-9";

    [Fact]
    public async Task Without_a_token_one_sentence_leads_to_the_playground()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));

        var (exitCode, _, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings);

        exitCode.ShouldBe(2);
        errors.TrimEnd().Split('\n').Length.ShouldBe(1);
        errors.ShouldContain("KzNewsBot.Playground");
    }

    [Theory]
    [InlineData("Subscriptions:DefaultTimeZone=Mars/Olympus", "Digests:TickCron=every now and then", "Storage:Folder=/dev/null/kznewsbot")]
    [InlineData("Telegram:Token=424242:with a space " + SecretHalf)]
    [InlineData("Roles=answer,sing")]
    public async Task Every_wrong_setting_is_named_and_the_token_is_not(params string[] wrong)
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal) { ["Telegram:Token"] = $"424242:{SecretHalf}", ["Http:Url"] = "http://127.0.0.1:0" };
        foreach (var pair in wrong.Select(setting => setting.Split('=')))
        {
            settings[pair[0]] = pair[1];
        }

        var (exitCode, output, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, settings);

        exitCode.ShouldBe(2, errors);
        errors.TrimEnd().Split('\n').Length.ShouldBe(wrong.Length, errors);
        wrong.ShouldAllBe(setting => errors.Contains(setting.Split('=')[0], StringComparison.Ordinal));
        (output + errors).ShouldNotContain(SecretHalf);
    }

    [Fact]
    public async Task A_level_that_no_log_has_is_named()
    {
        var (exitCode, _, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Foo" });

        exitCode.ShouldBe(2);
        errors.TrimEnd().ShouldBe("Logging:LogLevel holds \"Foo\"; each level must be one of Trace, Debug, Information, Warning, Error, Critical, None.");
    }

    [Fact]
    public async Task A_start_that_fails_ends_soon_and_with_one_sentence()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal)
        {
            ["Telegram:Token"] = $"424242:{SecretHalf}",
            ["Telegram:ApiBaseUrl"] = "http://127.0.0.1:9",
            ["Collection:Enabled"] = "false",
            ["Http:Url"] = $"http://{taken.LocalEndpoint}",

            // What a part that waits for the end of the start would wait at its stop: longer than the test does.
            ["Delivery:TimeoutSeconds"] = "120",
        };

        var (exitCode, output, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, settings);

        exitCode.ShouldBe(1);
        errors.TrimEnd().ShouldStartWith("The address of Http:Url is in use by another program");
        errors.TrimEnd().Split('\n').Length.ShouldBe(1, errors);
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_in_one_sentence()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Telegram:Token"] = $"424242:{SecretHalf}",
            ["Storage:Folder"] = database.Folder,
            ["Storage:Provider"] = "Postgres",
            ["Storage:ConnectionString"] = "Host=127.0.0.1;Port=9;Database=kznewsbot;Username=nobody",
            ["Http:Url"] = "http://127.0.0.1:0",
        };

        var (exitCode, output, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, settings);

        exitCode.ShouldBe(3);
        errors.TrimEnd().ShouldBe("PostgreSQL can't be reached; check Storage:ConnectionString and that the server runs.");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Config_check_tells_that_all_is_well_and_no_secret()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal) { ["Telegram:Token"] = $"424242:{SecretHalf}" };

        var (exitCode, output, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, settings, "config", "check");

        exitCode.ShouldBe(0);
        output.ShouldContain("every setting is valid");
        (output + errors).ShouldNotContain(SecretHalf);
    }

    [Theory]
    [InlineData("why", "краткое", "The topic \"meadow\" has the command \"why\", which the bot uses itself")]
    [InlineData("today", "краткое", "The topic \"meadow\" has the command \"today\", which the bot uses itself")]
    [InlineData("meadow", null, "The topic \"meadow\" has a long name of 257 characters (ru)")]
    [InlineData("Мeadow", "краткое", "own-topics.json, $.topics[0].command: expected")]
    public async Task A_topic_that_would_break_the_command_menu_stops_check_and_start(string command, string? longName, string fault)
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        await File.WriteAllTextAsync(
            Path.Combine(database.Folder, "own-topics.json"),
            $$$"""{"topics":[{"id":"meadow","command":"{{{command}}}","order":1,"names":{"ru":"Луг","kk":"Шалғын","en":"Meadow"},"longNames":{"ru":"{{{longName ?? new string('л', 257)}}}","kk":"Шалғын т","en":"Meadow l"},"aliases":[],"terms":{"ru":["луг"]}}]}""",
            TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal) { ["Telegram:Token"] = $"424242:{SecretHalf}" };

        foreach (var arguments in new[] { new[] { "config", "check" }, [] })
        {
            var (exitCode, _, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, settings, arguments);
            exitCode.ShouldBe(2, errors);
            errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(fault);
        }
    }

    [Fact]
    public async Task Config_check_tells_all_that_a_start_would_stop_at_or_pass_over()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "own-sources.json"), """{"off":["nobody"]}""", TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal) { ["Digests:MaxStorys"] = "8", ["Digests:QuotesPerStory"] = "9" };

        var (exitCode, output, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, settings, "config", "check");

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.TrimEnd().Split('\n').ShouldSatisfyAllConditions(
            lines => lines.Length.ShouldBe(4, errors),
            lines => lines.ShouldContain(line => line == "Digests:QuotesPerStory is 9; it must be from 1 to 4."),
            lines => lines.ShouldContain(line => line.StartsWith("There is no bot token: ", StringComparison.Ordinal)),
            lines => lines.ShouldContain(line => line.StartsWith("own-sources.json: \"on\" or \"off\" names \"nobody\"", StringComparison.Ordinal)),
            lines => lines.ShouldContain(line => line == "Digests:MaxStorys is no setting; did you mean Digests:MaxStories?"));
    }

    [Fact]
    public async Task Config_check_goes_on_behind_a_value_that_cannot_be_read()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal)
        {
            ["Telegram:Token"] = $"424242:{SecretHalf}",
            ["Telegram:Mode"] = "Carrier pigeon",
            ["Roles"] = "sing",
            ["Digests:MaxStories"] = "many",
            ["Digests:QuotesPerStory"] = "9",
            ["Delivery:InFlight"] = "0",
            ["Delivery:MessagesPerSecond"] = "fast",
            ["Operator:Chats:0"] = "me",
            ["Logging:LogLevel:Default"] = "Loud",
            ["Subscriptions:DefaultTimeZone"] = "Mars",
        };

        var (exitCode, output, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, settings, "config", "check");

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        foreach (var beginning in new[] { "Telegram:Mode is ", "Roles names ", "Digests:MaxStories is ", "Digests:QuotesPerStory is ", "Delivery:InFlight is 0", "Delivery:MessagesPerSecond is \"fast\"", "Operator:Chats has 1 items", "Logging:LogLevel holds ", "Subscriptions:DefaultTimeZone is " })
        {
            errors.Split('\n').Where(line => line.StartsWith(beginning, StringComparison.Ordinal)).ShouldHaveSingleItem(errors);
        }

        errors.ShouldNotContain("System.");
    }

    [Theory]
    [InlineData("\"https://example.org:99999/x\" has no port that there is; leave it out, or name one from 1 to 65535.", "fetch", "https://example.org:99999/x")]
    [InlineData("\"example.org:abc\" has no port that there is", "fetch", "example.org:abc")]
    [InlineData("\"nonsense:99999\" is no address; expected one such as", "fetch", "nonsense:99999")]
    [InlineData("the bot asks ports 80 and 443 alone, and those of Fetching:ExtraPorts", "fetch", "https://example.org:8080/x")]
    [InlineData("\"abc\" is no number; expected digits such as 12.", "stories", "show", "abc")]
    [InlineData("\"x\" is no number; expected digits such as 12.", "stories", "split", "1", "2", "x")]
    [InlineData("\"-5\" is no number; expected digits such as 12.", "stories", "merge", "1", "-5")]
    public async Task What_was_typed_wrong_is_told_in_the_operators_words(string told, params string[] typed)
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));

        var (exitCode, output, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, typed);

        exitCode.ShouldBeInRange(1, 2);
        (output + errors).ShouldContain(told);
        (output + errors).ShouldNotContain("System.");
    }

    [Fact]
    public async Task Files_are_imported_once_and_counted_on_the_last_line()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "incoming")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), Dump, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "b.md"), Markdown, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "c.txt"), "", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, "d.pdf"), [1, 2, 3], TestContext.Current.CancellationToken);

        var first = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "import", folder);
        var second = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "import", folder);

        first.ExitCode.ShouldBe(0);
        LastLine(first.Output).ShouldBe("imported 2, updated 0, unchanged 0, skipped 2");
        LastLine(second.Output).ShouldBe("imported 0, updated 0, unchanged 2, skipped 2");
    }

    [Fact]
    public async Task What_an_outlet_changed_is_shown_word_by_word()
    {
        const string address = "https://www.akorda.kz/en/an-article";
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        var file = Path.Combine(database.Folder, "a.md");
        const string ahead = "https://www.akorda.kz/en/an-article-of-2099";
        await File.WriteAllTextAsync(
            file,
            $"---\ntitle: A week of talks has begun\ndate: 2099-01-01\noutlet: Akorda\nurl: {ahead}\nlang: en\n---\n\nDelegations of four countries are taking part in the talks, the press service of the palace said.\n",
            TestContext.Current.CancellationToken);
        (await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "import", file)).ExitCode.ShouldBe(0);
        (await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "article", ahead)).Output.ShouldContain("published:   2099-01-01, in the future when it was first seen (from FrontMatter; sure to ");

        foreach (var soldiers in new[] { "480", "520" })
        {
            await File.WriteAllTextAsync(
                file,
                $"---\ntitle: A week of exercises has begun\ndate: 2026-11-20\noutlet: Akorda\nurl: {address}\nlang: en\n---\n\nAbout {soldiers} soldiers of four countries are taking part in the exercises, the joint staff of the allies said.\n",
                TestContext.Current.CancellationToken);
            (await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "import", file)).ExitCode.ShouldBe(0);
        }

        var shown = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "article", address);
        shown.ExitCode.ShouldBe(0, shown.Errors);
        shown.Output.ShouldContain("published:   2026-11-20 (from FrontMatter; sure to 1.00)");
        shown.Output.ShouldContain("About [-480 -]{+520 +}soldiers");
        (await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "article", "https://nowhere.example/")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Stories_are_shown_made_one_and_parted()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        var one = await RunAsync("show", "1");
        var before = Numbers(one.Output);
        before.ShouldNotBeEmpty(one.Errors);
        one.Output.ShouldStartWith("story 1: ");
        one.Output.ShouldContain("  not given             starter  ");

        var merged = await RunAsync("merge", "1", "2");
        merged.ExitCode.ShouldBe(0, merged.Errors);
        Numbers(merged.Output).Length.ShouldBeGreaterThan(before.Length);
        (await RunAsync("show", "2")).ShouldSatisfyAllConditions(
            shown => shown.ExitCode.ShouldBe(0, shown.Errors),
            shown => shown.Output.ShouldStartWith("story 1: ", customMessage: "its number was sent to readers"));
        (await RunAsync("show", "987654")).ShouldSatisfyAllConditions(
            shown => shown.ExitCode.ShouldBe(1),
            shown => shown.Errors.ShouldContain("There is no story 987654."));
        (await RunAsync("merge", "1", "1")).ExitCode.ShouldBe(2);
        (await RunAsync("merge", "1", "2x")).ExitCode.ShouldBe(2);

        var parted = await RunAsync(["split", "1", .. before]);
        parted.ExitCode.ShouldBe(0, parted.Errors);
        Numbers(parted.Output).ShouldBe(before, ignoreOrder: true);
        (await RunAsync("split", "1", "987654")).Errors.ShouldContain("Article 987654 is not in that story");

        Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, ["stories", .. arguments]);
        static string[] Numbers(string output) => [.. output.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.TrimStart().Split(' ')[0])];
    }

    [Fact]
    public void A_storys_times_say_that_they_are_UTC() =>
        StoriesCommands.When(new Published(new DateOnly(2026, 11, 20), new DateTimeOffset(2026, 11, 20, 1, 30, 0, TimeSpan.FromHours(5)))).ShouldBe("2026-11-19 20:30 UTC");

    [Fact]
    public async Task The_archive_is_asked_printed_and_counted()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));

        var asked = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "ask", "/nato", "--lang", "kk");
        asked.ExitCode.ShouldBe(0, asked.Errors);
        asked.Output.ShouldStartWith("НАТО");
        asked.Output.ShouldContain("│ ");

        var digest = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "digest", "--date", "2025-08-21", "--topics", "nato", "--lang", "en");
        digest.ExitCode.ShouldBe(0, digest.Errors);
        digest.Output.ShouldStartWith("Digest · 21 August 2025");
        digest.Output.ShouldContain("│ ");

        var status = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "db", "status");
        status.ExitCode.ShouldBe(0, status.Errors);
        status.Output.ShouldContain("articles: 24\n");
        status.Output.ShouldContain("subscribers: 0\n");

        var restored = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, "db", "restored");
        restored.ExitCode.ShouldBe(0, restored.Errors);
        restored.Output.ShouldBe("deliveries counted as unknown and not sent again: 0\nsubscribers whose next digest is that of their next hour: 0\nupdates closed unanswered: 0\n");
    }

    [Fact]
    public async Task A_command_leaves_the_queue_of_a_bot_with_another_registry_alone()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        var seeds = Directory.CreateDirectory(Path.Combine(database.Folder, "seeds")).FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "seeds", "topics.json"), Path.Combine(seeds, "topics.json"));
        await File.WriteAllTextAsync(Path.Combine(seeds, "sources.json"), """{"sources":[]}""", TestContext.Current.CancellationToken);
        var file = Path.Combine(database.Folder, "a.md");
        await File.WriteAllTextAsync(file, Markdown, TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal) { ["Seeds:Folder"] = seeds };
        await using var house = await House.OpenAsync(database);
        var before = await QueueAsync(house);
        before.Count.ShouldBeGreaterThan(100);

        foreach (var command in new string[][] { ["db", "status"], ["sources"], ["import", file] })
        {
            (await ChildProgram.RunAsync(ChildProgram.Bot, settings, command)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(0, run.Errors));
            (await QueueAsync(house)).ShouldBe(before, string.Join(' ', command));
        }

        static Task<List<string>> QueueAsync(House house) => house.Database.ReadAsync(
            async (context, token) => (await context.RoadStates.OrderBy(state => state.SourceId).ThenBy(state => state.Key).ToListAsync(token))
                .Select(state => $"{state.SourceId} {state.Key} {state.NextDueAt:O}")
                .Concat(await context.Sources.OrderBy(source => source.Id).Select(source => $"{source.Id} {source.Listed}").ToListAsync(token)).ToList(),
            TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(3, "There is no database at ", "db", "status")]
    [InlineData(3, "There is no database at ", "db", "restored")]
    [InlineData(3, "There is no database at ", "ask", "/nato")]
    [InlineData(3, "There is no database at ", "sources", "pause", "tass")]
    [InlineData(0, "", "sources")]
    public async Task Where_there_is_no_database_a_command_makes_none(int exitCode, string sentence, params string[] command)
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var folder = Path.Combine(database.Folder, "nothing");

        var run = await ChildProgram.RunAsync(ChildProgram.Bot, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:Folder"] = folder }, command);

        run.ExitCode.ShouldBe(exitCode, run.Errors);
        run.Errors.ShouldStartWith(sentence);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_comes_before_the_first_start()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var folder = Path.Combine(database.Folder, "new");
        var file = Path.Combine(database.Folder, "a.md");
        await File.WriteAllTextAsync(file, Markdown.Replace("lang: ru", "lang: ru\nsource: tass", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:Folder"] = folder };

        var imported = await ChildProgram.RunAsync(ChildProgram.Bot, settings, "import", file);

        imported.ExitCode.ShouldBe(0, imported.Errors);
        LastLine(imported.Output).ShouldBe("imported 1, updated 0, unchanged 0, skipped 0");
        (await ChildProgram.RunAsync(ChildProgram.Bot, settings, "ask", "/odkb")).Output.ShouldContain("Степногорье и ОДКБ");
    }

    [Theory]
    [InlineData("--date is \"yesterday\"", "digest", "--date", "yesterday")]
    [InlineData("--source \"nobody\"", "import", "/tmp", "--source", "nobody")]
    [InlineData("changes a chat's settings", "ask", "/subscribe nato")]
    public async Task A_wrong_argument_is_named(string sentence, params string[] arguments)
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));

        var (exitCode, _, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, database.Settings, arguments);

        exitCode.ShouldBe(2);
        errors.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("import")]
    [InlineData("ask", "/nato", "--lang", "de")]
    [InlineData("config")]
    public async Task A_command_that_is_none_is_a_wrong_command(params string[] arguments) => (await ChildProgram.RunAsync(ChildProgram.Bot, NoSettings, arguments)).ExitCode.ShouldBe(2);

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        var (exitCode, _, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, NoSettings, "sources", "export-opml", "/nodir/x.opml");

        exitCode.ShouldBe(1);
        errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("'/nodir/x.opml'");
    }

    [Theory]
    [InlineData("topics.json", ", $: expected JSON (line 2, byte 0)")]
    [InlineData("sources.json", " is not valid JSON (line 2)")]
    public async Task A_seed_file_that_cannot_be_read_is_named_with_its_folder(string broken, string fault)
    {
        var seeds = Directory.CreateTempSubdirectory("kznewsbot-seeds-");
        foreach (var file in (string[])["topics.json", "sources.json"])
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "seeds", file), Path.Combine(seeds.FullName, file));
        }

        await File.WriteAllTextAsync(Path.Combine(seeds.FullName, broken), "{\n", TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Seeds:Folder"] = seeds.FullName,
            ["Storage:Folder"] = Path.Combine(seeds.FullName, "data"),
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Telegram:Token"] = $"424242:{SecretHalf}",
        };

        foreach (var command in new string[][] { ["config", "check"], [] })
        {
            var (exitCode, _, errors) = await ChildProgram.RunAsync(ChildProgram.Bot, settings, command);

            exitCode.ShouldBe(2, errors);
            errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith(Path.Combine(seeds.FullName, broken) + fault);
        }

        seeds.Delete(recursive: true);
    }

    [Fact]
    public void A_settings_file_that_cannot_be_read_is_named_with_the_line()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "{\n  \"Telegram\": {\n    \"Token\": }\n}\n");
        var fault = Should.Throw<InvalidDataException>(() => new ConfigurationBuilder().AddJsonFile(file).Build());

        var trouble = Trouble.Of(fault).ShouldNotBeNull();

        trouble.ExitCode.ShouldBe(2);
        trouble.Sentences.ShouldHaveSingleItem().ShouldBe($"Failed to load configuration from file '{file}': line 3 is no valid JSON.");
        File.Delete(file);
    }

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1];

    private const string Markdown = """
        ---
        title: Степногорье и ОДКБ провели совещание о связи
        date: 2026-02-03
        lang: ru
        url: https://vestnik.example/svyaz
        ---

        Связисты Степногорья и секретариат ОДКБ провели совещание о связи в горах, сообщил вестник области.

        Участники договорились о новых позывных и о совместном учении в долине Арал, которое пройдёт летом.
        """;

    private const string Dump = """
        Главная
        Политика
        Экономика
        Погода в Степногорье +4
        Штаб Степногорья назвал день учений с НАТО в долине Арал
        14 марта 2026, 10:20
        Учения с участием офицеров НАТО начнутся в долине Арал 2 апреля и продлятся шесть дней, сообщил штаб Степногорья.
        В них примут участие сапёры, врачи и связисты; тяжёлая техника останется в казармах.
        "Мы готовимся к трудной работе и никого не торопим", - сказал начальник штаба на встрече с журналистами.
        Поделиться
        Читайте также
        В области подвели итоги зимы
        """;
}
