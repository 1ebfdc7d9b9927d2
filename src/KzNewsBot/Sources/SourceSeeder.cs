using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Sources;

/// <summary>Brings the registry's outlets into the database, by id.</summary>
internal sealed partial class SourceSeeder(NewsDatabase database, SourceRegistry registry, ILogger<SourceSeeder> logger)
{
    /// <summary>At every start of the bot, whose registry counts.</summary>
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
                        source = Source.Of(definition);
                        context.Sources.Add(source);
                    }

                    source.Listed = true;
                }

                foreach (var dropped in stored.Values)
                {
                    dropped.Listed = false;
                }
            },
            cancellationToken);
    }

    /// <summary>For a command that stores articles: it may know outlets that the bot does not, or miss some of its own, and says nothing of those.</summary>
    public Task AddMissingAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var stored = (await context.Sources.Select(source => source.Id).ToListAsync(token)).ToHashSet(StringComparer.Ordinal);
                context.Sources.AddRange(registry.All.Where(definition => !stored.Contains(definition.Id)).Select(Source.Of));
            },
            cancellationToken);

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private partial void LogWarning(string warning);
}
