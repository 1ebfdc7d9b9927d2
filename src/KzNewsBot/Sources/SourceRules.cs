namespace KzNewsBot.Sources;

/// <summary>What a registry must hold for readers to be told the truth and for a collector to find its way.</summary>
internal static class SourceRules
{
    private const int MaxIdLength = 40;

    /// <summary>What readers may be shown: an outlet that is collected has its words in all of them.</summary>
    private static readonly string[] Shown = ["ru", "kk", "en"];

    /// <summary>One sentence a fault, in the order of the file.</summary>
    public static IEnumerable<string> FaultsOf(IReadOnlyList<SourceDefinition> sources) =>
        TwiceListed(sources).Concat(TwiceOwned(sources)).Concat(sources.SelectMany(FaultsOf));

    private static IEnumerable<string> TwiceListed(IReadOnlyList<SourceDefinition> sources) =>
        sources.CountBy(source => source.Id, StringComparer.Ordinal)
            .Where(id => id.Value > 1)
            .Select(id => SourceFault.Of(id.Key, "id", "is listed twice", "unique ids"));

    private static IEnumerable<string> TwiceOwned(IReadOnlyList<SourceDefinition> sources) =>
        sources.SelectMany(source => source.Hosts.Concat(source.RetiredHosts).Select(host => (Host: host, source.Id)))
            .GroupBy(pair => pair.Host, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => SourceFault.Of(group.Last().Id, "hosts", $"lists \"{group.Key}\", which is listed for \"{group.First().Id}\" already", "one owner for each host"));

    private static IEnumerable<string> FaultsOf(SourceDefinition source) =>
        Identity(source)
            .Concat(source.Hosts.Where(host => !IsHost(host)).Select(host => SourceFault.Is(source.Id, "hosts", host, "lower-case host names without scheme, port and \"www.\"")))
            .Concat(source.RetiredHosts.Where(host => !IsHost(host)).Select(host => SourceFault.Is(source.Id, "retiredHosts", host, "lower-case host names without scheme, port and \"www.\"")))
            .Concat(Texts(source, "names", source.Names))
            .Concat(Texts(source, "owner", source.Owner))
            .Concat(Texts(source, "basis", source.Basis))
            .Concat(Texts(source, "why", source.Why))
            .Concat(Collection(source))
            .Concat(source.Roads.SelectMany((road, index) => RoadRules.FaultsOf(source, road, $"roads[{index}]")));

    private static IEnumerable<string> Identity(SourceDefinition source)
    {
        if (source.Id.Length is 0 or > MaxIdLength || !source.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            yield return SourceFault.Is(source.Id, "id", source.Id, $"lower-case Latin letters, digits and hyphens, at most {MaxIdLength}");
        }

        if (string.IsNullOrWhiteSpace(source.Name))
        {
            yield return SourceFault.Of(source.Id, "name", "is empty", "what the outlet calls itself");
        }

        if (!Sides.All.Contains(source.Side, StringComparer.Ordinal))
        {
            yield return SourceFault.Is(source.Id, "side", source.Side, $"one of {string.Join(", ", Sides.All)}");
        }

        if (source.Country is { } country && country != "INT" && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            yield return SourceFault.Is(source.Id, "country", country, "an ISO 3166 code such as KZ, or INT");
        }

        if (!string.IsNullOrEmpty(source.Homepage) && !RoadRules.IsWebAddress(source.Homepage))
        {
            yield return SourceFault.Is(source.Id, "homepage", source.Homepage, "an absolute http or https address");
        }

        foreach (var language in source.Languages.Where(language => !(language.Length == 2 && language.All(char.IsAsciiLetterLower)) || language == "kz"))
        {
            yield return SourceFault.Is(source.Id, "languages", language, "ISO 639-1 codes such as ru, kk, en");
        }
    }

    private static IEnumerable<string> Texts(SourceDefinition source, string key, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (language, text) in texts)
        {
            if (!Shown.Contains(language, StringComparer.Ordinal))
            {
                yield return SourceFault.Of(source.Id, $"{key}.{language}", "is a language we do not speak", string.Join(", ", Shown));
            }
            else if (string.IsNullOrWhiteSpace(text))
            {
                yield return SourceFault.Of(source.Id, $"{key}.{language}", "is empty", "a text");
            }
        }

        if (source.Enabled)
        {
            foreach (var language in Shown.Where(language => !texts.ContainsKey(language)))
            {
                yield return SourceFault.Of(source.Id, $"{key}.{language}", "is missing", "a text, because the source is enabled");
            }
        }
    }

    private static IEnumerable<string> Collection(SourceDefinition source)
    {
        if (source is { Enabled: true, Roads.Count: 0 })
        {
            yield return SourceFault.Of(source.Id, "roads", "is empty", "at least one road, because the source is enabled");
        }

        if (source is { Enabled: true, Certainty: null })
        {
            yield return SourceFault.Of(source.Id, "certainty", "is missing", "evidenced or generalKnowledge, because the source is enabled");
        }

        foreach (var key in source.Roads.CountBy(road => road.Key, StringComparer.Ordinal).Where(key => key.Value > 1))
        {
            yield return SourceFault.Of(source.Id, "roads", $"lists {key.Key} twice", "different addresses");
        }
    }

    private static bool IsHost(string host) =>
        host.Contains('.', StringComparison.Ordinal)
        && !host.StartsWith("www.", StringComparison.Ordinal)
        && host.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')
        && Uri.CheckHostName(host) == UriHostNameType.Dns;
}
