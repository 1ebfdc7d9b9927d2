return await KzNewsBot.Cli.CommandLine.RunAsync(args);
