using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Operations;
using KzNewsBot.Subscriptions;
using Microsoft.Extensions.Configuration.Json;

namespace KzNewsBot.Hosting;

/// <summary>Keys that nobody reads: the binder passes over a misspelt one, and its default holds in silence.</summary>
internal static class UnknownSettings
{
    /// <summary>So many letters may differ for a name to be another one misspelt.</summary>
    private const int MostSlips = 2;

    private static readonly Dictionary<string, IReadOnlyList<string>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [TelegramOptions.Section] = KeysOf<TelegramOptions>(),
        [StorageOptions.Section] = KeysOf<StorageOptions>(),
        [SeedsOptions.Section] = KeysOf<SeedsOptions>(),
        ["Roles"] = [],
        ["Collection"] = ["Enabled", "Poll"],
        [FetchingOptions.Section] = KeysOf<FetchingOptions>(),
        [FeedsOptions.Section] = KeysOf<FeedsOptions>(),
        [SubscriptionOptions.Section] = KeysOf<SubscriptionOptions>(),
        [DigestOptions.Section] = KeysOf<DigestOptions>(),
        [DeliveryOptions.Section] = KeysOf<DeliveryOptions>(),
        [OperatorOptions.Section] = KeysOf<OperatorOptions>(),
        [RetentionOptions.Section] = KeysOf<RetentionOptions>(),
        [HttpOptions.Section] = KeysOf<HttpOptions>(),
    };

    /// <summary>What .NET itself reads, and may stand in the same file.</summary>
    private static readonly string[] OfLibraries = ["Logging", "Kestrel", "AllowedHosts", "ConnectionStrings", "Urls", "$schema"];

    /// <summary>One sentence for each key.</summary>
    public static IEnumerable<string> In(IConfigurationRoot configuration)
    {
        foreach (var section in Sections(configuration))
        {
            yield return $"{section} is no setting{(Nearest(section, Known.Keys) is { } meant ? $"; did you mean {meant}?" : $"; known are {string.Join(", ", Known.Keys)}.")}";
        }

        foreach (var (section, keys) in Known)
        {
            foreach (var key in configuration.GetSection(section).GetChildren().Select(child => child.Key).Where(key => !keys.Contains(key, StringComparer.OrdinalIgnoreCase)))
            {
                yield return $"{section}:{key} is no setting{(Nearest(key, keys) is { } meant ? $"; did you mean {section}:{meant}?" : keys.Count > 0 ? $"; {section} has {string.Join(", ", keys)}." : $"; {section} has one value.")}";
            }
        }
    }

    /// <summary>The files are ours; of the environment, which is everybody's, only what looks like ours.</summary>
    private static IEnumerable<string> Sections(IConfigurationRoot configuration)
    {
        var inFiles = configuration.Providers.OfType<JsonConfigurationProvider>().SelectMany(file => file.GetChildKeys([], parentPath: null))
            .Where(name => !OfLibraries.Contains(name, StringComparer.OrdinalIgnoreCase));
        var elsewhere = configuration.GetChildren().Where(section => section.GetChildren().Any() && Nearest(section.Key, Known.Keys) is not null).Select(section => section.Key);
        return inFiles.Concat(elsewhere).Where(name => !Known.ContainsKey(name)).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static string[] KeysOf<T>() => [.. typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];

    private static string? Nearest(string name, IEnumerable<string> known)
    {
        var nearest = known.Select(other => (Name: other, Slips: Slips(name.ToUpperInvariant(), other.ToUpperInvariant()))).OrderBy(pair => pair.Slips).FirstOrDefault();
        return nearest.Name is not null && nearest.Slips <= MostSlips ? nearest.Name : null;
    }

    /// <summary>Letters to add, to leave out or to change: the edit distance.</summary>
    private static int Slips(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
