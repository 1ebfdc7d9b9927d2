using KzNewsBot.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Feeds;

/// <summary>Why a road brought nothing. Zero entries and only old ones are faults too: a road that died looks like a calm one.</summary>
internal enum RoadFault
{
    /// <summary>No name, no connection, no certificate, no answer in time.</summary>
    NoAnswer,

    /// <summary>An answer with a status that is none of the others, or one that leads nowhere.</summary>
    BadStatus,

    /// <summary>The host asked to wait.</summary>
    AskedToWait,

    /// <summary>404: retired when it lasts.</summary>
    NotFound,

    /// <summary>410: retired at once.</summary>
    Gone,

    /// <summary>A challenge for robots, a login or a robots.txt that says no; never bypassed.</summary>
    Wall,

    /// <summary>Refused by our own guard: a private address, a size, a scheme.</summary>
    Unsafe,

    /// <summary>A web page, or something else, where a feed should be.</summary>
    NotAFeed,

    /// <summary>A feed, or a list, without a single entry.</summary>
    Empty,

    /// <summary>Everything in it is older than the outlet could be silent.</summary>
    OnlyOld,
}

/// <summary>What we remember of one road between two polls, and when the next one is due.</summary>
internal sealed class RoadState
{
    public required string SourceId { get; init; }

    /// <summary>The road's <see cref="RoadDefinition.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>When to poll next, a retired road in a month; null while the road stands by or its outlet is not collected. A poll on its way moves it ahead as a lease.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>Validators of the last answer that was read to its end, as sent; weak ones too. Those of a sitemap that an index names stand behind its address.</summary>
    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    /// <summary>SHA-256 of the last body, for hosts that offer no validators.</summary>
    public string? ContentHash { get; set; }

    /// <summary>How long the feed itself asked to be left alone when it was last read: an answer that says "as last time" does not say it again.</summary>
    public int? AskedMinutes { get; set; }

    /// <summary>Where the road has moved for good; null while the registry's address holds.</summary>
    public string? Address { get; set; }

    /// <summary>A permanent redirect that is not yet believed, and how often it was seen in a row.</summary>
    public string? MovingTo { get; set; }

    public int MoveSeen { get; set; }

    /// <summary>Out of service: the next road of its language takes over, and this one is tried now and then.</summary>
    public bool Down { get; set; }

    public DateTimeOffset? RetiredAt { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? FailingSince { get; set; }

    public RoadFault? Fault { get; set; }

    /// <summary>For the operator: the status, the exception's kind, what stood there instead.</summary>
    public string? FaultDetail { get; set; }

    public DateTimeOffset? PolledAt { get; set; }

    public DateTimeOffset? SucceededAt { get; set; }

    /// <summary>Of the newest entry, as the outlet dates it; null when the last poll met no date.</summary>
    public DateTimeOffset? NewestAt { get; set; }

    /// <summary>When we last saw an entry that was new to us.</summary>
    public DateTimeOffset? NewEntryAt { get; set; }

    public int IntervalMinutes { get; set; }

    /// <summary>As <see cref="Entry.Begun"/>, of its polls.</summary>
    public int Begun { get; set; }
}

internal sealed class RoadStateConfiguration : IEntityTypeConfiguration<RoadState>
{
    public void Configure(EntityTypeBuilder<RoadState> builder)
    {
        builder.HasKey(road => new { road.SourceId, road.Key });
        builder.HasIndex(road => road.NextDueAt);
        builder.HasOne<Source>().WithMany().HasForeignKey(road => road.SourceId);
        builder.Property(road => road.SourceId).HasMaxLength(40);
        builder.Property(road => road.Key).HasMaxLength(RoadDefinition.LongestKey);
        builder.Property(road => road.Fault).HasConversion<string>().HasMaxLength(20);
        builder.Property(road => road.FaultDetail).HasMaxLength(200);
    }
}
