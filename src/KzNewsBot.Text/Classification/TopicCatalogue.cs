using System.Security.Cryptography;
using System.Text;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Classification;

/// <summary>All topics, in the order in which readers see them.</summary>
internal sealed class TopicCatalogue
{
    private readonly Dictionary<string, TopicDefinition> _byName = new(StringComparer.Ordinal);

    private TopicCatalogue(IReadOnlyList<TopicDefinition> topics, IReadOnlyList<AreaDefinition> areas)
    {
        Areas = areas;
        Topics = [.. topics.OrderBy(topic => topic.Order).ThenBy(topic => topic.Id, StringComparer.Ordinal)];
        foreach (var topic in Topics)
        {
            foreach (var name in NamesOf(topic))
            {
                _byName.TryAdd(name, topic);
            }
        }

        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Topics.Select(Describe).Concat(Areas.Select(Describe))))));
    }

    public IReadOnlyList<TopicDefinition> Topics { get; }

    public IReadOnlyList<AreaDefinition> Areas { get; }

    /// <summary>Ids of topics that an operator's own one of another id has taken the names of.</summary>
    public IReadOnlyList<string> GaveWay { get; private init; } = [];

    /// <summary>SHA-256 in hex of everything that decides a match; articles tagged under another one are tagged again.</summary>
    public string Fingerprint { get; }

    /// <exception cref="FormatException">Names the JSON path and what is expected there.</exception>
    public static TopicCatalogue Parse(string json)
    {
        var (topics, areas) = TopicCatalogueReader.Read(json, known: []);
        return topics.Count > 0 ? new TopicCatalogue(topics, areas) : throw JsonNodeReader.Fault("$.topics", "at least one topic");
    }

    /// <summary>
    /// With an operator's own topics and areas beside these. A topic that bears one of their names gives way to them, for an update of
    /// the program may bring one that the operator has; so does an area of the same id.
    /// </summary>
    /// <param name="own">JSON of the same form.</param>
    /// <exception cref="FormatException">Names the JSON path and what is expected there.</exception>
    public TopicCatalogue With(string own)
    {
        var (topics, areas) = TopicCatalogueReader.Read(own, known: [.. Topics.Select(topic => topic.Id), .. Areas.Select(area => area.Id)]);
        var names = topics.SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        var ids = topics.Select(topic => topic.Id).Concat(areas.Select(area => area.Id)).ToHashSet(StringComparer.Ordinal);
        var kept = Topics.Where(topic => !NamesOf(topic).Any(names.Contains) && !ids.Contains(topic.Id)).ToList();
        return new TopicCatalogue([.. kept, .. topics], [.. Areas.Where(area => !ids.Contains(area.Id)), .. areas])
        {
            GaveWay = [.. Topics.Except(kept).Select(topic => topic.Id).Where(id => !ids.Contains(id))],
        };
    }

    /// <summary>The topic that a reader names by command, id, name or alias, with or without "/", in any case.</summary>
    public TopicDefinition? Find(string commandOrAlias) => _byName.GetValueOrDefault(Key(commandOrAlias));

    /// <summary>Whether there is a topic of exactly this id: one that was taken out may live on as another's alias.</summary>
    public bool Has(string id) => Topics.Any(topic => topic.Id == id);

    /// <summary>Everything a reader may call the topic by, folded.</summary>
    internal static IEnumerable<string> NamesOf(TopicDefinition topic) =>
        topic.Aliases.Concat(topic.Names.Values).Concat(topic.LongNames.Values).Prepend(topic.Command).Prepend(topic.Id).Select(Key).Distinct(StringComparer.Ordinal);

    private static string Key(string name) => Letters.Fold(name.AsSpan().Trim().TrimStart('/'));

    private static string Describe(TopicDefinition topic) => string.Join(
        '\n',
        TopicMatcher.Version,
        topic.Id,
        topic.IsOrganisation,
        topic.Scoped,
        Describe(topic.Rules));

    private static string Describe(AreaDefinition area) => string.Join('\n', area.Id, string.Join('|', area.Displaces), string.Join('|', area.Topics), string.Join('|', area.Languages.Select(language => language.Code())), Describe(area.Rules));

    private static string Describe(TopicRules rules) => string.Join(
        '\n',
        Join(rules.Terms),
        Join(rules.Hints),
        Join(rules.Exclusions),
        string.Join('|', rules.Context?.With ?? []),
        Join(rules.Context?.Patterns ?? []),
        Join(rules.Elsewhere));

    private static string Join(IReadOnlyList<TopicPattern> patterns) =>
        string.Join('|', patterns.Select(pattern => $"{pattern.Language.Code()}:{pattern.Source}"));
}
