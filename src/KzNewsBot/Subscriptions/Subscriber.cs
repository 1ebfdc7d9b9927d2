using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Subscriptions;

internal enum SubscriberStatus
{
    Active,

    /// <summary>The chat blocked or removed the bot: settings are kept, nothing is sent, a return restores all.</summary>
    Away,
}

/// <summary>A chat we serve (private, group, forum topic, channel) and how it wants to be served.</summary>
internal sealed class Subscriber
{
    public const int DefaultMinute = 8 * 60;

    public long Id { get; init; }

    public long ChatId { get; set; }

    /// <summary>The forum topic it was set up in; 0 outside forums.</summary>
    public int ThreadId { get; set; }

    /// <summary>Null until the chat chose one: then the sender's own language or Russian serves.</summary>
    public Language? Language { get; set; }

    /// <summary>IANA id.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Minute of the local day for the digest, 0 to 1439.</summary>
    public int DigestMinute { get; set; } = DefaultMinute;

    /// <summary>A denial of what a digest told comes as soon as it is known; otherwise with the next digest.</summary>
    public bool CorrectionsAtOnce { get; set; }

    public SubscriberStatus Status { get; set; }

    /// <summary>The next promised moment; null without subscriptions.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>The local date of the last digest: one for each date, whatever hour or zone is chosen next.</summary>
    public DateOnly? LastServedDay { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The subscriber that took the topics over: what this one was told, that one's readers were told. Null while it follows anything.</summary>
    public long? HeirId { get; set; }

    public List<Subscription> Subscriptions { get; init; } = [];
}

/// <summary>One topic a subscriber asked for.</summary>
internal sealed class Subscription
{
    public long SubscriberId { get; init; }

    public required string TopicId { get; init; }

    /// <summary>The subscriber that it was taken over from: where its digests ended, the first of the new one begins for this topic.</summary>
    public long? HandedBy { get; init; }

    /// <summary>That first digest. If it told nothing, a later one takes its place.</summary>
    public long? FirstDigestId { get; set; }
}

internal sealed class SubscriberConfiguration : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder)
    {
        builder.HasIndex(subscriber => new { subscriber.ChatId, subscriber.ThreadId }).IsUnique();
        builder.HasIndex(subscriber => subscriber.NextDueAt);
        builder.HasIndex(subscriber => subscriber.HeirId);
        builder.HasMany(subscriber => subscriber.Subscriptions).WithOne().HasForeignKey(subscription => subscription.SubscriberId);
        builder.Property(subscriber => subscriber.Language).HasConversion<string>().HasMaxLength(10);
        builder.Property(subscriber => subscriber.Status).HasConversion<string>().HasMaxLength(10);
        builder.Property(subscriber => subscriber.TimeZone).HasMaxLength(64);
    }
}

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.HasKey(subscription => new { subscription.SubscriberId, subscription.TopicId });
        builder.Property(subscription => subscription.TopicId).HasMaxLength(40);
    }
}
