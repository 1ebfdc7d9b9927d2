using KzNewsBot.Data;

namespace KzNewsBot.Sources;

internal static class SourcesSetup
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddSingleton<OwnSources>();
        services.AddSingleton(provider => SourceRegistry.Parse(
            provider.GetRequiredService<SeedFiles>().Read("sources.json"),
            provider.GetRequiredService<OwnSources>().ReadText(),
            strict: false));
        services.AddSingleton<SourceSeeder>();
        return services;
    }
}
