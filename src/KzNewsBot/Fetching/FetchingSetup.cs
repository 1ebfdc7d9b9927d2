using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Fetching;

internal static class FetchingSetup
{
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddOptions<FetchingOptions>().BindConfiguration(FetchingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchingOptions>, FetchingOptionsValidator>();
        services.TryAddSingleton<HostResolver>(static (host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken));
        services.AddSingleton<AddressRules>();
        services.AddSingleton<FetchGuard>();
        services.AddSingleton<BodyReader>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<WebWire>();
        services.AddSingleton<FetchResilience>();
        services.AddSingleton<HostLanes>();
        services.AddSingleton<HostPauses>();
        services.AddSingleton<RedirectFollower>();
        services.AddSingleton<RobotsBook>();
        return services.AddSingleton<WebFetcher>();
    }
}
