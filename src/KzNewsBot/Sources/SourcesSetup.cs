using KzNewsBot.Data;

namespace KzNewsBot.Sources;

internal static class SourcesSetup
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddSingleton(provider => SourceRegistry.Parse(provider.GetRequiredService<SeedFiles>().Read("sources.json")));
        services.AddSingleton<SourceSeeder>();
        return services;
    }
}
