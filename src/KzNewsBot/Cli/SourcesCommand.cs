using System.Text.Json;
using KzNewsBot.Sources;
using Spectre.Console;

namespace KzNewsBot.Cli;

/// <summary>"sources": the registry as a table.</summary>
internal static class SourcesCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.RunAsync(
        services =>
        {
            var table = new Table().Border(TableBorder.Minimal).AddColumns("id", "name", "side", "enabled", "roads");
            foreach (var source in services.GetRequiredService<SourceRegistry>().All)
            {
                table.AddRow(
                    Markup.Escape(source.Id),
                    Markup.Escape(source.Name),
                    Markup.Escape(source.Side),
                    source.Enabled ? "yes" : "no",
                    Markup.Escape(Describe(source.Roads)));
            }

            AnsiConsole.Write(table);
            return Task.FromResult(ExitCodes.Fine);
        },
        cancellationToken);

    /// <summary>"feed ru kk, telegram": the kinds, best first, with the languages they bring.</summary>
    private static string Describe(IEnumerable<RoadDefinition> roads) =>
        string.Join(", ", roads.GroupBy(road => road.Kind).Select(kind =>
            string.Join(' ', kind.Select(road => road.Language).OfType<string>().Distinct(StringComparer.Ordinal).Prepend(JsonNamingPolicy.CamelCase.ConvertName($"{kind.Key}")))));
}
