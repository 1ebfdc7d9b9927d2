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

        // Before the host does, which would log the faults with their stack traces.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (TokenFaultOf(app.Services) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return ExitCodes.BadSettings;
        }

        // Made here, with the files that they read: of a host whose parts could not be made nothing has begun that could be stopped.
        var parts = app.Services.GetServices<IHostedService>().ToList();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // What has begun before the trouble ends as at any stop: a message on its way is written down.
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodeOf(parts);
    });

    /// <summary>Null when there is a token. That it is the right one only Telegram knows.</summary>
    internal static string? TokenFaultOf(IServiceProvider services) => services.GetRequiredService<IOptions<TelegramOptions>>().Value.ReadToken() is null
        ? "There is no bot token: set Telegram__Token or Telegram__TokenFile (BotFather gives one), or try the bot without any: dotnet run --project src/KzNewsBot.Playground"
        : null;

    /// <summary>A part that broke has stopped the host, and its fault stands in the log: whoever started the bot must start it again.</summary>
    internal static int ExitCodeOf(IEnumerable<IHostedService> parts) =>
        parts.OfType<BackgroundService>().Any(part => part.ExecuteTask?.IsFaulted == true) ? ExitCodes.Failed : ExitCodes.Fine;
}
