using System.Text.RegularExpressions;
using KzNewsBot.Localization;
using KzNewsBot.Tests.Architecture;
using KzNewsBot.Text;

namespace KzNewsBot.Tests.Localization;

public partial class PhraseTests
{
    private static readonly Dictionary<Language, IReadOnlyDictionary<string, PhraseText>> Books =
        PhraseBook.Languages.ToDictionary(language => language, PhraseBook.Load);

    public static TheoryData<string> Languages => [.. PhraseBook.Languages.Select(language => language.ToString())];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_phrase_is_in_the_file_and_nothing_else(string language) =>
        Books[Enum.Parse<Language>(language)].Keys.ShouldBe(Enum.GetNames<Phrase>(), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Counted_phrases_have_exactly_the_plural_categories_of_their_language(string language)
    {
        var spoken = Enum.Parse<Language>(language);
        foreach (var (name, phrase) in Books[spoken].Where(pair => pair.Value.Forms.Count > 0))
        {
            phrase.Forms.Keys.ShouldBe(PluralRules.CategoriesOf(spoken), ignoreOrder: true, name);
        }
    }

    [Fact]
    public void A_phrase_counts_in_every_language_or_in_none()
    {
        foreach (var name in Enum.GetNames<Phrase>())
        {
            Books.Values.Select(book => book[name].Forms.Count > 0).Distinct().Count().ShouldBe(1, name);
        }
    }

    [Fact]
    public void No_phrase_is_empty()
    {
        foreach (var (language, book) in Books)
        {
            book.SelectMany(pair => Texts(pair.Value).Select(text => (pair.Key, Text: text)))
                .Where(pair => string.IsNullOrWhiteSpace(pair.Text)).ShouldBeEmpty(language.ToString());
        }
    }

    [Fact]
    public void Placeholders_are_the_same_in_every_language_and_plural_form()
    {
        foreach (var name in Enum.GetNames<Phrase>())
        {
            Books.Values.SelectMany(book => Texts(book[name])).Select(text => string.Join(' ', PlaceholdersIn(text))).Distinct(StringComparer.Ordinal)
                .Count().ShouldBe(1, name);
        }
    }

    [Fact]
    public void Every_place_that_speaks_fills_exactly_the_placeholders_of_its_phrase()
    {
        var faults = new List<string>();
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in SourceText.All.Where(file => file.Path.StartsWith("src/KzNewsBot/", StringComparison.Ordinal)))
        {
            var code = file.WithoutComments();
            foreach (Match call in Call().Matches(code))
            {
                var line = code.AsSpan(0, call.Index).Count('\n') + 1;
                foreach (Match phrase in PhraseName().Matches(call.Groups["phrase"].Value))
                {
                    spoken.Add(phrase.Groups["name"].Value);
                    if (FaultOf(call, phrase.Groups["name"].Value, code) is { } fault)
                    {
                        faults.Add($"{file.Path}:{line}: {phrase.Value} {fault}");
                    }
                }
            }
        }

        faults.ShouldBeEmpty();
        spoken.Count.ShouldBeGreaterThan(40, "the pattern no longer finds the places that speak");
    }

    [Fact]
    public void Phrases_said_through_a_variable_have_no_placeholders()
    {
        // Layout.Button, the side names, the cities and the command menu say whatever phrase they are handed.
        foreach (var name in Enum.GetNames<Phrase>().Where(name => name.StartsWith("Button", StringComparison.Ordinal)
            || name.StartsWith("Side", StringComparison.Ordinal) || name.StartsWith("City", StringComparison.Ordinal) || name.StartsWith("Command", StringComparison.Ordinal)))
        {
            Texts(Books[Language.English][name]).SelectMany(PlaceholdersIn).ShouldBeEmpty(name);
            Books[Language.English][name].Forms.ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void A_missing_value_is_an_error_and_never_a_gap()
    {
        var words = new PhraseBook().In(Language.English);
        Should.Throw<ArgumentException>(() => words.Say(Phrase.PageOf, ("first", "1"))).Message.ShouldContain("{last}");
    }

    [Fact]
    public void Values_are_put_in_as_they_are()
    {
        var words = new PhraseBook().In(Language.Russian);
        words.Say(Phrase.SearchTitle, ("query", "{n} <b>&")).ShouldBe("Поиск: {n} <b>&");
    }

    [Theory]
    [InlineData(1, "1 публикация", "1 report", "1 жарияланым")]
    [InlineData(2, "2 публикации", "2 reports", "2 жарияланым")]
    [InlineData(11, "11 публикаций", "11 reports", "11 жарияланым")]
    [InlineData(21, "21 публикация", "21 reports", "21 жарияланым")]
    public void Counts_are_said_in_the_right_form(int count, string russian, string english, string kazakh)
    {
        var book = new PhraseBook();
        book.In(Language.Russian).Count(Phrase.Reports, count).ShouldBe(russian);
        book.In(Language.English).Count(Phrase.Reports, count).ShouldBe(english);
        book.In(Language.Kazakh).Count(Phrase.Reports, count).ShouldBe(kazakh);
    }

    [Fact]
    public void Russian_stands_in_where_no_language_is_ours()
    {
        var book = new PhraseBook();
        book.In(null).Language.ShouldBe(Language.Russian);
        book.In(Language.Other).Language.ShouldBe(Language.Russian);
    }

    private static string? FaultOf(Match call, string name, string code)
    {
        var phrase = Books[Language.English][name];
        var counts = call.Groups["how"].Value == "Count";
        if (counts != phrase.Forms.Count > 0)
        {
            return counts ? "is counted but has no plural forms" : "has plural forms but is not counted";
        }

        var given = ValueName().Matches(ArgumentsAfter(code, call.Index + call.Length - 1)).Select(match => match.Groups["name"].Value)
            .Concat(counts ? ["n"] : []).Order(StringComparer.Ordinal);
        var wanted = PlaceholdersIn(Texts(phrase).First());
        return given.SequenceEqual(wanted, StringComparer.Ordinal) ? null : $"wants [{string.Join(' ', wanted)}] and gets [{string.Join(' ', given)}]";
    }

    /// <summary>The rest of the call's argument list, up to the parenthesis that closes it.</summary>
    private static string ArgumentsAfter(string code, int start)
    {
        var depth = 1;
        for (var i = start; i < code.Length; i++)
        {
            depth += code[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return code[start..i];
            }
        }

        return "";
    }

    private static IEnumerable<string> Texts(PhraseText phrase) => phrase.Forms.Count > 0 ? phrase.Forms.Values : [phrase.Plain];

    private static string[] PlaceholdersIn(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.(?<how>Say|Count)\(\s*(?<phrase>Phrase\.\w+)(?=[,)])[,)]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"Phrase\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PhraseName();

    [GeneratedRegex(@"\(\s*""(?<name>[a-z]+)""\s*,", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ValueName();
}
