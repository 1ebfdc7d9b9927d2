using KzNewsBot.Playground.Simulator;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Data;

/// <summary>One house for each database, opened when first asked for and shared by a class; tests keep apart by ids of their own.</summary>
public class SharedHouses : IAsyncDisposable
{
    private readonly Dictionary<string, House> _houses = new(StringComparer.Ordinal);

    protected virtual bool Starter => false;

    internal async Task<House> OpenAsync(string provider)
    {
        if (!_houses.TryGetValue(provider, out var house))
        {
            _houses[provider] = house = await House.OpenAsync(provider, Starter);
        }

        return house;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var house in _houses.Values)
        {
            await house.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>The same with the starter archive stored, tagged and grouped.</summary>
public sealed class StarterHouses : SharedHouses
{
    protected override bool Starter => true;
}

internal static class StandingClock
{
    /// <summary>Moves a standing clock on while work waits on it, as a database that tries a lost race again does.</summary>
    public static async Task RunAsync(this VirtualClock clock, Task work)
    {
        while (!work.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        await work;
    }
}
