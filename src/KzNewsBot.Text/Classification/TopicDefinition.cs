namespace KzNewsBot.Text.Classification;

/// <summary>What a reader can follow, as topics.json describes it.</summary>
/// <param name="Id">Stable key, e.g. "odkb".</param>
/// <param name="Command">The Telegram command without its slash.</param>
internal sealed record TopicDefinition(
    string Id,
    string Command,
    int Order,
    IReadOnlyDictionary<Language, string> Names,
    IReadOnlyDictionary<Language, string> LongNames,
    IReadOnlyList<string> Aliases,
    TopicRules Rules)
{
    /// <summary>The short name in a reader's language; English for a language we do not speak.</summary>
    public string Name(Language language) => Names.GetValueOrDefault(language) ?? Names[Language.English];

    public string LongName(Language language) => LongNames.GetValueOrDefault(language) ?? LongNames[Language.English];
}

/// <summary>Which words speak of a topic, in the pattern notation of <see cref="TopicPattern"/>.</summary>
/// <param name="Terms">Each is enough for a mention.</param>
/// <param name="Hints">Count only in an article that also has a term.</param>
/// <param name="Exclusions">Terms and hints inside these do not count.</param>
internal sealed record TopicRules(IReadOnlyList<TopicPattern> Terms, IReadOnlyList<TopicPattern> Hints, IReadOnlyList<TopicPattern> Exclusions);
