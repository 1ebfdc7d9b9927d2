using KzNewsBot.Data;
using Quartz;

namespace KzNewsBot.Digests;

/// <summary>The alarm clock rings each minute; the schedule itself stands in the database.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestTickJob(ClockWatch watch, CatchUp catchUp, DigestPlanner planner, CorrectionPlanner corrections) : IJob
{
    public static readonly JobKey Key = new("digest-tick");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (!watch.IsCalm || await catchUp.IsBehindAsync(cancellationToken))
            {
                return;
            }

            // Digests first: they tell the denials that are owed, and nobody who gets one gets a message more.
            await planner.PlanDueAsync(cancellationToken);
            await corrections.PlanOwedAsync(cancellationToken);
        }
        catch (Exception e) when (NewsDatabase.IsAway(e))
        {
            // The log has it; the next tick tries again.
        }
    }
}
