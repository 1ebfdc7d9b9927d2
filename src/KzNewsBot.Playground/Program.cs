using System.CommandLine;
using KzNewsBot.Playground;

var port = new Option<int>("--port") { Description = "Where the chat page is served.", DefaultValueFactory = _ => 5080 };
var data = new Option<string>("--data") { Description = "Where the bot's database and the chats are kept.", DefaultValueFactory = _ => Path.Combine("data", "playground") };
var noCollect = new Option<bool>("--no-collect") { Description = "Collect nothing; only what is stored and imported is shown." };
var root = new RootCommand("A local Telegram with a chat page, and the bot talking to it. Needs no token and no network.") { port, data, noCollect };
root.SetAction((result, cancellationToken) => PlaygroundRun.RunAsync(
    new PlaygroundOptions(result.GetRequiredValue(port), result.GetRequiredValue(data), !result.GetValue(noCollect)),
    cancellationToken));
return await root.Parse(args).InvokeAsync();
