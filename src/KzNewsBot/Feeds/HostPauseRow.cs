using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Feeds;

/// <summary>A host that asked to be left alone, remembered over a restart.</summary>
internal sealed class HostPauseRow
{
    public required string Host { get; init; }

    public DateTimeOffset Until { get; set; }
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
