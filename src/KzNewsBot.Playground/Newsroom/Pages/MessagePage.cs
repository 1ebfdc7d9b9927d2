namespace KzNewsBot.Playground.Newsroom.Pages;

/// <summary>Pages that are no articles: "not found", a challenge, a login.</summary>
internal static class MessagePage
{
    public static string Write(SiteView site, string heading, string sentence)
    {
        var language = site.MainLanguage;
        var values = site.CommonValues(language);
        values["heading"] = HtmlText.Encode(Labels.Get(language, heading));
        values["sentence"] = HtmlText.Encode(Labels.Get(language, sentence));
        return PageTemplate.Get("message").Fill(language, values);
    }
}
