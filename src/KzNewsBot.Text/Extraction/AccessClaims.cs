using System.Globalization;
using System.Text.Json;

namespace KzNewsBot.Text.Extraction;

/// <summary>What a page's JSON-LD says about reading the article: whether it costs something and how long it is.</summary>
/// <param name="IsFree">Null when the page does not say.</param>
/// <param name="Words">Null when the page does not say.</param>
internal sealed record AccessClaims(bool? IsFree, int? Words)
{
    public static readonly AccessClaims None = new(null, null);

    /// <param name="node">Of JSON-LD.</param>
    public static AccessClaims Of(JsonElement node) => new(Flag(node, "isAccessibleForFree"), Number(node, "wordCount"));

    public AccessClaims Or(AccessClaims other) => new(IsFree ?? other.IsFree, Words ?? other.Words);

    /// <summary>Templates write the flag as a boolean and as text.</summary>
    private static bool? Flag(JsonElement node, string property) => node.TryGetProperty(property, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
            JsonValueKind.String when value.GetString() is { } word => word.EndsWith("/True", StringComparison.OrdinalIgnoreCase) ? true
                : word.EndsWith("/False", StringComparison.OrdinalIgnoreCase) ? false : null,
            _ => null,
        }
        : null;

    private static int? Number(JsonElement node, string property) => node.TryGetProperty(property, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out var number) && number > 0 => number,
            JsonValueKind.String when int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
            _ => null,
        }
        : null;
}
