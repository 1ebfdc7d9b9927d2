namespace KzNewsBot.Text.Classification;

/// <summary>What a reader can follow, as topics.json describes it.</summary>
/// <param name="Id">Stable key, e.g. "odkb".</param>
/// <param name="Command">The Telegram command without its slash.</param>
/// <param name="IsOrganisation">True for a body that acts: named in the first sentence, it is a party to the news also under a headline on another topic.</param>
/// <param name="Scoped">True for a topic that news of all kinds speak of: an article is about it only within one of the areas.</param>
internal sealed record TopicDefinition(
    string Id,
    string Command,
    int Order,
    IReadOnlyDictionary<Language, string> Names,
    IReadOnlyDictionary<Language, string> LongNames,
    IReadOnlyList<string> Aliases,
    TopicRules Rules,
    bool IsOrganisation,
    bool Scoped)
{
    /// <summary>The short name in a reader's language; English for a language we do not speak.</summary>
    public string Name(Language language) => Names.GetValueOrDefault(language) ?? Names[Language.English];

    public string LongName(Language language) => LongNames.GetValueOrDefault(language) ?? LongNames[Language.English];
}

/// <summary>Which words speak of a topic, in the pattern notation of <see cref="TopicPattern"/>.</summary>
/// <param name="Terms">Each is enough for a mention.</param>
/// <param name="Hints">Count only in an article that also has a term.</param>
/// <param name="Exclusions">Terms and hints inside these do not count.</param>
/// <param name="Context">Words that speak of the topic only beside another one; null when there are none.</param>
/// <param name="Elsewhere">Words that say of an area that the news is not from there.</param>
internal sealed record TopicRules(
    IReadOnlyList<TopicPattern> Terms,
    IReadOnlyList<TopicPattern> Hints,
    IReadOnlyList<TopicPattern> Exclusions,
    TopicContext? Context,
    IReadOnlyList<TopicPattern> Elsewhere);

/// <summary>"Contingent" speaks of peacekeeping where the CSTO or the UN is spoken of: such words are terms in an article that has a term of one of these.</summary>
/// <param name="With">Ids of topics or areas.</param>
internal sealed record TopicContext(IReadOnlyList<string> With, IReadOnlyList<TopicPattern> Patterns);

/// <summary>What the product is there for, told apart from the rest of the news: not followed by readers, but asked of every article.</summary>
/// <param name="Topics">An article about one of these lies in the area, whatever its words.</param>
/// <param name="Languages">So does one that is written in one of these; unless its beginning names another place, the contexts of the area hold there.</param>
/// <param name="Displaces">Not empty for what the product is not there for, such as sport: unless an article is about a topic of the
/// areas of these ids, or has a word of them in its headline, it is in none of them and about no scoped topic.</param>
internal sealed record AreaDefinition(
    string Id, TopicRules Rules, IReadOnlyList<string> Topics, IReadOnlyList<Language> Languages, IReadOnlyList<string> Displaces)
{
    /// <summary>The state, its land, its bodies and citizens.</summary>
    public const string Kazakhstan = "kazakhstan";

    /// <summary>Defence, security organisations, drills, terrorism, borders, arms, unrest.</summary>
    public const string Security = "security";
}
