using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Sources;

/// <summary>Brings the registry's outlets into the database, by id, at every start.</summary>
internal sealed partial class SourceSeeder(NewsDatabase database, SourceRegistry registry, ILogger<SourceSeeder> logger)
{
    public Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var warning in registry.Warnings)
        {
            LogWarning(warning);
        }

        return database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var stored = await context.Sources.ToDictionaryAsync(source => source.Id, StringComparer.Ordinal, token);
                foreach (var definition in registry.All)
                {
                    if (!stored.Remove(definition.Id, out var source))
                    {
                        source = new Source { Id = definition.Id, Name = definition.Name, Side = definition.Side };
                        context.Sources.Add(source);
                    }

                    (source.Name, source.Side, source.Listed) = (definition.Name, definition.Side, true);
                }

                foreach (var dropped in stored.Values)
                {
                    dropped.Listed = false;
                }
            },
            cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private partial void LogWarning(string warning);
}
