using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The article's headline without the outlet's name, which page titles carry behind it.</summary>
internal static partial class PageTitle
{
    private const int MaxLength = 2000;

    /// <summary>A part of a title this long is a headline even without proof.</summary>
    private const int MinHeadline = 10;

    private const int LongestSection = 60;

    /// <returns>With the outlet as the page's titles name it.</returns>
    public static SplitTitle Find(
        IDocument document, MetaTags meta, StructuredData data, IElement? heading, string? site, string? address, OutletNames known)
    {
        var found = Headline(document, meta, data, heading, site, address, known);
        var key = TextKey.Of(found.Title);
        return found.Site is not null || key.Length < MinHeadline
            ? found
            : found with { Site = TitleSuffix.Split(Clean(document.Title), _ => false, head => TextKey.Of(head).Equals(key, StringComparison.Ordinal)).Site };
    }

    private static SplitTitle Headline(
        IDocument document, MetaTags meta, StructuredData data, IElement? heading, string? site, string? address, OutletNames known)
    {
        var headline = Clean(heading is null ? null : Broken(heading));
        var whole = Clean(heading is null ? null : Broken(heading, withStruck: true));
        var stated = Clean(meta.First("og:title") ?? data.Headline ?? document.Title);
        stated = PrintVersion().IsMatch(stated) || (headline.Length > 0 && IsSection(stated)) ? "" : stated;
        var stripped = TitleSuffix.Split(stated, IsSite, Matches);
        if (headline.Length > 0 && !IsSite(headline) && (Agree(headline, stated, Clean(document.Title)) || Agree(whole, stated, Clean(document.Title))))
        {
            return new SplitTitle(TitleSuffix.Split(headline, IsSite, _ => false).Title, stripped.Site);
        }

        return data.Headline is { } named
            ? new SplitTitle(TitleSuffix.Split(Clean(named), IsSite, Matches).Title, stripped.Site)
            : stripped.Title.Length > 0 ? stripped : new SplitTitle(headline, null);

        bool Matches(string head) =>
            head.Length >= MinHeadline && TextKey.Of(head).Equals(TextKey.Of(headline), StringComparison.Ordinal);

        bool IsSite(string part) =>
            HostName.IsHost(part) || IsOwner(part)
            || (site is not null && TextKey.Of(part).Equals(TextKey.Of(site), StringComparison.Ordinal))
            || (address is not null && HostName.SoundsLike(part, new Uri(address).Host));

        // «… – МИД РК» behind another outlet's headline says who told it; only on its own page a name is the site's.
        bool IsOwner(string part) => known.ByName(part) is { } outlet
            && (address is null || known.ByHost(new Uri(address).Host) is not { } owner || owner == outlet);
    }

    /// <summary>«Новости департамента»: the same title on every page of a section.</summary>
    public static bool IsSection(string title) => title.Length <= LongestSection && Section().IsMatch(title);

    /// <summary>A line break parts words.</summary>
    /// <param name="withStruck">With the words that are crossed out, as the page's other titles may have them.</param>
    private static string Broken(IElement heading, bool withStruck = false) => string.Concat(heading.GetDescendants().Select(node => node switch
    {
        _ when !withStruck && node.GetAncestors().OfType<IElement>().TakeWhile(place => place != heading).Any(StruckText.Is) => "",
        IText text => text.Data,
        IElement { LocalName: "br" } => " ",
        _ => "",
    }));

    private static bool Agree(string headline, string stated, string documentTitle)
    {
        var key = TextKey.Of(headline);
        return stated.Length == 0 || TextKey.Of(stated).Contains(key, StringComparison.Ordinal)
            || TextKey.Of(documentTitle).Contains(key, StringComparison.Ordinal) || IsCut(stated, key);
    }

    /// <summary>Templates cut long headlines: «Мост через Тасты отк…».</summary>
    private static bool IsCut(string stated, string headlineKey)
    {
        var dots = stated.IndexOf('…', StringComparison.Ordinal) is var one and >= 0 ? one : stated.IndexOf("...", StringComparison.Ordinal);
        return dots > 0 && TextKey.Of(stated[..dots]) is { Length: >= MinHeadline } beginning && headlineKey.StartsWith(beginning, StringComparison.Ordinal);
    }

    /// <summary>Templates escape twice and leave "&amp;amp;".</summary>
    private static string Clean(string? text) =>
        text is null ? "" : TextCleaner.CleanLine(WebUtility.HtmlDecode(text.Length > MaxLength ? text[..MaxLength] : text)).Trim();

    [GeneratedRegex(@"^\W{0,3}((последние\s)?новости|жаңалықтар|пресс-(релизы|служба|центр)|(latest\s)?news|press\s(releases|room|center|centre))(\s\p{L}{2,20}){0,2}\W{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Section();

    /// <summary>What the page is, not what it is about.</summary>
    [GeneratedRegex(@"^\W{0,3}((версия|страница)\s(для|на)\s(печати|печать)|распечатать|print(able|er[\s-]friendly)?\s(version|page)|басып\sшығару(\sнұсқасы)?|баспа\sнұсқасы)\W{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex PrintVersion();
}
