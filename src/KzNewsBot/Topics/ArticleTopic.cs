using KzNewsBot.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Topics;

/// <summary>What an article is about; the words that said so are found anew when somebody asks.</summary>
internal sealed class ArticleTopic
{
    public long ArticleId { get; init; }

    public required string TopicId { get; init; }

    /// <summary>0 to 1.</summary>
    public double Score { get; init; }
}

internal sealed class ArticleTopicConfiguration : IEntityTypeConfiguration<ArticleTopic>
{
    public void Configure(EntityTypeBuilder<ArticleTopic> builder)
    {
        builder.HasKey(topic => new { topic.ArticleId, topic.TopicId });
        builder.HasIndex(topic => new { topic.TopicId, topic.ArticleId });
        builder.HasOne<Article>().WithMany().HasForeignKey(topic => topic.ArticleId);
        builder.Property(topic => topic.TopicId).HasMaxLength(40);
    }
}
