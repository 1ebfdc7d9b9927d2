using KzNewsBot.Sources;
using Spectre.Console;

namespace KzNewsBot.Cli;

/// <summary>"sources": the registry as a table.</summary>
internal static class SourcesCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.RunAsync(
        services =>
        {
            var table = new Table().Border(TableBorder.Minimal).AddColumns("id", "name", "side", "languages", "homepage");
            foreach (var source in services.GetRequiredService<SourceRegistry>().All)
            {
                table.AddRow(
                    Markup.Escape(source.Id),
                    Markup.Escape(source.Name),
                    Markup.Escape(source.Side),
                    Markup.Escape(string.Join(' ', source.Languages)),
                    Markup.Escape(source.Homepage ?? ""));
            }

            AnsiConsole.Write(table);
            return Task.FromResult(ExitCodes.Fine);
        },
        cancellationToken);
}
