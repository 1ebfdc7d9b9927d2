using KzNewsBot.Sources;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Feeds;

/// <summary>How far an entry has come on its way to an article.</summary>
internal enum EntryStage
{
    /// <summary>Its page is still to be read.</summary>
    Waiting,

    /// <summary>It has become an article, or a revision of one, if only by what its road carried.</summary>
    Stored,

    /// <summary>Its text is already stored under another address.</summary>
    Linked,

    /// <summary>Left out on purpose; <see cref="Entry.Reason"/> says why.</summary>
    Skipped,

    /// <summary>Given up after several attempts.</summary>
    Failed,
}

/// <summary>One item of a road, once, whichever road brought it.</summary>
internal sealed class Entry
{
    public long Id { get; init; }

    public required string SourceId { get; init; }

    /// <summary>See <see cref="EntryKeys"/>: unique within its source.</summary>
    public required string Key { get; init; }

    /// <summary>The road that brought it first.</summary>
    public required string RoadKey { get; init; }

    /// <summary>Null when the road gave no address.</summary>
    public string? Url { get; set; }

    public required string Title { get; set; }

    /// <summary>The text the road itself carried, HTML or plain; cleared once the entry is settled.</summary>
    public string? Text { get; set; }

    public string? Author { get; set; }

    public Language? Language { get; set; }

    /// <summary>As the outlet says, be it in the future; null when it does not say, or nothing readable.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Dated more than a day after it was first seen: its outlet's word, and no date to go by.</summary>
    public bool IsAhead => PublishedAt > FirstSeenAt.AddDays(1);

    /// <summary>No hour was given: <see cref="PublishedAt"/> is the beginning of the day in UTC.</summary>
    public bool PublishedDayOnly { get; set; }

    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Last seen in its road: an entry is forgotten some time after the road has dropped it.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Of title, date of change and text: tells a changed entry.</summary>
    public required string ContentHash { get; set; }

    public EntryStage Stage { get; set; }

    /// <summary>When its page is read, or tried again; null once settled for good. A reading on its way moves it ahead as a lease.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>How often in a row its reading was begun and has not ended: the process died meanwhile, or could not write down what came of it.</summary>
    public int Begun { get; set; }

    /// <summary>Since when its host has answered with nothing but "later"; null when it did not last.</summary>
    public DateTimeOffset? DeferredSince { get; set; }

    /// <summary>How often a change in the feed has had its page read again.</summary>
    public int Rereads { get; set; }

    /// <summary>Why it was skipped, failed, waits again or became less than its whole page; null of one that was read whole, also while it is read again.</summary>
    public string? Reason { get; set; }

    public long? ArticleId { get; set; }
}

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.HasIndex(entry => new { entry.SourceId, entry.Key }).IsUnique();
        builder.HasIndex(entry => entry.NextTryAt);
        builder.HasIndex(entry => new { entry.SourceId, entry.FirstSeenAt });
        builder.HasIndex(entry => entry.LastSeenAt);
        builder.HasOne<Source>().WithMany().HasForeignKey(entry => entry.SourceId);
        builder.Property(entry => entry.SourceId).HasMaxLength(40);
        builder.Property(entry => entry.Key).HasMaxLength(64);
        // The poll of its road and the reading of its page may change it at one moment: each decides by what it read of the other.
        builder.Property(entry => entry.ContentHash).HasMaxLength(64).IsConcurrencyToken();
        builder.Property(entry => entry.Stage).HasConversion<int>().IsConcurrencyToken();
        builder.Property(entry => entry.Language).HasConversion<string>().HasMaxLength(10);
        builder.Property(entry => entry.Reason).HasMaxLength(200);
    }
}
