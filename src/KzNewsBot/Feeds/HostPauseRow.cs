using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Feeds;

/// <summary>A host that asked to be left alone, remembered over a restart.</summary>
internal sealed class HostPauseRow
{
    public required string Host { get; init; }

    public DateTimeOffset Until { get; set; }

    /// <summary>Part of the caller's commit. The newest word of a host counts.</summary>
    public static async Task RememberAsync(NewsDbContext context, string host, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (await context.HostPauses.FirstOrDefaultAsync(pause => pause.Host == host, cancellationToken) is { } known)
        {
            known.Until = until;
        }
        else
        {
            context.HostPauses.Add(new HostPauseRow { Host = host, Until = until });
        }
    }
}

internal sealed class HostPauseRowConfiguration : IEntityTypeConfiguration<HostPauseRow>
{
    public void Configure(EntityTypeBuilder<HostPauseRow> builder)
    {
        builder.ToTable("HostPauses");
        builder.HasKey(pause => pause.Host);
        builder.Property(pause => pause.Host).HasMaxLength(255);
    }
}
