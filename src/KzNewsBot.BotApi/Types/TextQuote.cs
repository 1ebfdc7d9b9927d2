namespace Telegram.Bot.Types;

public class TextQuote
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Text { get; set; } = default!;

    public MessageEntity[]? Entities { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Position { get; set; }

    public bool IsManual { get; set; }
}
