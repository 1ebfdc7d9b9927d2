using KzNewsBot.Articles;
using KzNewsBot.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Digests;

/// <summary>A story that an edition tells, by each article that it shows of it: stories are merged and split, articles stay.</summary>
internal sealed class ToldStory
{
    public long EditionId { get; init; }

    public long ArticleId { get; init; }

    /// <summary>As the story was told, see <see cref="Stories.Story.Sequence"/>.</summary>
    public long Sequence { get; init; }

    /// <summary>The edition says that the story is denied.</summary>
    public bool Denied { get; init; }
}

/// <summary>The same before the edition is kept.</summary>
internal readonly record struct Telling(long ArticleId, long Sequence, bool Denied);

internal sealed class ToldStoryConfiguration : IEntityTypeConfiguration<ToldStory>
{
    public void Configure(EntityTypeBuilder<ToldStory> builder)
    {
        builder.HasKey(told => new { told.EditionId, told.ArticleId });
        builder.HasIndex(told => told.ArticleId);
        builder.HasOne<Edition>().WithMany().HasForeignKey(told => told.EditionId);
        builder.HasOne<Article>().WithMany().HasForeignKey(told => told.ArticleId);
    }
}
