using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Delivery;

internal enum InboxState
{
    Received,

    /// <summary>The answer was about to leave: after a crash it may have arrived, so it is not given again.</summary>
    Answering,
    Done,

    /// <summary>Handling it failed three times or ended the program again and again, or it can't be read: it is not tried again.</summary>
    Dead,
}

/// <summary>An update as Telegram sent it, stored before it is confirmed and handled once, by its id.</summary>
internal sealed class InboxUpdate
{
    public long UpdateId { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The update's JSON, emptied once handled: what people write is not kept.</summary>
    public required string Payload { get; set; }

    public InboxState State { get; set; }

    /// <summary>1 once a start of the bot has found it unanswered; from then on it also counts how often it was begun alone, and neither ended nor stopped.</summary>
    public int Starts { get; set; }
}

internal sealed class InboxUpdateConfiguration : IEntityTypeConfiguration<InboxUpdate>
{
    public void Configure(EntityTypeBuilder<InboxUpdate> builder)
    {
        builder.HasKey(update => update.UpdateId);
        builder.Property(update => update.UpdateId).ValueGeneratedNever();
        builder.HasIndex(update => update.State);
        builder.Property(update => update.State).HasConversion<int>();
    }
}
