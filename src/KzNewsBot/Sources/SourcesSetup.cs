using KzNewsBot.Data;

namespace KzNewsBot.Sources;

internal static class SourcesSetup
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddSingleton<OwnSources>();
        services.AddSingleton(provider =>
        {
            var seeds = provider.GetRequiredService<SeedFiles>();
            return SourceRegistry.Parse(
                seeds.Read(SourceRegistry.FileName),
                provider.GetRequiredService<OwnSources>().ReadText(),
                strict: false,
                seeds.PathOf(SourceRegistry.FileName));
        });
        services.AddSingleton<SourceSeeder>();
        return services;
    }
}
