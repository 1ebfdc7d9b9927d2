using KzNewsBot.Articles;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Stories;

/// <summary>Articles about one event. Everything here can be rebuilt from its articles.</summary>
internal sealed class Story
{
    public long Id { get; init; }

    /// <summary>The article whose title names the story; null only between creation and the first refresh.</summary>
    public long? LeadArticleId { get; set; }

    public int ArticleCount { get; set; }

    /// <summary>Sort time of its newest article.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>
    /// Grows with every article that joins any story: what decides whether a digest has something new to tell. A
    /// number and not a time, because an article stored before a digest may be grouped after it.
    /// </summary>
    public long Sequence { get; set; }
}

/// <summary>A topic of a story: one of its articles is about it. Kept for fast paging by topic.</summary>
internal sealed class StoryTopic
{
    public long StoryId { get; init; }

    public required string TopicId { get; init; }

    public double Score { get; set; }

    /// <summary>Our own starter archive: it stands behind all news.</summary>
    public bool Starter { get; set; }

    /// <summary>Of the lead article: among stories of one moment, the reader's own language comes first.</summary>
    public Language Language { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public long Sequence { get; set; }
}

/// <summary>A verbatim span of an article's body, with the hash of its characters.</summary>
internal sealed class StoryQuote
{
    public long StoryId { get; init; }

    public int Position { get; init; }

    public long ArticleId { get; init; }

    public int Start { get; init; }

    public int Length { get; init; }

    public required string Hash { get; init; }
}

internal sealed class StoryConfiguration : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> builder)
    {
        builder.HasIndex(story => story.Sequence);
        builder.HasMany<Article>().WithOne().HasForeignKey(article => article.StoryId);
    }
}

internal sealed class StoryTopicConfiguration : IEntityTypeConfiguration<StoryTopic>
{
    public void Configure(EntityTypeBuilder<StoryTopic> builder)
    {
        builder.HasKey(topic => new { topic.StoryId, topic.TopicId });
        builder.HasIndex(topic => new { topic.TopicId, topic.LastAt });
        builder.HasIndex(topic => new { topic.TopicId, topic.Sequence });
        builder.HasOne<Story>().WithMany().HasForeignKey(topic => topic.StoryId);
        builder.Property(topic => topic.TopicId).HasMaxLength(40);
        builder.Property(topic => topic.Language).HasConversion<string>().HasMaxLength(10);
    }
}

internal sealed class StoryQuoteConfiguration : IEntityTypeConfiguration<StoryQuote>
{
    public void Configure(EntityTypeBuilder<StoryQuote> builder)
    {
        builder.HasKey(quote => new { quote.StoryId, quote.Position });
        builder.HasOne<Story>().WithMany().HasForeignKey(quote => quote.StoryId);
        builder.HasOne<Article>().WithMany().HasForeignKey(quote => quote.ArticleId);
    }
}
