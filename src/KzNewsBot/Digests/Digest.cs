using System.Globalization;
using KzNewsBot.Delivery;
using KzNewsBot.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Digests;

/// <summary>A subscriber's issue for one promised moment: at most one for each local date.</summary>
internal sealed class Digest
{
    public long Id { get; init; }

    public long SubscriberId { get; init; }

    /// <summary>Carries the subscriber's local date of the slot.</summary>
    public required string Key { get; init; }

    public long EditionId { get; init; }

    /// <summary>The promised moment.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Stories with a sequence in (From, To] are in it. Null: it tells the latest of each topic, as the first does.</summary>
    public long? WindowFrom { get; init; }

    public long WindowTo { get; init; }

    public static string KeyOf(DateOnly localDate) => $"digest:{localDate.ToString("O", CultureInfo.InvariantCulture)}";
}

internal sealed class DigestConfiguration : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> builder)
    {
        builder.HasIndex(digest => new { digest.SubscriberId, digest.Key }).IsUnique();
        builder.HasIndex(digest => digest.DueAt);
        builder.Property(digest => digest.Key).HasMaxLength(80);
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(digest => digest.SubscriberId);
        builder.HasOne<Edition>().WithMany().HasForeignKey(digest => digest.EditionId);
    }
}
