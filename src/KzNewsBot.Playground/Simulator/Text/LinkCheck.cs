using KzNewsBot.Playground.Simulator.Http;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>The server's view of a link: which it takes and how it writes it.</summary>
internal static class LinkCheck
{
    private const string PlainScheme = "http";

    /// <summary>The normalised link, or null with the server's reason.</summary>
    public static string? Normalize(string url, out string reason)
    {
        reason = "";
        var trimmed = url.Trim();
        var mark = trimmed.IndexOf("://", StringComparison.Ordinal);
        var schemeEnd = mark >= 0 && trimmed.AsSpan(0, mark).IndexOfAny("/?#") < 0 ? mark : -1;
        var scheme = schemeEnd < 0 ? PlainScheme : trimmed[..schemeEnd].ToLowerInvariant();
        if (scheme is not ("http" or "https" or "tg" or "ton" or "tonsite"))
        {
            reason = "Unsupported URL protocol";
            return null;
        }

        var rest = schemeEnd < 0 ? trimmed : trimmed[(schemeEnd + 3)..];
        var hostEnd = rest.AsSpan().IndexOfAny("/?#");
        var host = (hostEnd < 0 ? rest : rest[..hostEnd]).ToLowerInvariant();
        var path = hostEnd < 0 ? "" : rest[hostEnd..];
        reason = HostFault(host, scheme);
        return reason.Length > 0 ? null : $"{scheme}://{host}{(path.StartsWith('/') || scheme is "tg" ? path : "/" + path)}";
    }

    public static bool IsUserLink(string url, out long userId)
    {
        const string Prefix = "tg://user?id=";
        userId = 0;
        return url.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && long.TryParse(url.AsSpan(Prefix.Length), System.Globalization.CultureInfo.InvariantCulture, out userId)
            && userId > 0;
    }

    /// <summary>The entity with its link as the server writes it. HTML has dropped unusable links before; a named one refuses the message.</summary>
    public static TextEntity Checked(TextEntity entity)
    {
        if (entity is not { Type: "text_link", Url: { } url })
        {
            return entity;
        }

        if (IsUserLink(url, out var userId))
        {
            return entity with { Type = "text_mention", Url = null, UserId = userId };
        }

        return Normalize(url, out var reason) is { } link
            ? entity with { Url = link }
            : throw ApiErrorException.BadRequest($"entity URL '{url}' is invalid: {reason}");
    }

    private static string HostFault(string authority, string scheme)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var colon = host.LastIndexOf(':');
        var name = colon > host.LastIndexOf(']') ? host[..colon] : host;
        if (name.Length == 0)
        {
            return "URL host is empty";
        }

        if (name.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"' or '\\'))
        {
            return "Wrong HTTP URL";
        }

        var dotted = name.StartsWith('[') || (name.Contains('.', StringComparison.Ordinal) && !name.StartsWith('.') && !name.EndsWith('.'));
        return scheme is "tg" || dotted ? "" : "Wrong HTTP URL";
    }
}
