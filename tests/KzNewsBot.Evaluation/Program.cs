return await KzNewsBot.Evaluation.CommandLine.RunAsync(args);
