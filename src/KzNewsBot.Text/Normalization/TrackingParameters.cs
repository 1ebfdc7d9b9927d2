namespace KzNewsBot.Text.Normalization;

/// <summary>Parameters of an address that tell where a reader came from and never which page is meant.</summary>
internal static class TrackingParameters
{
    /// <summary>Families that one vendor numbers on: Google Analytics, Matomo, HubSpot, the BBC, Yandex Metrica.</summary>
    private static readonly string[] Prefixes = ["utm_", "utm-", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "_hs", "at_medium", "at_campaign", "at_custom", "ym_"];

    private static readonly HashSet<string> Always = new(
        [
            // Click numbers of advertisers and social networks.
            "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "srsltid", "yclid", "ysclid", "ymclid", "yadclid", "_openstat",
            "msclkid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "epik", "rb_clickid", "wickedid", "zanpid", "vkclid", "dicbo",
            "_ga", "_gl", "_ym_uid",

            // Newsletters.
            "mc_cid", "mc_eid", "mkt_tok", "vero_id", "vero_conv", "oly_enc_id", "oly_anon_id", "hsctatracking", "nr_email_referer",

            // Marks that outlets put on their own links.
            "cmpid", "ocid", "smid", "spm", "s_cid", "cmp", "ns_mchannel", "ns_campaign", "ns_source", "ns_linkname", "ns_fee", "xtor",
            "ito", "tg_rhash", "rss",

            // Visits.
            "phpsessid", "jsessionid", "aspsessionid",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Words such as "from" mark links at one outlet and choose a page at another ("from=20", "from=2024-01-01"). They count
    /// as tracking only with a word for a value.
    /// </summary>
    private static readonly HashSet<string> WithWord = new(["from", "ref", "ref_src", "ref_url", "referrer", "referer", "share", "fromsource"], StringComparer.OrdinalIgnoreCase);

    /// <summary>"source" is often a real filter; only with such a value it marks a link.</summary>
    private static readonly HashSet<string> SourceNames = new(["source", "src"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Channels = new(
        ["telegram", "tg", "vk", "vkontakte", "ok", "fb", "facebook", "twitter", "x", "instagram", "whatsapp", "viber", "youtube", "dzen", "zen",
         "yandex", "yxnews", "google", "rss", "push", "email", "mail", "newsletter", "social", "share"],
        StringComparer.OrdinalIgnoreCase);

    /// <param name="pair">As it stands between two "&amp;" of a query.</param>
    public static bool Contains(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? pair : pair[..equals];
        var value = equals < 0 ? "" : pair[(equals + 1)..];
        return Always.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || (WithWord.Contains(name) && !value.Any(char.IsAsciiDigit))
            || (SourceNames.Contains(name) && Channels.Contains(value));
    }
}
