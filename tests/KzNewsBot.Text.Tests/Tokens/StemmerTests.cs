using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Tests.Tokens;

public sealed class StemmerTests
{
    [Theory]
    [InlineData("договор договора договору договором договоре договоры договоров договорам")]
    [InlineData("миротворческий миротворческая миротворческого миротворческих миротворческими")]
    [InlineData("безопасность безопасности безопасностью")]
    [InlineData("учения учений учениям учениями учениях")]
    [InlineData("Казахстан Казахстана Казахстану Казахстаном Казахстане")]
    [InlineData("Иран Ирана Ирану Ираном Иране")]
    [InlineData("Токаев Токаева Токаеву Токаевым Токаеве")]
    [InlineData("Тасмагамбетов Тасмагамбетова Тасмагамбетову Тасмагамбетовым")]
    [InlineData("узбек узбеки узбеков узбекам")]
    [InlineData("вулкан вулкана вулканов вулканы")]
    [InlineData("Жаксылыков Жаксылыкова Жаксылыкову")]
    [InlineData("Киев Киева Киеву Киевом Киеве")]
    [InlineData("Эрдоган Эрдогана Эрдогану Эрдоганом")]
    [InlineData("Пашинян Пашиняна Пашиняну Пашиняном")]
    [InlineData("орган органа органу органы органов органам")]
    [InlineData("подписан подписана подписано подписаны")]
    [InlineData("союзник союзника союзники союзников союзникам")]
    [InlineData("расчёт расчет расчёта расчетов")]
    [InlineData("подписал подписала подписали")]
    public void Russian_forms_meet_in_one_stem(string forms) => Stems(forms, Language.Russian).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();

    [Theory]
    [InlineData("alliance alliances alliance's")]
    [InlineData("peacekeeping peacekeepings")]
    [InlineData("train trains trained training")]
    [InlineData("treaty treaties")]
    [InlineData("cooperate cooperates cooperated cooperating cooperation")]
    public void English_forms_meet_in_one_stem(string forms) => Stems(forms, Language.English).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();

    [Theory]
    [InlineData("қауіпсіздік қауіпсіздіктің қауіпсіздікке қауіпсіздікті қауіпсіздікпен қауіпсіздігі қауіпсіздігінің қауіпсіздігіне қауіпсіздігін")]
    [InlineData("ұйым ұйымның ұйымға ұйымды ұйымда ұйымнан ұйыммен ұйымы ұйымының ұйымына ұйымында ұйымынан ұйымдар ұйымдардың ұйымдары")]
    [InlineData("бітімгер бітімгердің бітімгерлер бітімгерлердің бітімгерлерді бітімгерлеріміз бітімгерлеріміздің")]
    [InlineData("шарт шарттың шартқа шартты шартта шарттан шартпен шарты шартының шартына")]
    [InlineData("кеңес кеңестің кеңеске кеңесі кеңесінің кеңесіне кеңесінде")]
    [InlineData("Қазақстан Қазақстанның Қазақстанға Қазақстанды Қазақстанда Қазақстаннан Қазақстанмен Қазақстандағы")]
    [InlineData("Тоқаев Тоқаевтың Тоқаевқа Тоқаевты Тоқаевпен")]
    [InlineData("халық халықтың халыққа халқы халқының халқына")]
    [InlineData("министрлік министрліктің министрлігі министрлігінің")]
    [InlineData("басшы басшының басшысы басшысының басшылар басшылары")]
    [InlineData("қала қаланың қалада қаласы қаласының қаласында қалалар")]
    [InlineData("жұмыс жұмыстың жұмысы жұмысын жұмысында жұмыстар")]
    [InlineData("саммит саммиттің саммитке саммитте саммиті")]
    public void Kazakh_forms_meet_in_one_stem(string forms) => Stems(forms, Language.Kazakh).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Chile", "chile")]
    [InlineData("iPhoneды", "iphoneды")]
    [InlineData("Həmid", "həmid")]
    public void Latin_letters_of_a_Latin_word_stay(string word, string folded) => Letters.Fold(word).ShouldBe(folded);

    [Fact]
    public void Every_letter_is_folded_as_the_runtime_lowers_it()
    {
        foreach (var letter in Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code))
        {
            Letters.Fold([letter]).ShouldBe(letter is 'ё' or 'Ё' ? "е" : char.ToLowerInvariant(letter).ToString());
        }
    }

    [Theory]
    [InlineData("учения")]
    [InlineData("Учёния")]
    [InlineData("бiтiмгер")]
    [InlineData("")]
    public void A_string_is_folded_as_its_letters_are(string word) => Letters.Fold(word).ShouldBe(Letters.Fold(word.AsSpan()));

    [Theory]
    [InlineData("адам", "ада")]
    [InlineData("теңіз", "тең")]
    [InlineData("аудан", "ау")]
    [InlineData("қазақстан", "қазақ")]
    [InlineData("қадам", "қада")]
    [InlineData("сауда", "сау")]
    public void Kazakh_words_that_only_end_like_a_suffix_stay_apart(string word, string other) =>
        Stemmer.Stem(word, Language.Kazakh).ShouldNotBe(Stemmer.Stem(other, Language.Kazakh), StringComparer.Ordinal);

    [Theory]
    [InlineData("territory", "terror")]
    [InlineData("organization", "organ")]
    [InlineData("international", "internal")]
    [InlineData("news", "new")]
    public void English_words_of_other_meaning_stay_apart(string word, string other) =>
        Stemmer.Stem(word, Language.English).ShouldNotBe(Stemmer.Stem(other, Language.English), StringComparer.Ordinal);

    // Words whose stems the published description spells out.
    [Theory]
    [InlineData("dying", "die")]
    [InlineData("herring", "herring")]
    [InlineData("cries", "cri")]
    [InlineData("ties", "tie")]
    [InlineData("gas", "gas")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("skies", "sky")]
    [InlineData("succeed", "succeed")]
    [InlineData("add", "add")]
    [InlineData("say", "say")]
    [InlineData("by", "by")]
    public void English_stemmer_follows_its_description(string word, string stem) => EnglishStemmer.Stem(word).ShouldBe(stem);

    [Theory]
    [InlineData("бегавшая", "бега")]
    [InlineData("величие", "велич")]
    [InlineData("важнейшие", "важн")]
    [InlineData("в", "в")]
    [InlineData("ввв", "ввв")]
    public void Russian_stemmer_follows_its_description(string word, string stem) => RussianStemmer.Stem(word).ShouldBe(stem);

    [Fact]
    public void Script_decides_before_the_language_of_the_article()
    {
        Stemmer.Stem("exercises", Language.Russian).ShouldBe(Stemmer.Stem("exercise", Language.English));
        Stemmer.Stem("ұйымының", Language.Russian).ShouldBe(Stemmer.Stem("ұйым", Language.Kazakh));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("я")]
    [InlineData("'")]
    [InlineData("''s")]
    [InlineData("ы")]
    [InlineData("ңң")]
    [InlineData("ы\u0301ы")]
    [InlineData("ссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссссс")]
    public void Strange_words_give_some_stem(string word)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Stemmer.Stem(word, language).Length.ShouldBeInRange(1, word.Length);
        }
    }

    [Fact]
    public void Random_letters_never_break_a_stemmer()
    {
        const string letters = "аеиоуыбвгдкстншщьйяюәіңғүұқөһ";
        const string latin = "aeioubcdstlnyg'";
        var random = new Random(3);
        for (var round = 0; round < 20_000; round++)
        {
            var alphabet = round % 2 == 0 ? letters : latin;
            var word = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var stem = Stemmer.Stem(word, (Language)(round % 4));
            stem.Length.ShouldBeLessThanOrEqualTo(word.Length + 1);
        }
    }

    private static IEnumerable<string> Stems(string forms, Language language) => forms.Split(' ').Select(form => Stemmer.Stem(form, language));
}
