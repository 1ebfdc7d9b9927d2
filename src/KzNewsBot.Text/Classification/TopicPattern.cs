using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Classification;

internal enum PatternElementKind
{
    /// <summary>Any form of the word.</summary>
    Stem,

    /// <summary>"миротвор*": any word that starts so.</summary>
    Prefix,

    /// <summary>"=security": this form only.</summary>
    Exact,

    /// <summary>"ОДКБ": in capitals only, with or without an ending of the closed list.</summary>
    Acronym,
}

/// <param name="Capitalized">"^Альянс": only where the text writes a capital letter.</param>
internal sealed record PatternElement(PatternElementKind Kind, string Value, bool Capitalized);

/// <summary>
/// A run of adjacent words to look for. Each word is a stem ("договор"), a prefix ("натовск*"), an exact form ("=un"),
/// an acronym (two or more capitals) or any of the first three with a leading "^", which asks for a capital letter.
/// Patterns of <see cref="Language.Other"/> count in texts of other languages alone; for want of a stemmer a word there is an exact form.
/// </summary>
internal sealed record TopicPattern(string Source, Language Language, IReadOnlyList<PatternElement> Elements)
{
    /// <summary>What parts words: hyphens, and in other languages apostrophes too.</summary>
    private static readonly char[] PartMarks = ['-', '\u2011', '\'', '\u2019'];

    public static TopicPattern Parse(string source, Language language)
    {
        var elements = source.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => ParseWord(word, language)).ToArray();
        return elements.Length == 0 ? throw new FormatException("expected at least one word") : new TopicPattern(source, language, elements);
    }

    private static IEnumerable<PatternElement> ParseWord(string word, Language language)
    {
        var capitalized = word.StartsWith('^');
        var body = capitalized ? word[1..] : word;
        if (body.StartsWith('='))
        {
            return [new PatternElement(PatternElementKind.Exact, Letters.Fold(Checked(body[1..])), capitalized)];
        }

        var parts = Checked(body.EndsWith('*') ? body[..^1] : body).Split(language == Language.Other ? PartMarks : PartMarks[..2]);
        return parts.Select((part, i) => body.EndsWith('*') && i == parts.Length - 1
            ? new PatternElement(PatternElementKind.Prefix, Letters.Fold(part), capitalized)
            : Letters.IsAllCapitals(part)
                ? new PatternElement(PatternElementKind.Acronym, part, capitalized)
                : AnyForm(part, language, capitalized));
    }

    private static PatternElement AnyForm(string word, Language language, bool capitalized) => language == Language.Other
        ? new PatternElement(PatternElementKind.Exact, Letters.Fold(word), capitalized)
        : new PatternElement(PatternElementKind.Stem, Stemmer.Stem(word, language), capitalized);

    private static string Checked(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || Letters.IsHyphen(c) || Letters.IsApostrophe(c))
            ? word
            : throw new FormatException($"expected letters or digits with an optional ^, = or *, not \"{word}\"");
}
