namespace KzNewsBot.Text.Similarity;

/// <summary>How far two texts reach the likeness that one story asks of them; 1 is just enough.</summary>
internal static class StoryLikeness
{
    /// <param name="words">Cosine of the words; counts only within a language.</param>
    /// <param name="common">Cosine of the common terms.</param>
    public static double Of(bool oneLanguage, double words, double common) => oneLanguage
        ? (((1 - StoryParameters.CommonShare) * words) + (StoryParameters.CommonShare * common)) / StoryParameters.SameStory
        : common / StoryParameters.SameStoryAcross;

    /// <summary>What speaks against one event, however alike the words are: 1 when nothing does.</summary>
    public static double Doubt(StoryTerms a, StoryTerms b, bool oneLanguage) =>
        (!oneLanguage && NameOtherDays(a.Common, b.Common) ? StoryParameters.OtherDays : 1)
        * (a.Phases.Count > 0 && b.Phases.Count > 0 && !a.Phases.Overlaps(b.Phases) ? StoryParameters.OtherPhase : 1);

    /// <summary>Whether both name days of the calendar, but none that is the same.</summary>
    private static bool NameOtherDays(IReadOnlyDictionary<string, float> a, IReadOnlyDictionary<string, float> b)
    {
        var named = false;
        foreach (var day in a.Keys.Where(CommonTerms.IsDay))
        {
            if (b.ContainsKey(day))
            {
                return false;
            }

            named = true;
        }

        return named && b.Keys.Any(CommonTerms.IsDay);
    }
}
