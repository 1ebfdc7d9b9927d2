namespace KzNewsBot.Text.Similarity;

/// <summary>
/// Thresholds of grouping. Within a language, likeness is a mean of two TF-IDF cosines, of words and of common terms;
/// across languages it is that of the common terms. Set on labelled pages, posts and pairs of articles (see STORIES.md);
/// the window, the stricter late threshold and the cap are judgement.
/// </summary>
internal static class StoryParameters
{
    public const double SameStory = 0.35;

    public const double SameStoryAcross = 0.49;

    /// <summary>The share of common terms in the likeness of two texts in one language.</summary>
    public const double CommonShare = 0.25;

    /// <summary>Across languages, where words can't be asked: of two texts that name days, but none that is the same.</summary>
    public const double OtherDays = 0.8;

    /// <summary>
    /// Across languages, of two texts published within <see cref="OneTime"/> of each other, as news of one event are: where a day
    /// is unknown, the names alone must be more alike. Within a language it would join news of one kind and day.
    /// </summary>
    public const double OneTimeAcross = 1.12;

    public static readonly TimeSpan OneTime = TimeSpan.FromHours(18);

    /// <summary>Within a language, of two headlines that name days, but none that is the same.</summary>
    public const double OtherTitleDays = 0.7;

    /// <summary>Of two texts that name years of an event, but none that is the same: drills and summits bear their year.</summary>
    public const double OtherYears = 0.7;

    /// <summary>Of two headlines of which one says that an event is ahead, and the other that it is over.</summary>
    public const double OtherPhase = 0.45;

    /// <summary>Of two headlines that name other countries than ours, but none that is the same: a minister speaks with one after the other.</summary>
    public const double OtherCountries = 0.7;

    /// <summary>Within a language, of two headlines that call what they tell of by names in quotation marks, but by none that is the same.</summary>
    public const double OtherNames = 0.6;

    /// <summary>Of two headlines of one outlet that are one but for a name: see <see cref="HeadlineTemplate"/>.</summary>
    public const double OtherName = 0.5;

    /// <summary>An article must be like this many of a story's, or all where there are fewer; on average over those it is likest to.</summary>
    public const int Nearest = 3;

    /// <summary>More than a day apart, alike articles are more often two events of one kind: so much more alike they must be.</summary>
    public const double Later = 1.25;

    /// <summary>An outlet rarely reports one event twice, unless the second article updates the first.</summary>
    public const double SameHost = 1.55;

    /// <summary>An article that is so much like a second story too says that the two are one.</summary>
    public const double Bridge = 1.05;

    /// <summary>Two stories that become one must be so like each other, without the article between them: on average of the smaller's articles.</summary>
    public const double Agreement = 0.7;

    /// <summary>An article whose changed text has less of the likeness to the rest of its story leaves it.</summary>
    public const double Parting = 0.5;

    public const int LargestStory = 50;

    /// <summary>From here on two articles of two stories may tell of one event in different words: enough for a doubt, see STORIES.md.</summary>
    public const double Akin = 0.7;

    /// <summary>The likest are enough: an article akin to more is of a kind that every day has.</summary>
    public const int MostAkin = 12;

    /// <summary>So alike are a text and its second edition: a mean cosine of .92. The figures of another day leave less.</summary>
    public const double OneText = 0.92 / SameStory;

    /// <summary>An outlet that takes up its own headline does so sooner, unless it writes it anew each day.</summary>
    public static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public static readonly TimeSpan Window = TimeSpan.FromHours(72);
}
