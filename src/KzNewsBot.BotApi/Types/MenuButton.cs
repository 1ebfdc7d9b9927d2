namespace Telegram.Bot.Types;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MenuButtonDefault), "default")]
[JsonDerivedType(typeof(MenuButtonCommands), "commands")]
[JsonDerivedType(typeof(MenuButtonWebApp), "web_app")]
public abstract class MenuButton
{
    [JsonIgnore]
    public abstract MenuButtonType Type { get; }
}

public class MenuButtonDefault : MenuButton
{
    [JsonIgnore]
    public override MenuButtonType Type => MenuButtonType.Default;
}

public class MenuButtonCommands : MenuButton
{
    [JsonIgnore]
    public override MenuButtonType Type => MenuButtonType.Commands;
}

public class MenuButtonWebApp : MenuButton
{
    [JsonIgnore]
    public override MenuButtonType Type => MenuButtonType.WebApp;

    public required string Text { get; set; }

    public required WebAppInfo WebApp { get; set; }
}

public class WebAppInfo
{
    public WebAppInfo()
    {
    }

    [SetsRequiredMembers]
    public WebAppInfo(string url) => Url = url;

    public required string Url { get; set; }
}
