namespace Telegram.Bot.Types.ReplyMarkups;

public class ReplyKeyboardMarkup : ReplyMarkup
{
    [SetsRequiredMembers]
    public ReplyKeyboardMarkup() => Keyboard = new List<List<KeyboardButton>>();

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<IEnumerable<KeyboardButton>> keyboard) => Keyboard = keyboard;

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<KeyboardButton> keyboardRow)
        : this(new List<List<KeyboardButton>> { keyboardRow.ToList() })
    {
    }

    // Looks needless, but overload resolution has to come out as with the package.
    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(List<KeyboardButton> keyboardRow)
        : this((IEnumerable<KeyboardButton>)keyboardRow)
    {
    }

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(params KeyboardButton[] keyboardRow)
        : this((IEnumerable<KeyboardButton>)keyboardRow)
    {
    }

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(KeyboardButton button)
        : this((IEnumerable<KeyboardButton>)[button])
    {
    }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IEnumerable<IEnumerable<KeyboardButton>> Keyboard { get; set; }

    public bool IsPersistent { get; set; }

    public bool ResizeKeyboard { get; set; }

    public bool OneTimeKeyboard { get; set; }

    /// <summary>1–64 characters.</summary>
    public string? InputFieldPlaceholder { get; set; }

    public bool Selective { get; set; }
}

public class KeyboardButton
{
    public KeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public KeyboardButton(string text) => Text = text;

    public required string Text { get; set; }

    public bool RequestContact { get; set; }

    public bool RequestLocation { get; set; }

    public WebAppInfo? WebApp { get; set; }

    public static implicit operator KeyboardButton(string text) => new(text);

    public static KeyboardButton WithRequestContact(string text) => new(text) { RequestContact = true };

    public static KeyboardButton WithRequestLocation(string text) => new(text) { RequestLocation = true };

    public static KeyboardButton WithWebApp(string text, WebAppInfo webApp) => new(text) { WebApp = webApp };
}
