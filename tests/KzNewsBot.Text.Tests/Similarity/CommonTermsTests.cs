using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Text.Tests.Similarity;

public sealed class CommonTermsTests
{
    [Theory]
    [InlineData("токаев", "tokayev")]
    [InlineData("тоқаев", "toqaev")]
    [InlineData("путин", "putin")]
    [InlineData("пашинян", "pashinyan")]
    [InlineData("тасмагамбетов", "tasmagambetov")]
    [InlineData("жапаров", "japarov")]
    [InlineData("жапаров", "zhaparov")]
    [InlineData("аттила", "attila")]
    [InlineData("щукин", "shchukin")]
    public void A_name_sounds_alike_in_both_scripts(string cyrillic, string latin) =>
        SoundKey.Of(latin).ShouldBe(SoundKey.Of(cyrillic));

    [Fact]
    public void Other_names_sound_otherwise() =>
        "токаев путин лавров шойгу пашинян".Split(' ').Select(SoundKey.Of).ShouldBeUnique(StringComparer.Ordinal);

    [Theory]
    [InlineData("Миротворцы ОДКБ покидают Казахстан", "Russian")]
    [InlineData("ҰҚШҰ бітімгерлері Қазақстаннан шығарылды", "Kazakh")]
    [InlineData("CSTO peacekeepers leave Kazakhstan", "English")]
    [InlineData("OVKS-Friedenstruppen: Abzug aus Kasachstan", "Other")]
    [InlineData("Сили ОДКБ: миротворці залишають Казахстан", "Other")]
    public void One_event_has_the_same_concepts_in_each_language(string title, string language) =>
        Terms(title, "", Enum.Parse<Language>(language)).ShouldBe(["#csto", "#kazakhstan", "#peacekeeper", "#withdrawal"], ignoreOrder: true);

    [Theory]
    [InlineData("Прибыли 2 000 солдат", "=2000")]
    [InlineData("2,000 arrived", "=2000")]
    [InlineData("В списке 106 позиций", "=106")]
    [InlineData("13 января", "@1.13")]
    [InlineData("January 13", "@1.13")]
    [InlineData("13 қаңтарда", "@1.13")]
    public void Numbers_and_days_are_common_terms(string text, string term) =>
        CommonTerms.Of("", text, Language.Russian).Keys.ShouldContain(term, StringComparer.Ordinal);

    [Theory]
    [InlineData("В 2024 году")]
    [InlineData("Их было 7")]
    public void Years_and_small_numbers_are_not(string text) =>
        CommonTerms.Of("", text, Language.Russian).Keys.ShouldNotContain(term => term.StartsWith('='));

    [Theory]
    [InlineData("Учения пройдут в Отаре", "!ahead")]
    [InlineData("Учения начались в Отаре", "!begun")]
    [InlineData("Учения завершились в Отаре", "!over")]
    [InlineData("Drills to be held: Kazakhstan plans the exercise", "!ahead")]
    [InlineData("Оқу-жаттығу аяқталды", "!over")]
    public void A_headline_says_how_far_an_event_has_come(string title, string phase) =>
        StoryTerms.Of(title, "", Language.Russian).Marks.Phases.ShouldBe([phase]);

    [Fact]
    public void What_is_first_said_after_the_lead_weighs_less()
    {
        var filler = string.Join(' ', Enumerable.Repeat("слово", 60));
        var early = Weight($"НАТО {filler}");
        Weight($"{filler} НАТО").ShouldBeLessThan(early);
        Weight($"НАТО {filler} НАТО").ShouldBe(early, "it is the lead's");

        static float Weight(string body) => CommonTerms.Of("", body, Language.Russian)["#nato"];
    }

    private static IEnumerable<string> Terms(string title, string body, Language language) => CommonTerms.Of(title, body, language).Keys.Where(term => term[0] == '#');
}
