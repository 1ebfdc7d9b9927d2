using KzNewsBot.Articles;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Topics;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Data;

/// <summary>
/// One model, two databases. Each room keeps its entities and their configuration; providers differ only in
/// <see cref="SqliteNewsDbContext"/> and <see cref="PostgresNewsDbContext"/>.
/// </summary>
internal abstract class NewsDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Source> Sources => Set<Source>();

    public DbSet<RoadState> RoadStates => Set<RoadState>();

    public DbSet<HostPauseRow> HostPauses => Set<HostPauseRow>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<HostLinesRow> HostLines => Set<HostLinesRow>();

    public DbSet<ArticleAddress> ArticleAddresses => Set<ArticleAddress>();

    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();

    public DbSet<ArticleTopic> ArticleTopics => Set<ArticleTopic>();

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<StoryMove> StoryMoves => Set<StoryMove>();

    public DbSet<StoryTopic> StoryTopics => Set<StoryTopic>();

    public DbSet<StoryQuote> StoryQuotes => Set<StoryQuote>();

    public DbSet<StoryDenial> StoryDenials => Set<StoryDenial>();

    public DbSet<ArticleFact> ArticleFacts => Set<ArticleFact>();

    public DbSet<AkinArticles> AkinArticles => Set<AkinArticles>();

    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<ToldStory> ToldStories => Set<ToldStory>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<LaneState> Lanes => Set<LaneState>();

    public DbSet<InboxUpdate> Inbox => Set<InboxUpdate>();

    public DbSet<Setting> Settings => Set<Setting>();

    public abstract bool IsPostgres { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsDbContext).Assembly);
    }
}

/// <summary>Small facts about the database itself, such as the rules its articles were tagged with.</summary>
internal sealed class Setting
{
    public required string Key { get; init; }

    public required string Value { get; set; }

    /// <summary>Null while it was never put.</summary>
    public static async Task<string?> ReadAsync(NewsDbContext context, string key, CancellationToken cancellationToken) =>
        (await context.Settings.FindAsync([key], cancellationToken))?.Value;

    public static async Task PutAsync(NewsDbContext context, string key, string value, CancellationToken cancellationToken)
    {
        if (await context.Settings.FindAsync([key], cancellationToken) is { } known)
        {
            known.Value = value;
        }
        else
        {
            context.Settings.Add(new Setting { Key = key, Value = value });
        }
    }
}
