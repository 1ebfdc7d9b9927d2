using KzNewsBot.Cli;
using Microsoft.Extensions.Hosting;

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
