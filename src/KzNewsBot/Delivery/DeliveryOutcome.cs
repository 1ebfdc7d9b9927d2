namespace KzNewsBot.Delivery;

/// <summary>How one call to Telegram ended, named by what happens next.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <param name="MessageId">0 for calls that make no message.</param>
    public sealed record Arrived(int MessageId) : DeliveryOutcome;

    /// <summary>Surely not sent; try again after the wait.</summary>
    /// <param name="Flood">True when Telegram told us to wait: then the wait is obeyed to the second.</param>
    public sealed record Retry(TimeSpan After, bool Flood, string Reason) : DeliveryOutcome;

    /// <summary>Not sent: the group became a super-group with this id.</summary>
    public sealed record Moved(long ChatId) : DeliveryOutcome
    {
        /// <summary>Outcomes are logged, chats are not.</summary>
        public override string ToString() => nameof(Moved);
    }

    /// <summary>Not sent, and nothing will be until the chat comes back.</summary>
    public sealed record Retire(string Reason) : DeliveryOutcome;

    /// <summary>Not sent: the forum topic is closed or gone, the chat itself is there.</summary>
    /// <param name="Gone">True when it was deleted: nobody can write there any more.</param>
    public sealed record TopicLost(string Reason, bool Gone) : DeliveryOutcome;

    /// <summary>Not sent: the server refuses it.</summary>
    /// <param name="OfText">True when it may be for this text or keyboard: without entities and buttons it might pass.</param>
    public sealed record Reject(string Reason, bool OfText = true) : DeliveryOutcome;

    /// <summary>The answer never came: it may or may not have arrived.</summary>
    public sealed record Doubt(string Reason) : DeliveryOutcome;

    /// <summary>The token is not valid: nobody may send anything.</summary>
    public sealed record Halt(string Reason) : DeliveryOutcome;
}
