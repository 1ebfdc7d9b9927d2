using KzNewsBot.Text.Languages;

namespace KzNewsBot.Text.Tests.Languages;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("Мост через реку открыли после двух лет стройки", "ru")]
    [InlineData("Спасатели провели учения", "ru")]
    [InlineData("Премьер Пакистана назначит себе зама", "ru")]
    [InlineData("Құтқарушылар тау етегінде жаттығу өткізді", "kk")]
    [InlineData("Ауылда жаңа мектеп ашылды және жол жөнделді", "kk")]
    [InlineData("Rescuers held drills in the mountains", "en")]
    [InlineData("Steppe bridge opened", "en")]
    [InlineData("Қорғаныс министрі", "kk")]
    [InlineData("Бітімгерлер оралды", "kk")]
    [InlineData("Миротворцы вернулись", "ru")]
    [InlineData("Qutqaruşylar tau eteginde jattyğu ötkizdi jäne halyqqa kömektesti", "kk")]
    [InlineData("Qutqarýshylar taý eteginde jattyǵý ótkizdi jáne halyqqa kómektesti", "kk")]
    public void Languages_of_the_bot_are_recognized(string text, string code) =>
        LanguageDetector.Detect(text).Language.Code().ShouldBe(code);

    [Theory]
    [InlineData("Куткаруучулар тоодо машыгуу өткөрүштү жана элге жардам беришти")]
    [InlineData("Коткаручылар тауда күнегүләр үткәрде һәм халыкка ярдәм итте")]
    [InlineData("Ҡотҡарыусылар тауҙа күнекмәләр үткәрҙе һәм халыҡҡа ярҙам итте")]
    [InlineData("Рятувальники провели навчання в горах та допомогли людям, які чекали на дорозі")]
    [InlineData("Ратавальнікі правялі вучэнні ў гарах і дапамаглі людзям, якія чакалі")]
    [InlineData("Аврагчид уулын бүсэд сургуулилт хийж, иргэдэд тусалсан байна")]
    [InlineData("Қутқарувчилар тоғда машғулот ўтказди ва аҳолига ёрдам берди")]
    [InlineData("Наҷотдиҳандагон дар кӯҳ машқ гузарониданд ва ба мардум ёрӣ расонданд")]
    [InlineData("Die Retter haben in den Bergen geübt und den Menschen geholfen")]
    [InlineData("Kurtarma ekipleri dağda tatbikat yaptı ve halka yardım etti")]
    [InlineData("Qutqaruvchilar tog'da mashg'ulot o'tkazdi va aholiga yordam berdi")]
    [InlineData("Xilasedicilər dağda təlim keçirdi və əhaliyə kömək etdi")]
    [InlineData("Les sauveteurs se sont exercés dans la montagne et ont aidé les habitants")]
    [InlineData("Ratownicy ćwiczyli w górach i pomagali mieszkańcom")]
    [InlineData("Kazakhstan : le président Tokaïev à Almaty pour un sommet de l'OTSC")]
    [InlineData("Astana, Nazarbayev e Putin al vertice della CSTO: i temi del Kazakhstan")]
    [InlineData("救援人员在山区进行了演习")]
    public void Neighbours_do_not_pass_for_a_language_of_the_bot(string text) =>
        LanguageDetector.Detect(text).Language.ShouldBe(Language.Other);

    [Fact]
    public void Small_English_words_that_others_share_do_not_speak_against_it() =>
        LanguageDetector.Detect("I do what I can, and I do it as per plan").Language.ShouldBe(Language.English);

    [Fact]
    public void Latin_names_do_not_turn_a_Russian_text_into_English() =>
        LanguageDetector.Detect("Батальон KAZTEST и центр TESTCENT приняли участие в учениях Steppe Eagle на полигоне")
            .Language.ShouldBe(Language.Russian);

    [Fact]
    public void Text_without_letters_has_no_language() =>
        LanguageDetector.Detect("12345 !?").ShouldBe(new DetectedLanguage(Language.Other, 0));

    [Fact]
    public void Lone_word_is_less_certain_than_a_sentence() =>
        LanguageDetector.Detect("спорт").Confidence
            .ShouldBeLessThan(LanguageDetector.Detect("Это было не в первый раз, и спасатели знали, что им делать").Confidence);

    [Fact]
    public void What_the_outlet_declares_counts_where_the_words_leave_it_open()
    {
        LanguageDetector.Detect("саммит").Or(Language.Russian).ShouldBe(Language.Russian);
        LanguageDetector.Detect("саммит").Or(Language.Kazakh).ShouldBe(Language.Kazakh);
        LanguageDetector.Detect("Спасатели провели учения в горах").Or(Language.Kazakh).ShouldBe(Language.Russian);
        var open = LanguageDetector.Detect("саммит");
        open.Or(null).ShouldBe(open.Language);
        open.Or(Language.Other).ShouldBe(open.Language);
    }

    [Fact]
    public void Only_the_opening_of_a_long_text_is_read()
    {
        var opening = string.Concat(Enumerable.Repeat("Спасатели провели учения в горах. ", 100));
        LanguageDetector.Detect(opening + string.Concat(Enumerable.Repeat("Құтқарушылар тауда жаттығу өткізді. ", 10_000))).Language.ShouldBe(Language.Russian);
    }
}
