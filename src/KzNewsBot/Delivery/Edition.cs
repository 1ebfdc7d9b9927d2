using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Delivery;

/// <summary>
/// Composed messages, shared by everybody who gets the same ones, and kept as they were composed, so that a restart
/// sends the very same words.
/// </summary>
internal sealed class Edition
{
    public long Id { get; init; }

    /// <summary>SHA-256 over everything the text depends on.</summary>
    public required string Key { get; init; }

    /// <summary>The messages as JSON, see <see cref="EditionJson"/>.</summary>
    public required string Messages { get; init; }

    public DateTimeOffset ComposedAt { get; init; }
}

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.HasIndex(edition => edition.Key).IsUnique();
        builder.HasIndex(edition => edition.ComposedAt);
        builder.Property(edition => edition.Key).HasMaxLength(64);
    }
}
