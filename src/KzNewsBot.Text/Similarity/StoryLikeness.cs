namespace KzNewsBot.Text.Similarity;

/// <summary>How far two texts reach the likeness that one story asks of them; 1 is just enough.</summary>
internal static class StoryLikeness
{
    /// <summary>Further languages are many: two texts in them need not share one.</summary>
    public static bool IsOneLanguage(Language a, Language b) => a == b && a != Language.Other;

    /// <param name="words">Cosine of the words; counts only within a language.</param>
    /// <param name="common">Cosine of the common terms.</param>
    public static double Of(bool oneLanguage, double words, double common) => oneLanguage
        ? (((1 - StoryParameters.CommonShare) * words) + (StoryParameters.CommonShare * common)) / StoryParameters.SameStory
        : common / StoryParameters.SameStoryAcross;

    /// <summary>What speaks against one event, however alike the words are: 1 when nothing does.</summary>
    public static double Doubt(StoryMarks a, StoryMarks b, bool oneLanguage) =>
        (!oneLanguage && Differ(a.Days, b.Days) ? StoryParameters.OtherDays : 1)
        * (oneLanguage && Differ(a.TitleDays, b.TitleDays) ? StoryParameters.OtherTitleDays : 1)
        * (oneLanguage && Differ(a.Names, b.Names) ? StoryParameters.OtherNames : 1)
        * (Differ(a.Years, b.Years) ? StoryParameters.OtherYears : 1)
        * (Differ(a.Phases, b.Phases) ? StoryParameters.OtherPhase : 1)
        * (Differ(a.Countries, b.Countries) ? StoryParameters.OtherCountries : 1);

    /// <summary>What is left of the likeness of two texts of one outlet in one language; below 1 they are not one story in any case.</summary>
    /// <param name="apart">How long one was out after the other.</param>
    public static double OfOutlet(double likeness, StoryMarks a, StoryMarks b, Language language, TimeSpan apart) =>
        likeness >= 1 && ((likeness < StoryParameters.OneText && IsOfAnotherDay(a, b, apart)) || HeadlineTemplate.IsFilledTwice(a.Headline, b.Headline, language)) ? likeness * StoryParameters.OtherName : likeness;

    /// <summary>«Сводка за сутки»: a headline that comes again in another shift, above other figures, is one of every day.</summary>
    private static bool IsOfAnotherDay(StoryMarks a, StoryMarks b, TimeSpan apart) =>
        apart > StoryParameters.Shift && string.Equals(a.Headline, b.Headline, StringComparison.OrdinalIgnoreCase);

    /// <summary>What speaks for one event besides the words: 1 when nothing does.</summary>
    public static double Trust(StoryMoment a, StoryMoment b, bool isAcross) =>
        isAcross && a.IsDay && b.IsDay && (a.At - b.At).Duration() <= StoryParameters.OneTime ? StoryParameters.OneTimeAcross : 1;

    private static bool Differ(IReadOnlyCollection<string> a, IReadOnlyCollection<string> b) =>
        a.Count > 0 && b.Count > 0 && !a.Any(mark => b.Contains(mark, StringComparer.Ordinal));
}
