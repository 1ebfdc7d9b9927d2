using KzNewsBot.Delivery;
using KzNewsBot.Hosting;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Cli;

/// <summary>Runs the bot until it is told to stop.</summary>
internal static class RunCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.GuardAsync(async () =>
    {
        await using var app = BotHost.BuildBot(new BotHostOptions());

        // The host would ask only after making every service, and tell the first fault it stumbles over.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (app.Services.GetRequiredService<IOptions<TelegramOptions>>().Value.ReadToken() is null)
        {
            await Console.Error.WriteLineAsync(
                "There is no bot token: set Telegram__Token or Telegram__TokenFile (BotFather gives one), or try the bot without any: dotnet run --project src/KzNewsBot.Playground");
            return ExitCodes.BadSettings;
        }

        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Fine;
    });
}
