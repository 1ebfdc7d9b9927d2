using KzNewsBot.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Delivery;

/// <summary>Where one message stands. The last five are final.</summary>
internal enum DeliveryState
{
    Pending,

    /// <summary>Reserved by a sender, surely not sent.</summary>
    Leased,

    /// <summary>Committed before the first byte left: from here on it may have arrived.</summary>
    OnWire,
    Sent,

    /// <summary>The answer never came. Counted, never resent by itself: most of these did arrive.</summary>
    Unknown,
    Failed,
    Expired,
    Cancelled,
}

/// <summary>One message of a digest, or a notice, on its way to one chat.</summary>
internal sealed class DeliveryRow
{
    /// <summary>So begin the keys of the word that all topics have gone: told once and by nothing else, it waits for a chat that is away.</summary>
    public const string TopicsGone = "topics:";

    public long Id { get; init; }

    /// <summary>Changes only for a notice whose chat moved to one that was known before.</summary>
    public long SubscriberId { get; set; }

    /// <summary>What makes it this message and no other for its chat, such as "digest:2026-11-22".</summary>
    public required string Key { get; init; }

    public long EditionId { get; init; }

    /// <summary>0-based; parts with one key leave in this order.</summary>
    public int Part { get; init; }

    /// <summary>A word to the operator, or of a subscription's end: it goes to a chat that subscribes to nothing, too, and no digest takes its place.</summary>
    public bool Notice { get; init; }

    public DeliveryState State { get; set; }

    /// <summary>Not before this moment; moved on by a chat's own 429.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>After this moment it is too late to be news.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Grows with every lease, so that a sender that slept through its lease can't finish the row.</summary>
    public int LeaseToken { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>True once it was tried without entities, after the server refused them.</summary>
    public bool Plain { get; set; }

    /// <summary>True once its forum topic was found closed or gone: it goes to the chat itself.</summary>
    public bool MainChat { get; set; }

    public int? MessageId { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The server's words, for the operator.</summary>
    public string? Error { get; set; }

    public bool WaitsForReturn => Notice && Key.StartsWith(TopicsGone, StringComparison.Ordinal);
}

/// <summary>What a lane must remember across restarts.</summary>
internal sealed class LaneState
{
    public required string Lane { get; init; }

    /// <summary>Telegram told us to wait until then.</summary>
    public DateTimeOffset? PausedUntil { get; set; }
}

internal sealed class DeliveryRowConfiguration : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("Deliveries");
        builder.HasIndex(row => new { row.SubscriberId, row.Key, row.Part }).IsUnique();
        builder.HasIndex(row => new { row.State, row.DueAt });
        builder.HasIndex(row => new { row.SubscriberId, row.DueAt });
        builder.HasIndex(row => row.FinishedAt);
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(row => row.SubscriberId);
        builder.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId);
        builder.Property(row => row.Key).HasMaxLength(80);
        builder.Property(row => row.State).HasConversion<int>();
        builder.Ignore(row => row.WaitsForReturn);
    }
}

internal sealed class LaneStateConfiguration : IEntityTypeConfiguration<LaneState>
{
    public void Configure(EntityTypeBuilder<LaneState> builder)
    {
        builder.HasKey(lane => lane.Lane);
        builder.Property(lane => lane.Lane).HasMaxLength(20);
    }
}
