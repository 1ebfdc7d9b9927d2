using KzNewsBot.Cli;
using KzNewsBot.Data;
using KzNewsBot.Hosting;
using KzNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Tests.CommandLine;

public class RunCommandTests
{
    [Fact]
    public async Task A_part_that_broke_ends_the_program_with_a_failure()
    {
        using var sound = new Part(broken: false);
        using var broken = new Part(broken: true);
        await sound.StartAsync(TestContext.Current.CancellationToken);
        await broken.StartAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<InvalidOperationException>(broken.ExecuteTask.ShouldNotBeNull());

        RunCommand.ExitCodeOf([sound, broken]).ShouldBe(1);
        RunCommand.ExitCodeOf([sound]).ShouldBe(0);
    }

    [Fact]
    public async Task No_part_begins_before_the_database_has_its_shape()
    {
        using var database = TestDatabase.Create(nameof(StorageProvider.Sqlite));
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal) { ["Telegram:Token"] = "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ" };
        await using var app = BotHost.BuildBot(new BotHostOptions { Settings = settings });

        app.Services.GetServices<IHostedService>().First().ShouldBeOfType<Startup>();
        app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ServicesStartConcurrently.ShouldBeFalse();
    }

    private sealed class Part(bool broken) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            if (broken)
            {
                throw new InvalidOperationException("It broke.");
            }
        }
    }
}
