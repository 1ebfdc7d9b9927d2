using KzNewsBot.Data;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

internal static class OperationsSetup
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<OperatorOptions>().BindConfiguration(OperatorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OperatorOptions>, OperatorOptionsValidator>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddSingleton<SilenceReader>().AddSingleton<SilenceWatch>().AddSingleton<RetirementWatch>().AddSingleton<PauseRetention>().AddSingleton<ArticleRetention>().AddSingleton<DeliveryRetention>().AddSingleton<Eraser>().AddSingleton<RestoredDatabase>().AddSingleton<IntegrityCheck>();
        return services;
    }

    /// <param name="polls">This process asks the outlets, and minds who answers.</param>
    /// <param name="collects">This process minds the articles.</param>
    /// <param name="sends">This process minds what is sent.</param>
    public static IServiceCollection AddHousekeeping(this IServiceCollection services, bool polls, bool collects, bool sends) =>
        services.AddHostedService(provider => new Housekeeping(
            [.. Chores(provider, polls, collects, sends)],
            provider.GetRequiredService<ClockWatch>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Housekeeping>>()));

    private static IEnumerable<Func<CancellationToken, Task<int>>> Chores(IServiceProvider provider, bool polls, bool collects, bool sends)
    {
        if (polls)
        {
            yield return provider.GetRequiredService<SilenceWatch>().CheckAsync;
            yield return provider.GetRequiredService<RetirementWatch>().CheckAsync;
            yield return provider.GetRequiredService<PauseRetention>().RunAsync;
        }

        if (collects)
        {
            yield return provider.GetRequiredService<ArticleRetention>().RunAsync;
            yield return provider.GetRequiredService<IntegrityCheck>().RunAsync;
        }

        if (sends)
        {
            yield return provider.GetRequiredService<DeliveryRetention>().RunAsync;
        }
    }
}
