using KzNewsBot.Playground.Simulator;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Kills;

internal static class BotChild
{
    /// <summary>The real program on this database, talking to this Telegram, with a tick each second.</summary>
    public static ChildProgram Start(TestDatabase database, TelegramSimulator telegram)
    {
        var settings = new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal)
        {
            ["Telegram:Token"] = telegram.BotToken,
            ["Telegram:ApiBaseUrl"] = telegram.Address.ToString().TrimEnd('/'),
            ["Seeds:Starter"] = "false",
            ["Collection:Poll"] = "false",
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Digests:TickCron"] = "* * * * * ?",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        return ChildProgram.Start(ChildProgram.Bot, settings);
    }
}
