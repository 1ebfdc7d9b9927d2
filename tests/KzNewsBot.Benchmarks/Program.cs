return await KzNewsBot.Benchmarks.CommandLine.RunAsync(args);
