using System.Security.Cryptography;
using System.Text;
using KzNewsBot.Sources;

namespace KzNewsBot.Feeds;

/// <summary>
/// What tells an entry from every other of its outlet. The address comes first, for feeds give old items new ids and use
/// one id for several; a homepage, or an address that several entries of one document share, says nothing: id and title join it.
/// </summary>
internal static class EntryKeys
{
    /// <param name="Url">Normalized address.</param>
    /// <param name="Id">guid or atom:id.</param>
    internal sealed record Parts(string? Url, string? Id, string Title);

    /// <summary>One key for each entry, in their order; equal keys are one entry twice.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Parts> entries)
    {
        var shared = entries.Where(entry => entry.Url is not null)
            .GroupBy(entry => entry.Url, StringComparer.Ordinal)
            .Where(group => group.Select(entry => entry.Title).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. entries.Select(entry => Hash(entry.Url switch
        {
            null => $"id {entry.Id}\n{(entry.Id is null ? entry.Title : "")}",
            _ when shared.Contains(entry.Url) || IsHomepage(entry.Url) => $"url {entry.Url}\n{entry.Id}\n{entry.Title}",
            _ => OfAddress(entry.Url),
        }))];
    }

    /// <summary>Whether an entry of this key has its address to itself.</summary>
    public static bool IsOfAddressAlone(string key, string url) => key == Hash(OfAddress(url));

    /// <summary>The keys that an entry of this address may have had before its site went over to https, to "www." or to a slash at the end, or back.</summary>
    public static IEnumerable<string> OfSamePlace(string url)
    {
        var address = new Uri(url);
        var host = SourceRegistry.WithoutWww(address.Authority);
        var path = address.AbsolutePath.TrimEnd('/');
        return from scheme in (string[])["https", "http"]
               from name in (string[])[host, $"www.{host}"]
               from end in (string[])["", "/"]
               where path.Length + end.Length > 0
               let other = $"{scheme}://{name}{path}{end}{address.Query}"
               where other != url
               select Hash(OfAddress(other));
    }

    private static string OfAddress(string url) => $"url {url}";

    private static bool IsHomepage(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.PathAndQuery == "/";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
