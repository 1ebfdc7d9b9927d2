using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Sources;

/// <summary>What each kind of road needs to be travelled.</summary>
internal static class RoadRules
{
    private const int MaxIntervalMinutes = 7 * 24 * 60;

    public static IEnumerable<string> FaultsOf(SourceDefinition source, RoadDefinition road, string at) =>
        Address(source, road, at).Concat(Reading(source, road, at)).Concat(Parts(source, road, at));

    public static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;

    private static IEnumerable<string> Address(SourceDefinition source, RoadDefinition road, string at)
    {
        if (!Enum.IsDefined(road.Kind))
        {
            yield return SourceFault.Is(source.Id, $"{at}.kind", $"{road.Kind:D}", SourceReader.OneOf<RoadKind>());
        }

        if (!IsWebAddress(road.Url))
        {
            yield return SourceFault.Is(source.Id, $"{at}.url", road.Url, "an absolute http or https address");
        }
        else if (road.Kind == RoadKind.Telegram && !IsChannelPage(road.Url))
        {
            yield return SourceFault.Is(source.Id, $"{at}.url", road.Url, "a channel's public page, https://t.me/s/NAME");
        }

        if (road.Key.Length > RoadDefinition.LongestKey)
        {
            yield return SourceFault.Of(source.Id, $"{at}.url", $"has {road.Key.Length} characters", $"at most {RoadDefinition.LongestKey}");
        }
    }

    private static IEnumerable<string> Reading(SourceDefinition source, RoadDefinition road, string at)
    {
        if (road.Language is not (null or "ru" or "kk" or "en"))
        {
            yield return SourceFault.Is(source.Id, $"{at}.language", road.Language, "ru, kk or en, or no language for several");
        }
        else if (road.Language is { } language && !source.Languages.Contains(language, StringComparer.Ordinal))
        {
            yield return SourceFault.Is(source.Id, $"{at}.language", language, "one of the source's languages");
        }

        if (road.Encoding is { } encoding && Charsets.Find(encoding) is null)
        {
            yield return SourceFault.Is(source.Id, $"{at}.encoding", encoding, "an encoding such as windows-1251");
        }

        if (!Enum.IsDefined(road.Text))
        {
            yield return SourceFault.Is(source.Id, $"{at}.text", $"{road.Text:D}", SourceReader.OneOf<RoadText>());
        }

        if (road.MinIntervalMinutes is < 1 or > MaxIntervalMinutes)
        {
            yield return SourceFault.Of(source.Id, $"{at}.minIntervalMinutes", $"is {road.MinIntervalMinutes}", $"1 to {MaxIntervalMinutes}");
        }

        if (road.Include.Concat(road.Exclude).Any(string.IsNullOrWhiteSpace))
        {
            yield return SourceFault.Of(source.Id, $"{at}.include or {at}.exclude", "has an empty pattern", "the beginning of a path, \"/politics/\", or a part of an address");
        }
    }

    private static IEnumerable<string> Parts(SourceDefinition source, RoadDefinition road, string at)
    {
        if ((road.Json is not null) != (road.Kind == RoadKind.JsonList))
        {
            yield return SourceFault.Of(source.Id, $"{at}.json", road.Json is null ? "is missing" : "has no meaning here", "it with the kind jsonList and no other");
        }

        if ((road.Html is not null) != (road.Kind == RoadKind.HtmlList))
        {
            yield return SourceFault.Of(source.Id, $"{at}.html", road.Html is null ? "is missing" : "has no meaning here", "it with the kind htmlList and no other");
        }

        if (road.Json is { } json && (json.Link is null) == (json.LinkTemplate is null))
        {
            yield return SourceFault.Of(source.Id, $"{at}.json", json.Link is null ? "has neither link nor linkTemplate" : "has both link and linkTemplate", "one of them");
        }

        if (road.Json?.LinkTemplate is { } template && !(IsWebAddress(template) && template.Contains('{', StringComparison.Ordinal) && template.Contains('}', StringComparison.Ordinal)))
        {
            yield return SourceFault.Is(source.Id, $"{at}.json.linkTemplate", template, "an absolute address with {field} in it");
        }

        if (string.IsNullOrWhiteSpace(road.Json?.Title ?? "title"))
        {
            yield return SourceFault.Of(source.Id, $"{at}.json.title", "is empty", "the path of the title");
        }

        if (string.IsNullOrWhiteSpace(road.Html?.Item ?? "item"))
        {
            yield return SourceFault.Of(source.Id, $"{at}.html.item", "is empty", "a CSS selector");
        }
    }

    /// <summary>On loopback stands what plays Telegram in a trial without a network.</summary>
    private static bool IsChannelPage(string url) =>
        new Uri(url) is { Query: "", Fragment: "" } uri
        && (url.StartsWith("https://t.me/", StringComparison.Ordinal) || uri.IsLoopback)
        && uri.AbsolutePath.StartsWith("/s/", StringComparison.Ordinal)
        && uri.AbsolutePath["/s/".Length..] is { Length: >= 4 and <= 32 } name
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
