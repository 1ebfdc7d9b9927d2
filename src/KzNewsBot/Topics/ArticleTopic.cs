using KzNewsBot.Articles;
using KzNewsBot.Text.Classification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Topics;

/// <summary>What an article is about or mentions, with the strongest piece of evidence.</summary>
internal sealed class ArticleTopic
{
    public long ArticleId { get; init; }

    public required string TopicId { get; init; }

    /// <summary>0 to 1.</summary>
    public double Score { get; init; }

    public bool About { get; init; }

    public required string Rule { get; init; }

    public ArticleField Field { get; init; }

    public int Start { get; init; }

    public int Length { get; init; }
}

internal sealed class ArticleTopicConfiguration : IEntityTypeConfiguration<ArticleTopic>
{
    public void Configure(EntityTypeBuilder<ArticleTopic> builder)
    {
        builder.HasKey(topic => new { topic.ArticleId, topic.TopicId });
        builder.HasOne<Article>().WithMany().HasForeignKey(topic => topic.ArticleId);
        builder.Property(topic => topic.TopicId).HasMaxLength(40);
        builder.Property(topic => topic.Field).HasConversion<string>().HasMaxLength(10);
    }
}
