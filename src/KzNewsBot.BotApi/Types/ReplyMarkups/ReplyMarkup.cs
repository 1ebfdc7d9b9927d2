namespace Telegram.Bot.Types.ReplyMarkups;

[JsonPolymorphic]
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
[JsonDerivedType(typeof(ForceReplyMarkup))]
public abstract class ReplyMarkup;

public class ReplyKeyboardRemove : ReplyMarkup
{
    public bool RemoveKeyboard { get; } = true;

    public bool Selective { get; set; }
}

public class ForceReplyMarkup : ReplyMarkup
{
    public bool ForceReply { get; } = true;

    /// <summary>1–64 characters.</summary>
    public string? InputFieldPlaceholder { get; set; }

    public bool Selective { get; set; }
}
