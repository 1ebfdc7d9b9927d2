using KzNewsBot.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Feeds;

/// <summary>A road that its host sends to another site for good, as it says.</summary>
public class MovedRoadTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task It_is_believed_after_days_and_noticed_when_it_is_taken_back(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 2, Now);
        var (road, target) = (FeedOf(reader.Fleet.Outlets[0]), FeedOf(reader.Fleet.Outlets[1]));
        reader.Fleet.Trouble = (outlet, path, _) => (outlet.Number, path) == (0, FleetOutlet.FeedPath) ? Results.Redirect(target, permanent: true) : null;
        await reader.ReadAsync(TimeSpan.FromHours(24));
        (await AddressAsync(reader, road)).ShouldBeNull();
        await reader.ReadAsync(TimeSpan.FromHours(48));
        (await AddressAsync(reader, road)).ShouldBe(target);

        reader.Fleet.Trouble = (_, _, _) => null;
        await reader.ReadAsync(TimeSpan.FromHours(30));
        (await AddressAsync(reader, road)).ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_pause_that_its_old_host_asks_for_is_kept_over_a_restart(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 2, Now);
        var (road, target) = (FeedOf(reader.Fleet.Outlets[0]), FeedOf(reader.Fleet.Outlets[1]));
        var closed = false;
        reader.Fleet.Trouble = (outlet, path, _) => (outlet.Number, path) != (0, FleetOutlet.FeedPath) ? null
            : closed ? new AskToWait(StatusCodes.Status429TooManyRequests, "36000") : Results.Redirect(target, permanent: true);
        await reader.ReadAsync(TimeSpan.FromHours(72));
        (await AddressAsync(reader, road)).ShouldBe(target);

        closed = true;
        await reader.ReadAsync(TimeSpan.FromHours(24));
        reader.Fleet.Visits.Count(visit => visit.Status == StatusCodes.Status429TooManyRequests).ShouldBe(1, "it is looked at once a day");
        (await AddressAsync(reader, road)).ShouldBe(target);
        (await reader.House.Database.ReadAsync((context, token) => context.HostPauses.Select(pause => pause.Host).ToListAsync(token), Token)).ShouldBe([reader.Fleet.Outlets[0].Host]);
    }

    private static string FeedOf(FleetOutlet outlet) => $"http://{outlet.Authority}{FleetOutlet.FeedPath}";

    private static Task<string?> AddressAsync(FleetReader reader, string road) => reader.House.Database.ReadAsync(
        (context, token) => context.RoadStates.Where(state => state.Key == road).Select(state => state.Address).SingleAsync(token), Token);
}
