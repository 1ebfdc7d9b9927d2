using Microsoft.Extensions.Options;
using Quartz;

namespace KzNewsBot.Digests;

internal static class DigestsSetup
{
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddOptions<DigestOptions>().BindConfiguration(DigestOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsValidator>();
        services.AddSingleton<DigestWindows>();
        services.AddSingleton<DigestChooser>();
        services.AddSingleton<DigestComposer>();
        services.AddSingleton<DigestPlanner>();
        services.AddSingleton<CatchUp>();
        services.AddSingleton<LostTopics>();
        services.AddSingleton<CorrectionPlanner>();
        services.AddSingleton<AnsweredStories>();
        return services;
    }

    public static IServiceCollection AddDigestTick(this IServiceCollection services, TimeProvider clock)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            quartz.ScheduleJob<DigestTickJob>(
                (provider, trigger) => trigger
                    .WithIdentity("digest-tick")
                    .WithCronSchedule(
                        provider.GetRequiredService<IOptions<DigestOptions>>().Value.TickCron,
                        cron => cron.InTimeZone(TimeZoneInfo.Utc)),
                (_, job) => job.WithIdentity(DigestTickJob.Key));
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;

            // Its turn comes after Startup's, which is all a tick needs. Waiting for the whole start, it would hold up the stop of
            // one that fails: until the host's patience ends.
            options.AwaitApplicationStarted = false;
        });
        return services;
    }
}
