using System.Globalization;
using System.Text;
using KzNewsBot.Text;

namespace KzNewsBot.Localization;

/// <summary>The phrases of one language: what we say around the news, never in its place.</summary>
internal sealed class Words
{
    private readonly IReadOnlyDictionary<string, PhraseText> _phrases;

    internal Words(Language language, IReadOnlyDictionary<string, PhraseText> phrases)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language switch
        {
            Language.Kazakh => "kk-KZ",
            Language.Russian => "ru-RU",
            _ => "en-GB",
        });
        _phrases = phrases;
    }

    public Language Language { get; }

    public CultureInfo Culture { get; }

    public string Say(Phrase phrase, params ReadOnlySpan<(string Name, string Value)> values) =>
        Fill(_phrases[phrase.ToString()].Plain, values);

    /// <summary>A phrase that counts: picks the CLDR plural form and fills {n}.</summary>
    public string Count(Phrase phrase, int count, params ReadOnlySpan<(string Name, string Value)> values) =>
        Fill(_phrases[phrase.ToString()].Form(PluralRules.CategoryOf(Language, count)), [.. values, ("n", count.ToString(Culture))]);

    private static string Fill(string pattern, ReadOnlySpan<(string Name, string Value)> values)
    {
        if (values.IsEmpty)
        {
            return pattern;
        }

        var filled = new StringBuilder(pattern.Length + 32);
        var position = 0;
        while (position < pattern.Length)
        {
            var open = pattern.IndexOf('{', position);
            var close = open < 0 ? -1 : pattern.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            filled.Append(pattern, position, open - position).Append(ValueOf(pattern.AsSpan(open + 1, close - open - 1), values));
            position = close + 1;
        }

        return filled.Append(pattern, position, pattern.Length - position).ToString();
    }

    private static string ValueOf(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (candidate, value) in values)
        {
            if (name.SequenceEqual(candidate))
            {
                return value;
            }
        }

        throw new ArgumentException($"The phrase needs a value for {{{name}}}.", nameof(values));
    }
}
