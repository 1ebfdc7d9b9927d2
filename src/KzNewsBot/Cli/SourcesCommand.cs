using System.Globalization;
using System.Text.Json;
using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace KzNewsBot.Cli;

/// <summary>"sources": the registry as a table, and how each outlet stands.</summary>
internal static class SourcesCommand
{
    public static Task<int> RunAsync(CancellationToken cancellationToken) => Tool.RunAsync(
        async services =>
        {
            var reports = (await Tool.HasDatabaseAsync(services, cancellationToken) ? await services.GetRequiredService<SourceHealth>().ReadAsync(cancellationToken) : [])
                .ToDictionary(report => report.Source.Id, StringComparer.Ordinal);
            var retired = (await RetiredAsync(services, cancellationToken)).CountBy(state => state.SourceId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var table = Terminal.NewTable("id", "name", "side", "collected", "stands", "roads");
            foreach (var source in services.GetRequiredService<SourceRegistry>().All)
            {
                var report = reports.GetValueOrDefault(source.Id);
                table.AddRow(
                    Markup.Escape(source.Id),
                    Markup.Escape(source.Name),
                    Markup.Escape(source.Side),
                    (report?.Standing == SourceStanding.Paused ? "paused" : source.Enabled ? "yes" : "no")
                        + (retired.TryGetValue(source.Id, out var roads) ? string.Create(CultureInfo.InvariantCulture, $", {roads} road(s) retired") : ""),
                    Markup.Escape(report is null ? "" : Stands(report)),
                    Markup.Escape(Describe(source.Roads)));
            }

            Terminal.Write(table);
            return ExitCodes.Fine;
        },
        cancellationToken);

    /// <summary>"works; kk: silent since 2026-11-20 10:00 UTC, not a feed".</summary>
    public static string Stands(SourceReport report) => report.Standing switch
    {
        SourceStanding.Working => "works",
        SourceStanding.OnStandby or SourceStanding.Partly => string.Join("; ", report.Groups.Select(Apart).Concat(Shut(report)).OfType<string>().Prepend("works")),
        SourceStanding.Starting => "not read yet",
        SourceStanding.Failing => Silence(report.AnsweredAt, report.Fault),
        _ => "",
    };

    private static IEnumerable<string> Shut(SourceReport report)
    {
        const string Pages = "its pages can't be read, only beginnings";
        return report.PagesShut ? [Pages] : report.Groups.Where(group => group.PagesShut).Select(group => $"{Languages(group)}{Pages}");
    }

    private static string Languages(GroupReport group) => group.Languages.Count > 0 ? $"{string.Join(' ', group.Languages.Select(language => language.Code()))}: " : "";

    private static string? Apart(GroupReport group)
    {
        var languages = Languages(group);
        return group.Standing switch
        {
            SourceStanding.Failing => $"{languages}{Silence(group.AnsweredAt, group.Fault)}",
            SourceStanding.OnStandby => $"{languages}by a standby",
            _ => null,
        };
    }

    private static string Silence(DateTimeOffset? answeredAt, RoadFault? fault)
    {
        var since = answeredAt is { } answered ? string.Create(CultureInfo.InvariantCulture, $"silent since {answered:yyyy-MM-dd HH:mm} UTC") : "nothing yet";
        return fault is { } reason ? $"{since}, {SourcesCheckCommand.Words(reason)}" : since;
    }

    /// <summary>The roads that the bot has given up; none where it has not run yet.</summary>
    public static async Task<IReadOnlyList<RoadState>> RetiredAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await Tool.HasDatabaseAsync(services, cancellationToken)
            ? await services.GetRequiredService<NewsDatabase>().ReadAsync(
                (context, token) => context.RoadStates.Where(state => state.RetiredAt != null).OrderBy(state => state.SourceId).ThenBy(state => state.Key).ToListAsync(token), cancellationToken)
            : [];

    /// <summary>"feed ru kk, telegram": the kinds, best first, with the languages they bring.</summary>
    private static string Describe(IEnumerable<RoadDefinition> roads) =>
        string.Join(", ", roads.GroupBy(road => road.Kind).Select(kind =>
            string.Join(' ', kind.Select(road => road.Language).OfType<string>().Distinct(StringComparer.Ordinal).Prepend(JsonNamingPolicy.CamelCase.ConvertName($"{kind.Key}")))));
}
