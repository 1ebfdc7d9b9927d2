using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Operations;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Operations;

public class PauseRetentionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Pauses_that_are_over_go_and_those_that_run_stay(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await HostPauseRow.RememberAsync(context, "over.example", now.AddMinutes(-1), token);
                await HostPauseRow.RememberAsync(context, "running.example", now.AddMinutes(1), token);
            },
            Token);

        (await house.Get<PauseRetention>().RunAsync(Token)).ShouldBe(1);
        (await house.Database.ReadAsync((context, token) => context.HostPauses.Select(pause => pause.Host).ToListAsync(token), Token)).ShouldBe(["running.example"]);
    }
}
