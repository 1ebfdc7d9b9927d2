using System.Collections.Concurrent;
using System.Net;
using KzNewsBot.Fetching;
using KzNewsBot.Playground.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Fetching;

/// <summary>The room alone, with its real sockets; names are looked up in <see cref="Names"/>, the clock can be moved.</summary>
internal sealed class FetchStand : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="settings">Keys of the section, over defaults without spacing that vouch for this machine and give it time.</param>
    public FetchStand(params (string Key, string Value)[] settings)
        : this(VirtualClock.Following(), settings)
    {
    }

    public FetchStand(VirtualClock clock, params (string Key, string Value)[] settings)
    {
        Clock = clock;
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Fetching:SpacingMilliseconds"] = "0",
            ["Fetching:TotalSeconds"] = "300",
            ["Fetching:HeaderSeconds"] = "60",
            ["Fetching:ConnectSeconds"] = "60",
            ["Fetching:AllowHosts:0"] = "127.0.0.1",
            ["Fetching:AllowHosts:1"] = "outlet.example",
            ["Fetching:AllowHosts:2"] = "www.outlet.example",
            ["Fetching:AllowHosts:3"] = "other.example",
        };
        foreach (var (key, value) in settings)
        {
            all["Fetching:" + key] = value;
        }

        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(all).Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<HostResolver>((host, _) => Task.FromResult(LookUp(host)))
            .AddFetching()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public VirtualClock Clock { get; }

    /// <summary>A name that isn't here leads to this machine.</summary>
    public ConcurrentDictionary<string, Func<IPAddress[]>> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<string> LookedUp { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<FetchOutcome> FetchAsync(Uri address, FetchKind kind = FetchKind.Feed, string? etag = null, string? lastModified = null) =>
        Get<WebFetcher>().FetchAsync(
            new FetchRequest(address, kind) { Validators = new Validators(etag, lastModified) }, TestContext.Current.CancellationToken);

    public async Task<FetchOutcome.Fetched> FetchedAsync(Uri address, FetchKind kind = FetchKind.Feed) =>
        (await FetchAsync(address, kind)).ShouldBeOfType<FetchOutcome.Fetched>();

    public async Task<FailureReason> FailureAsync(Uri address, FetchKind kind = FetchKind.Feed) =>
        (await FetchAsync(address, kind)).ShouldBeOfType<FetchOutcome.Failed>().Reason;

    public async Task<RefusalReason> RefusalAsync(Uri address, FetchKind kind = FetchKind.Feed) =>
        (await FetchAsync(address, kind)).ShouldBeOfType<FetchOutcome.Refused>().Reason;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private IPAddress[] LookUp(string host)
    {
        LookedUp.Enqueue(host);
        return Names.TryGetValue(host, out var addresses) ? addresses() : [IPAddress.Loopback];
    }
}
