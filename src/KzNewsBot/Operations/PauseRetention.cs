using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Operations;

/// <summary>Lets the pauses go that hosts asked for and that are over.</summary>
internal sealed class PauseRetention(NewsDatabase database, TimeProvider clock)
{
    /// <summary>The number of pauses that went.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            WritePriority.Background, (context, token) => context.HostPauses.Where(pause => pause.Until <= now).ExecuteDeleteAsync(token), cancellationToken);
    }
}
