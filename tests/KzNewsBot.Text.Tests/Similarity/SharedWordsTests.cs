using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Text.Tests.Similarity;

public sealed class SharedWordsTests
{
    [Fact]
    public void In_one_language_reports_share_names_days_and_rare_words() =>
        Shared(
            "Миротворцы прибыли в Ой-Тал", "Сегодня, 17 марта, на полигон прибыли 2 500 военных.", Language.Russian,
            "На полигоне Ой-Тал начались манёвры", "Манёвры начались 17 марта, сообщает сегодня министерство: участвуют 2500 человек.", Language.Russian)
        .ShouldBe(["17 марта/17 марта", "2 500/2500", "полигон/полигоне"]);

    [Fact]
    public void In_two_languages_each_has_its_own_word_for_what_both_name() =>
        Shared(
            "ҰҚШҰ бітімгерлері Бішкекке келді", "17 наурызда Тасмағамбетов мәлімдеді.", Language.Kazakh,
            "Миротворцы ОДКБ прибыли в Бишкек", "Об этом 17 марта сообщил Тасмагамбетов.", Language.Russian)
        .ShouldBe(["ҰҚШҰ/ОДКБ", "бітімгерлері/Миротворцы", "Бішкекке/Бишкек", "келді/прибыли", "17 наурызда/17 марта", "Тасмағамбетов/Тасмагамбетов"], ignoreOrder: true);

    [Fact]
    public void Words_of_two_languages_that_only_sound_alike_are_not_shared() =>
        Shared("Утром звучала сирена", "", Language.Russian, "Along the serene lake", "", Language.English).ShouldBeEmpty();

    private static IEnumerable<string> Shared(string title, string body, Language language, string otherTitle, string otherBody, Language otherLanguage) =>
        SharedWords.Of(new ReportTerms(title, body, language), new ReportTerms(otherTitle, otherBody, otherLanguage)).Select(pair => $"{pair.One}/{pair.Other}");
}
