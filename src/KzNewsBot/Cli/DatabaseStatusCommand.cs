using KzNewsBot.Data;
using KzNewsBot.Delivery;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Cli;

/// <summary>"db status": what the database holds, in lines of "name: number".</summary>
internal static class DatabaseStatusCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.WithDatabaseAsync(
        async services =>
        {
            var lines = await services.GetRequiredService<NewsDatabase>().ReadAsync(CountAsync, cancellationToken);
            foreach (var (name, count) in lines)
            {
                Console.WriteLine($"{name}: {count}");
            }

            return ExitCodes.Fine;
        },
        cancellationToken);

    private static async Task<List<(string Name, int Count)>> CountAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        List<(string Name, int Count)> lines =
        [
            ("articles", await context.Articles.CountAsync(cancellationToken)),
            ("revisions", await context.ArticleRevisions.CountAsync(cancellationToken)),
            ("stories", await context.Stories.CountAsync(cancellationToken)),
            ("subscribers", await context.Subscribers.CountAsync(cancellationToken)),
            ("digests", await context.Digests.CountAsync(cancellationToken)),
        ];
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            lines.Add(($"deliveries {state}", await context.Deliveries.CountAsync(row => row.State == state, cancellationToken)));
        }

        return lines;
    }
}
