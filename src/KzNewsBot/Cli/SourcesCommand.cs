using System.Text.Json;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace KzNewsBot.Cli;

/// <summary>"sources": the registry as a table.</summary>
internal static class SourcesCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.RunAsync(
        async services =>
        {
            var paused = await Tool.HasDatabaseAsync(services, cancellationToken)
                ? await services.GetRequiredService<NewsDatabase>().ReadAsync(
                    (context, token) => context.Sources.Where(source => source.Paused).Select(source => source.Id).ToListAsync(token), cancellationToken)
                : [];
            var table = Terminal.NewTable("id", "name", "side", "collected", "roads");
            foreach (var source in services.GetRequiredService<SourceRegistry>().All)
            {
                table.AddRow(
                    Markup.Escape(source.Id),
                    Markup.Escape(source.Name),
                    Markup.Escape(source.Side),
                    paused.Contains(source.Id, StringComparer.Ordinal) ? "paused" : source.Enabled ? "yes" : "no",
                    Markup.Escape(Describe(source.Roads)));
            }

            Terminal.Write(table);
            return ExitCodes.Fine;
        },
        cancellationToken);

    /// <summary>"feed ru kk, telegram": the kinds, best first, with the languages they bring.</summary>
    private static string Describe(IEnumerable<RoadDefinition> roads) =>
        string.Join(", ", roads.GroupBy(road => road.Kind).Select(kind =>
            string.Join(' ', kind.Select(road => road.Language).OfType<string>().Distinct(StringComparer.Ordinal).Prepend(JsonNamingPolicy.CamelCase.ConvertName($"{kind.Key}")))));
}
