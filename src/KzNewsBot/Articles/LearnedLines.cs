using System.Text.Json;
using System.Text.Json.Serialization;
using KzNewsBot.Data;
using KzNewsBot.Text.Extraction;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Articles;

/// <summary>The lines a host prints under many of its articles, learned as they come in and kept over a restart.</summary>
internal sealed class LearnedLines(NewsDatabase database, TimeProvider clock)
{
    /// <summary>What a crash may cost: a few pages of one host to learn anew.</summary>
    private const int SaveAfterPages = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _unsaved = new(StringComparer.Ordinal);
    private HostBoilerplate _known = new();

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync((context, token) => context.HostLines.ToListAsync(token), cancellationToken);
        var pages = new Dictionary<string, IReadOnlyList<IReadOnlyList<ulong>>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            pages[row.Host] = JsonSerializer.Deserialize(row.Pages, LearnedLinesJson.Default.UInt64ArrayArray) ?? [];
        }

        lock (_lock)
        {
            _known = HostBoilerplate.FromSnapshot(new HostBoilerplateSnapshot(pages));
        }
    }

    /// <summary>Learns from the body as the page gave it, and returns it without what the host repeats.</summary>
    /// <param name="isNew">False where the page was read before: the versions of one article repeat its own lines.</param>
    public string Strip(string host, string body, bool isNew)
    {
        lock (_lock)
        {
            if (isNew)
            {
                _known.Learn(host, body.Split('\n'), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
                _unsaved[host] = _unsaved.GetValueOrDefault(host) + 1;
            }

            return _known.Strip(host, body);
        }
    }

    /// <summary>Writes down hosts with enough that is new.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> changed;
        HashSet<string> due;
        lock (_lock)
        {
            due = _unsaved.Where(host => host.Value >= SaveAfterPages).Select(host => host.Key).ToHashSet(StringComparer.Ordinal);
            if (due.Count == 0)
            {
                return;
            }

            changed = _known.ToSnapshot().Hosts.Where(host => due.Contains(host.Key)).ToDictionary(
                host => host.Key,
                host => JsonSerializer.Serialize([.. host.Value.Select(page => page.ToArray())], LearnedLinesJson.Default.UInt64ArrayArray),
                StringComparer.Ordinal);
        }

        await database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                // Of more hosts than are remembered the oldest were forgotten.
                var forgotten = due.Except(changed.Keys, StringComparer.Ordinal).ToList();
                await context.HostLines.Where(row => forgotten.Contains(row.Host)).ExecuteDeleteAsync(token);
                var rows = await context.HostLines.Where(row => changed.Keys.Contains(row.Host)).ToDictionaryAsync(row => row.Host, StringComparer.Ordinal, token);
                foreach (var (host, pages) in changed)
                {
                    if (rows.TryGetValue(host, out var row))
                    {
                        row.Pages = pages;
                    }
                    else
                    {
                        context.HostLines.Add(new HostLinesRow { Host = host, Pages = pages });
                    }
                }
            },
            cancellationToken);
        lock (_lock)
        {
            foreach (var host in due)
            {
                _unsaved.Remove(host);
            }
        }
    }
}

/// <summary>Hashes of a host's remembered lines, page by page, as JSON.</summary>
internal sealed class HostLinesRow
{
    public required string Host { get; init; }

    public required string Pages { get; set; }
}

internal sealed class HostLinesRowConfiguration : IEntityTypeConfiguration<HostLinesRow>
{
    public void Configure(EntityTypeBuilder<HostLinesRow> builder)
    {
        builder.ToTable("HostLines");
        builder.HasKey(row => row.Host);
        builder.Property(row => row.Host).HasMaxLength(255);
    }
}

[JsonSerializable(typeof(ulong[][]))]
internal sealed partial class LearnedLinesJson : JsonSerializerContext;
