using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>What an element's tag, role, class and id say about its content.</summary>
internal static class RegionNames
{
    private const int MaxNameLength = 300;

    private static readonly HashSet<string> Negative = new(
        ("comment comments disqus share sharing shares social socials sociable related recommend recommended recommendations "
        + "readmore newsletter newsletters subscribe subscription sidebar widget widgets promo promos banner banners ad ads "
        + "advert adverts advertisement sponsored breadcrumb breadcrumbs pagination pager tags tag taglist rating ratings "
        + "vote poll menu nav navbar navigation footer header masthead copyright cookie cookies popup modal login toolbar "
        + "tooltip trending popular similar byline author authors meta caption credit credits copyrights print views counter "
        + "weather currency ticker rates lenta more teaser teasers carousel slider gallery player hidden skip outbrain taboola "
        + "hide sr-only visually-hidden mostread most-read").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Body = new(
        ("articlebody article-body article-content article-text article__body article__text article__content entry-content "
        + "post-content post-body story-body storybody story-content news-text news-content news-body news-detail newstext "
        + "single-content content-text text-content full-text fulltext body-text bodytext page-content detail-text "
        + "article entry story content text body post formatted-body material publication").Split(' '),
        StringComparer.Ordinal);

    public static RegionTraits Of(IElement element)
    {
        var traits = FromTag(element.LocalName) | FromRole(element.GetAttribute("role")) | FromNames(element);
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true" || IsHidden(element.GetAttribute("style")))
        {
            traits |= RegionTraits.Hidden;
        }

        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
        {
            traits = (traits | RegionTraits.ArticleBody) & ~RegionTraits.NegativeName;
        }

        return traits;
    }

    private static RegionTraits FromTag(string tag) => tag switch
    {
        "nav" or "footer" or "aside" or "form" or "dialog" or "button" or "menu" => RegionTraits.Chrome,
        "figcaption" or "figure" => RegionTraits.Caption,
        "article" => RegionTraits.Article,
        "main" => RegionTraits.Main,
        _ => RegionTraits.None,
    };

    private static RegionTraits FromRole(string? role) => role switch
    {
        "navigation" or "menu" or "menubar" or "complementary" or "contentinfo" or "banner" or "search" or "dialog"
            or "alertdialog" or "toolbar" => RegionTraits.Chrome,
        "main" => RegionTraits.Main,
        "article" => RegionTraits.Article,
        _ => RegionTraits.None,
    };

    private static RegionTraits FromNames(IElement element)
    {
        var names = $"{element.ClassName} {element.Id}";
        if (names.Length is < 3 or > MaxNameLength || element.LocalName is "body" or "html")
        {
            return RegionTraits.None;
        }

        var traits = RegionTraits.None;
        foreach (var name in names.ToLowerInvariant().Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            traits |= Body.Contains(name.Replace('_', '-')) || Body.Contains(name) ? RegionTraits.BodyName : RegionTraits.None;
            if (Negative.Contains(name) || name.Split(['-', '_', ':', '.']).Any(Negative.Contains))
            {
                traits |= RegionTraits.NegativeName;
            }
        }

        return traits;
    }

    private static bool IsHidden(string? style) =>
        style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
}
