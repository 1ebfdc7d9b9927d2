using KzNewsBot.Hosting;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Cli;

/// <summary>"config check": every setting validated as at start, without starting anything.</summary>
internal static class ConfigCheckCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.GuardAsync(async () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var app = BotHost.BuildBot(new BotHostOptions());
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        Console.WriteLine("every setting is valid");
        return ExitCodes.Fine;
    });
}
