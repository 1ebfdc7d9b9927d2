using KzNewsBot.Operations;

namespace KzNewsBot.Cli;

/// <summary>"db restored": once after a backup was put back, before the bot starts.</summary>
internal static class DatabaseRestoredCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.WithBackupAsync(
        async services =>
        {
            var restoration = await services.GetRequiredService<RestoredDatabase>().SettleAsync(cancellationToken);
            Console.WriteLine($"deliveries counted as unknown and not sent again: {restoration.Deliveries}");
            Console.WriteLine($"subscribers whose next digest is that of their next hour: {restoration.Subscribers}");
            Console.WriteLine($"updates closed unanswered: {restoration.Updates}");
            return ExitCodes.Fine;
        },
        cancellationToken);
}
