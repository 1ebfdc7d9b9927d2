using Quartz;

namespace KzNewsBot.Digests;

/// <summary>The alarm clock rings each minute; the schedule itself stands in the database.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestTickJob(DigestPlanner planner) : IJob
{
    public static readonly JobKey Key = new("digest-tick");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await planner.PlanDueAsync(cancellationToken);
}
