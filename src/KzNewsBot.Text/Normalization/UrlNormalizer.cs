using System.Globalization;
using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// One spelling per web address: http or https, host in lower case and punycode, no default port, no fragment, no name or
/// password, no tracking, and percent-encoding as RFC 3986 (6.2.2) has it. What may name another page is left
/// alone: "www.", "m.", a slash at the end, the order of the parameters. Normalizing twice changes nothing.
/// </summary>
internal static class UrlNormalizer
{
    /// <summary>Characters, before and after.</summary>
    public const int MaxLength = 2000;

    private const string Unreserved = "-._~";

    /// <summary>Characters that stay as they are in a path or query, beside letters and digits.</summary>
    private const string Kept = Unreserved + "!$&'()*+,;=:@/?";

    /// <param name="text">As a page or a reader wrote it.</param>
    /// <param name="relativeTo">The address of the page it stands on; null where only absolute addresses make sense.</param>
    /// <returns>Null for what is no address of a web page.</returns>
    public static string? Normalize(string? text, Uri? relativeTo = null)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            return null;
        }

        // Line breaks and "&amp;" inside an address are the template's, not the address's.
        var written = text.Trim().ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase);
        var found = relativeTo is { IsAbsoluteUri: true }
            ? Uri.TryCreate(relativeTo, written, out var uri)
            : Uri.TryCreate(written, UriKind.Absolute, out uri);
        return found && uri is not null ? Normalize(uri) : null;
    }

    public static string? Normalize(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || Host(address) is not { } host)
        {
            return null;
        }

        var port = address.IsDefaultPort ? "" : ":" + address.Port.ToString(CultureInfo.InvariantCulture);
        var path = Encoded(WithoutSession(address.AbsolutePath));
        var query = string.Join('&', address.Query[Math.Min(1, address.Query.Length)..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(Encoded).Where(pair => !TrackingParameters.Contains(pair)));
        var normalized = $"{address.Scheme}://{host}{port}{(path.Length == 0 ? "/" : path)}{(query.Length == 0 ? "" : "?" + query)}";
        return normalized.Length <= MaxLength ? normalized : null;
    }

    private static string? Host(Uri address)
    {
        try
        {
            var host = address.IdnHost.TrimEnd('.').ToLowerInvariant();
            return address.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host.Length > 0 ? host : null;
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            // A label no registry would accept.
            return null;
        }
    }

    /// <summary>";jsessionid=…" stands in the path and changes with every visit.</summary>
    private static string WithoutSession(string path)
    {
        var at = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? path : path[..at];
    }

    /// <summary>Escapes what must be escaped, in capitals, and nothing else.</summary>
    private static string Encoded(string text)
    {
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && Octet(text, i) is { } octet)
            {
                Append(encoded, octet, isKept: char.IsAsciiLetterOrDigit((char)octet) || Unreserved.Contains((char)octet, StringComparison.Ordinal));
                i += 2;
            }
            else if (char.IsAsciiLetterOrDigit(text[i]) || Kept.Contains(text[i], StringComparison.Ordinal))
            {
                encoded.Append(text[i]);
            }
            else
            {
                var rune = Rune.TryGetRuneAt(text, i, out var whole) ? whole : Rune.ReplacementChar;
                foreach (var value in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    Append(encoded, value, isKept: false);
                }

                i += rune.Utf16SequenceLength - 1;
            }
        }

        return encoded.ToString();
    }

    private static byte? Octet(string text, int at) =>
        at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static void Append(StringBuilder encoded, byte value, bool isKept)
    {
        if (isKept)
        {
            encoded.Append((char)value);
        }
        else
        {
            encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
