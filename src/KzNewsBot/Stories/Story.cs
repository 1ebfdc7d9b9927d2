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

    /// <summary>Articles that are no reprints of another one; 0 until the story is refreshed the next time.</summary>
    public int OriginCount { get; set; }

    /// <summary>Sort time of its newest article, of its newest dated one where there is one.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>
    /// Grows with whatever is news of any story, see STORIES.md: what decides whether a digest has something new to tell.
    /// A number and not a time, because an article stored before a digest may be grouped after it.
    /// </summary>
    public long Sequence { get; set; }
}

/// <summary>Where the articles of a story went that became a part of another: its number was sent to readers, and leads there.</summary>
internal sealed class StoryMove
{
    /// <summary>The story that is gone.</summary>
    public long Id { get; init; }

    /// <summary>One that is there: whoever takes it away leads on.</summary>
    public long Into { get; set; }
}

/// <summary>A topic of a story: one of its articles is about it. Kept for fast paging by topic.</summary>
internal sealed class StoryTopic
{
    public long StoryId { get; init; }

    public required string TopicId { get; init; }

    public double Score { get; set; }

    /// <summary>Our own starter archive: it stands behind all news.</summary>
    public bool Starter { get; set; }

    /// <summary>At least half of its articles do: it stands before news of the world.</summary>
    public bool ConcernsKazakhstan { get; set; }

    /// <summary>In which the story is reported: what a reader can read in the own language comes first.</summary>
    public LanguageSet Languages { get; set; }

    /// <summary>The story's <see cref="Story.OriginCount"/>.</summary>
    public int Origins { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>The story's <see cref="Story.Sequence"/>, or a later one where the story came to this topic after it was told under others.</summary>
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

/// <summary>The sentence of a story that says its claim is untrue: one for each language in which it is said.</summary>
internal sealed class StoryDenial
{
    public long StoryId { get; init; }

    public long ArticleId { get; init; }

    /// <summary>The span lies in the title; otherwise in the body.</summary>
    public bool InTitle { get; init; }

    public int Start { get; init; }

    public int Length { get; init; }

    public required string Hash { get; init; }

    /// <summary>Who denies, as the article's own words name them; null when they don't.</summary>
    public string? Denier { get; init; }
}

/// <summary>A sentence of an article that gives a date to what it tells.</summary>
internal sealed class ArticleFact
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    /// <summary>See <see cref="KzNewsBot.Text.Dates.DatedFact.Value"/>.</summary>
    public required string Value { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public int Start { get; init; }

    public int Length { get; init; }

    public required string Hash { get; init; }
}

/// <summary>Two articles, of two stories when the later one was grouped, that may tell of one event in different words.</summary>
internal sealed class AkinArticles
{
    public long ArticleId { get; init; }

    public long OtherId { get; init; }
}

internal sealed class AkinArticlesConfiguration : IEntityTypeConfiguration<AkinArticles>
{
    public void Configure(EntityTypeBuilder<AkinArticles> builder)
    {
        builder.HasKey(pair => new { pair.ArticleId, pair.OtherId });
        builder.HasIndex(pair => pair.OtherId);
        builder.HasOne<Article>().WithMany().HasForeignKey(pair => pair.ArticleId);
        builder.HasOne<Article>().WithMany().HasForeignKey(pair => pair.OtherId);
    }
}

internal sealed class StoryDenialConfiguration : IEntityTypeConfiguration<StoryDenial>
{
    public void Configure(EntityTypeBuilder<StoryDenial> builder)
    {
        builder.HasKey(denial => new { denial.StoryId, denial.ArticleId });
        builder.HasOne<Story>().WithMany().HasForeignKey(denial => denial.StoryId);
        builder.HasOne<Article>().WithMany().HasForeignKey(denial => denial.ArticleId);
        builder.Property(denial => denial.Denier).HasMaxLength(200);
    }
}

internal sealed class ArticleFactConfiguration : IEntityTypeConfiguration<ArticleFact>
{
    public void Configure(EntityTypeBuilder<ArticleFact> builder)
    {
        builder.HasIndex(fact => fact.From);
        builder.HasOne<Article>().WithMany().HasForeignKey(fact => fact.ArticleId);
        builder.Property(fact => fact.Value).HasMaxLength(30);
    }
}

internal sealed class StoryConfiguration : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> builder)
    {
        builder.HasIndex(story => story.Sequence);
        builder.HasMany<Article>().WithOne().HasForeignKey(article => article.StoryId);
    }
}

internal sealed class StoryMoveConfiguration : IEntityTypeConfiguration<StoryMove>
{
    public void Configure(EntityTypeBuilder<StoryMove> builder)
    {
        builder.Property(move => move.Id).ValueGeneratedNever();
        builder.HasOne<Story>().WithMany().HasForeignKey(move => move.Into);
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
