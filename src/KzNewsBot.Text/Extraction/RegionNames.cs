using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>Reads an element's tag, role, class and id. One for each page: templates repeat their class names.</summary>
internal sealed class RegionNames
{
    private const int MaxNameLength = 300;

    /// <summary>One word of a class name that marks page furniture, wherever it stands in the name.</summary>
    private static readonly HashSet<string> Negative = Set(
        """
        comment comments disqus respond share sharing shares sharebar sharedaddy sharethis social socials sociable addthis
        related relatedposts relatednews relatedarticles recommend recommended recommendation recommendations readmore readalso
        newsletter newsletters subscribe subscription subscriptions signup sidebar widget widgets promo promos promoted promotion
        banner banners ad ads adv advert adverts advertisement advertising advertorial sponsor sponsors sponsored outbrain taboola mgid
        relap adfox yandex direct breadcrumb breadcrumbs crumbs pagination paging pager tags tag taglist tagcloud hashtags topics
        keywords categories rating ratings vote votes poll quiz survey menu nav navbar navigation footer header masthead copyright
        copyrights disclaimer cookie cookies gdpr consent popup modal overlay lightbox login register search toolbar tools tooltip
        popular trending trends similar byline author authors authorbox bio dateline timestamp meta metadata caption credit credits
        print noprint views counter weather currency ticker rates lenta more morenews othernews lastnews latest teaser teasers carousel
        slider slideshow gallery thumbs player playlist hidden hide skip mostread telegram whatsapp orphus feedback donate donation cta
        upsell regwall interstitial marquee inset toc rail reply replies pullquote pullquotes
        """);

    /// <summary>Two words that only together mark page furniture.</summary>
    private static readonly HashSet<string> NegativePairs = Set(
        """
        side-bar more-news more-stories more-from more-articles more-posts more-on read-also read-more read-next read-too see-also
        also-read next-article next-post prev-next sign-up most-read most-viewed most-popular most-shared post-meta post-info
        post-date post-nav post-footer post-share post-tags post-author post-categories entry-meta entry-footer entry-date entry-info
        article-meta article-info article-date article-footer article-share article-tags article-author article-tools about-author
        skip-link screen-reader sr-only visually-hidden no-print posted-on posted-by posted-in report-error news-list recent-posts
        recent-news last-news other-news lang-switch language-switcher pull-quote call-to cat-links user-menu material-also
        photo-desc photo-description photo-title photo-text photo-alt photo-sign photo-signature photo-author photo-source photo-info
        image-desc image-description image-title image-text image-sign image-source image-info img-desc img-description img-title
        img-text img-sign pic-desc pic-description pic-title picture-desc picture-description picture-title thumb-desc media-desc
        media-description media-sign
        """);

    private static readonly HashSet<string> Comments = Set(
        "comment comments commentlist commentarea disqus respond livefyre discussion replies kommentare comentarios commentaires hypercomments");

    /// <summary>Bitrix calls the comments below an article reviews; alone the word names many an article.</summary>
    private static readonly HashSet<string> CommentPairs = Set("reviews-block reviews-post reviews-text reviews-reply reviews-author");

    private static readonly HashSet<string> Body = Set(
        """
        articlebody article-body article-content article-text article-copy article-main article-inner article-full article-detail
        entry-content entry-body entry-text post-content post-body post-text post-inner story-body storybody story-content story-text
        news-text news-content news-body news-detail news-full newstext blog-content blog-body single-content content-text content-body
        content-inner content-main main-content maincontent main-text page-content page-text page-body text-content text-body full-text
        fulltext full-content body-text body-content body-copy bodytext detail-text detail-content publication-text publication-body
        material-text material-body material-content article entry story content text body post formatted-body material publication
        """);

    private static readonly HashSet<string> Posts = Set("twitter-tweet twitter-video instagram-media telegram-post fb-post");

    private static readonly HashSet<string> Paywalls = Set("paywall regwall paygate piano metered");

    private static readonly HashSet<string> Leads = Set("lead lede lide intro announce anons anonce subtitle subheadline standfirst deck dek spot annotation");

    /// <summary>Words for furniture that Elementor, Drupal and others name the article's place with too.</summary>
    private static readonly HashSet<string> Layouts = Set("widget widgets views print");

    private static readonly HashSet<string> Notes = Set("footnotes endnotes");

    private static readonly HashSet<string> HiddenNames = Set(
        "hidden hide tooltip popover screen-reader screen-reader-text sr-only visually-hidden visuallyhidden visually-hidden-text");

    /// <summary>What a tooltip says beside the word that shows it; "tooltip" and "popover" are that word as often.</summary>
    private static readonly HashSet<string> HiddenInline = Set(
        "hidden screen-reader screen-reader-text sr-only visually-hidden visuallyhidden visually-hidden-text tooltiptext tooltip-text");

    private readonly Dictionary<(string?, string?, bool), RegionTraits> known = [];

    public RegionTraits Of(IElement element)
    {
        var traits = FromTag(element.LocalName) | FromRole(element.GetAttribute("role"));
        if (element.LocalName is not ("body" or "html"))
        {
            traits |= element.LocalName is ['h', >= '1' and <= '6'] ? FromNames(element.ClassName, id: null, isHeading: true) : FromNames(element.ClassName, element.Id);
        }

        if (element.LocalName is "figure" && HoldsText(element))
        {
            traits &= ~RegionTraits.Figure;
        }

        if (IsHidden(element))
        {
            traits |= RegionTraits.Hidden;
        }

        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
        {
            traits = (traits | RegionTraits.ArticleBody) & ~RegionTraits.NegativeName;
        }

        return traits;
    }

    /// <summary>For elements inside a line of text, where only invisibility matters.</summary>
    public static bool IsHiddenInline(IElement element) =>
        IsHidden(element) || element.GetAttribute("role") is "tooltip"
        || (element.LocalName is not "a" && element.ClassName is { Length: > 0 and <= MaxNameLength } name
            && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(HiddenInline.Contains));

    private static bool IsHidden(IElement element) =>
        element.Attributes.Length > 0
        && (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true" || IsHiddenStyle(element.GetAttribute("style")));

    private static bool IsHiddenStyle(string? style)
    {
        if (style is null)
        {
            return false;
        }

        var compact = style.Replace(" ", "", StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Editors set tables and quotations into figures; a post of a social network stays a picture.</summary>
    private bool HoldsText(IElement figure) =>
        figure.Children.Any(child => child.LocalName is "table" or "blockquote" && !FromNames(child.ClassName, child.Id).HasFlag(RegionTraits.Post));

    private static RegionTraits FromTag(string tag) => tag switch
    {
        "nav" or "menu" => RegionTraits.Navigation,
        "footer" => RegionTraits.Footer,
        "aside" => RegionTraits.Aside,
        "form" or "dialog" or "button" => RegionTraits.Form,
        "figcaption" => RegionTraits.Caption | RegionTraits.Figure,
        "figure" => RegionTraits.Figure,
        "header" => RegionTraits.Header,
        "article" => RegionTraits.Article,
        "main" => RegionTraits.Main,
        "table" => RegionTraits.Table,
        "blockquote" => RegionTraits.Quote,
        _ => RegionTraits.None,
    };

    private static RegionTraits FromRole(string? role) => role switch
    {
        "navigation" or "menu" or "menubar" => RegionTraits.Navigation,
        "complementary" => RegionTraits.Aside,
        "contentinfo" => RegionTraits.Footer,
        "banner" => RegionTraits.Header | RegionTraits.NegativeName,
        "search" or "dialog" or "alertdialog" or "toolbar" => RegionTraits.Form,
        "main" => RegionTraits.Main,
        "article" => RegionTraits.Article,
        _ => RegionTraits.None,
    };

    /// <param name="isHeading">Its id is made of its words, and "header" only says what it is.</param>
    private RegionTraits FromNames(string? classes, string? id, bool isHeading = false)
    {
        if (classes is null && id is null)
        {
            return RegionTraits.None;
        }

        if (!known.TryGetValue((classes, id, isHeading), out var traits))
        {
            traits = ReadNames(classes, isHeading) | ReadNames(id, isHeading: false);
            traits |= traits.HasFlag(RegionTraits.NegativeName) && !$"{classes} {id}".Split([' ', '\n', '\r', '\t']).Any(IsFurniture) ? RegionTraits.LayoutName : RegionTraits.None;
            known.Add((classes, id, isHeading), traits);
        }

        return traits;
    }

    private static RegionTraits ReadNames(string? names, bool isHeading)
    {
        var traits = RegionTraits.None;
        if (names is null or { Length: < 2 or > MaxNameLength })
        {
            return traits;
        }

        foreach (var name in names.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            traits |= ReadName(name, isHeading);
        }

        return traits;
    }

    private static RegionTraits ReadName(string name, bool isHeading)
    {
        List<string> words = [.. ElementNames.Words(name)];
        var whole = string.Join('-', words);
        var traits = RegionTraits.None;
        traits |= Body.Contains(whole) || Body.Contains(name.ToLowerInvariant()) ? RegionTraits.BodyName : RegionTraits.None;
        traits |= Posts.Contains(whole) ? RegionTraits.Post : RegionTraits.None;
        traits |= HiddenNames.Contains(whole) ? RegionTraits.NegativeName : RegionTraits.None;
        for (var i = 0; i < words.Count; i++)
        {
            var pair = i + 1 < words.Count && NegativePairs.Contains($"{words[i]}-{words[i + 1]}");
            traits |= pair || (Negative.Contains(words[i]) && !HidesOther(words, i) && !(isHeading && words[i] is "header")) ? RegionTraits.NegativeName : RegionTraits.None;
            traits |= Paywalls.Contains(words[i]) ? RegionTraits.PaywallName : RegionTraits.None;
            traits |= Notes.Contains(words[i]) ? RegionTraits.Notes : RegionTraits.None;
            traits |= Leads.Contains(words[i]) ? RegionTraits.LeadName : RegionTraits.None;
            traits |= Comments.Contains(words[i]) || (i + 1 < words.Count && CommentPairs.Contains($"{words[i]}-{words[i + 1]}")) ? RegionTraits.CommentName : RegionTraits.None;
        }

        return traits;
    }

    /// <summary>A word other than those of a layout speaks against it.</summary>
    private static bool IsFurniture(string name)
    {
        List<string> words = [.. ElementNames.Words(name)];
        return HiddenNames.Contains(string.Join('-', words)) || words.Exists(word => Negative.Contains(word) && !Layouts.Contains(word))
            || words.Zip(words.Skip(1)).Any(pair => NegativePairs.Contains($"{pair.First}-{pair.Second}"));
    }

    /// <summary>Drupal writes "field--label-hidden" on every text without a label, and "overflow-hidden" only cuts what sticks out.</summary>
    private static bool HidesOther(List<string> words, int at) => at > 0 && words[at] is "hidden" && words[at - 1] is "label" or "overflow";

    private static HashSet<string> Set(string names) =>
        names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
