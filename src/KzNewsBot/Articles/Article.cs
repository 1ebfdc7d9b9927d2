using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Articles;

internal enum PublishedPrecision
{
    /// <summary>The outlet gives no date: shown as such, never as now.</summary>
    None,
    Day,
    Minute,
}

/// <summary>How far an article has come; each step picks up what the one before left, also after a crash.</summary>
internal enum ArticleStage
{
    Stored,
    Tagged,
    Grouped,

    /// <summary>Reading it failed; it holds up nobody, and is tried again when the rules or its text change.</summary>
    Quarantined,

    /// <summary>To be done again by rules that have changed since: behind what is new, and by the bot alone.</summary>
    Marked,

    /// <summary>Marked, and tagged again; its story is still to follow.</summary>
    Retagged,
}

internal sealed class Article
{
    public long Id { get; init; }

    /// <summary>Canonical URL, or a key made of outlet, title and day for texts without an address.</summary>
    public required string Key { get; init; }

    /// <summary>Null for texts without an address.</summary>
    public string? Url { get; set; }

    public required string Title { get; set; }

    /// <summary>Paragraphs separated by a newline. Quotes are spans of exactly this text.</summary>
    public required string Body { get; set; }

    /// <summary>SHA-256 of title and body, hexadecimal.</summary>
    public required string ContentHash { get; set; }

    public Language Language { get; set; }

    public string? SourceId { get; set; }

    /// <summary>The outlet as the article names it; the registry's name wins where it knows the outlet.</summary>
    public string? Outlet { get; set; }

    public string? Author { get; set; }

    /// <summary>The day as the outlet printed it.</summary>
    public DateOnly? PublishedDay { get; set; }

    /// <summary>The moment, when the outlet gave a time.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    public PublishedPrecision Precision { get; set; }

    /// <summary>How the date was found; null when there is none.</summary>
    public DateOrigin? DateOrigin { get; set; }

    /// <summary>How sure the day is, above 0 to 1; null without a date.</summary>
    public double? DateConfidence { get; set; }

    /// <summary>When the outlet says it last changed the article; never later than we can know, and never in place of the date of publication.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The outlet's date lies in the future: it is kept as printed, and the article stands where it was first seen.</summary>
    public bool FutureDated { get; set; }

    /// <summary>Whether we have the whole text or a beginning.</summary>
    public CompletenessVerdict Completeness { get; set; }

    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Where the article stands in time: published if known, else first seen. Only for order, never shown.</summary>
    public DateTimeOffset SortAt { get; set; }

    /// <summary>1 for the first text; a changed text keeps the old one as <see cref="ArticleRevision"/>.</summary>
    public int Revision { get; set; } = 1;

    public ArticleStage Stage { get; set; }

    public long? StoryId { get; set; }

    /// <summary>The operator put it into its story, or kept it there: grouping does not move it again.</summary>
    public bool Pinned { get; set; }

    /// <summary>A reprint, or its own outlet's translation, of an earlier article of its story: no voice of its own.</summary>
    public bool Reprint { get; set; }

    /// <summary>Written with its topics.</summary>
    public bool ConcernsKazakhstan { get; set; }
}

/// <summary>A text the article had before the outlet changed it.</summary>
internal sealed class ArticleRevision
{
    public long ArticleId { get; init; }

    public int Number { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public required string ContentHash { get; init; }

    public DateTimeOffset ReplacedAt { get; init; }
}

/// <summary>Another address at which an article's text was found.</summary>
internal sealed class ArticleAddress
{
    public required string Url { get; init; }

    public long ArticleId { get; init; }
}

internal sealed class ArticleAddressConfiguration : IEntityTypeConfiguration<ArticleAddress>
{
    public void Configure(EntityTypeBuilder<ArticleAddress> builder)
    {
        builder.HasKey(address => address.Url);
        builder.HasOne<Article>().WithMany().HasForeignKey(address => address.ArticleId);
    }
}

internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.HasIndex(article => article.Key).IsUnique();
        builder.HasIndex(article => article.ContentHash);
        builder.HasIndex(article => article.StoryId);
        builder.HasIndex(article => article.SortAt);
        builder.HasIndex(article => article.FirstSeenAt);

        // What waits is taken in the order of time, and what has no story yet before all else.
        builder.HasIndex(article => new { article.Stage, article.SortAt });
        builder.HasIndex(article => new { article.Stage, article.SortAt }, "IX_Articles_New").HasFilter("\"StoryId\" IS NULL");
        builder.HasOne<Source>().WithMany().HasForeignKey(article => article.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(article => article.Language).HasConversion<string>().HasMaxLength(10);
        builder.Property(article => article.Precision).HasConversion<string>().HasMaxLength(10);
        builder.Property(article => article.DateOrigin).HasConversion<string>().HasMaxLength(20);
        builder.Property(article => article.Completeness).HasConversion<string>().HasMaxLength(10).HasDefaultValue(CompletenessVerdict.Full);
        builder.Property(article => article.Stage).HasConversion<int>();

        // What was worked out from one text must not be written down for the next.
        builder.Property(article => article.Revision).IsConcurrencyToken();
    }
}

internal sealed class ArticleRevisionConfiguration : IEntityTypeConfiguration<ArticleRevision>
{
    public void Configure(EntityTypeBuilder<ArticleRevision> builder)
    {
        builder.HasKey(revision => new { revision.ArticleId, revision.Number });
        builder.HasOne<Article>().WithMany().HasForeignKey(revision => revision.ArticleId);
    }
}
