using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;
using KzNewsBot.Text.Quotes;

namespace KzNewsBot.Stories;

/// <summary>How a story reads in a message. News is quoted; the only words of ours are labels.</summary>
internal static class StoryText
{
    /// <summary>That it is denied, if it is; number and linked title; its outlet and date, counts and sides.</summary>
    /// <param name="updated">The reader was told it before.</param>
    public static void Head(StyledTextBuilder text, StoryCard story, int? number, Words words, string zone, bool updated = false)
    {
        if (story.DenialIn(words.Language) is { } denial)
        {
            text.Bold(DenierOf(denial, words) is { } denier ? words.Say(Phrase.StoryDeniedBy, ("who", denier)) : words.Say(Phrase.StoryDenied)).Line();
        }

        if (number is { } shown)
        {
            text.Text($"{shown}. ");
        }

        var lead = story.LeadIn(words.Language);
        text.Within(TextStyle.Bold, title => title.Link(lead.Title, lead.Url)).Line();

        // Whose headline it is: the quotations below may all be others'.
        Outlet(text, lead, words);
        text.Text($", {When(lead, words, zone)}{Changed(lead, words, zone)}");
        text.Text(string.Concat(Facts(story, words, updated).Select(fact => $" · {fact}"))).Line();
    }

    /// <summary>The sentences, each as its own quotation, and under each article's last one who said it and when.</summary>
    /// <param name="maximum">Of sentences; a denial is one of them, and stands first.</param>
    public static void Quotes(StyledTextBuilder text, StoryCard story, int maximum, Words words, string zone)
    {
        var quotes = Choose(story, maximum, words.Language);
        for (var i = 0; i < quotes.Count; i++)
        {
            text.BlockQuote(quotes[i].Text).Line();
            if (i == quotes.Count - 1 || quotes[i + 1].Article.Id != quotes[i].Article.Id)
            {
                text.Text("— ");
                Outlet(text, quotes[i].Article, words);
                text.Text($", {When(quotes[i].Article, words, zone)}{Changed(quotes[i].Article, words, zone)}").Line();
            }
        }
    }

    /// <summary>The articles of which <see cref="Head"/> and <see cref="Quotes"/> show something.</summary>
    public static IEnumerable<StoryArticle> Shown(StoryCard story, int maximum, Language language) =>
        Choose(story, maximum, language).Select(quote => quote.Article).Prepend(story.LeadIn(language)).Distinct();

    /// <summary>The outlet's name, linked to the article, and whether a search or a subscription stands between; the starter archive says whose report it follows.</summary>
    public static void Outlet(StyledTextBuilder text, StoryArticle article, Words words)
    {
        if (article.Source is { Id: SourceRegistry.StarterId })
        {
            text.Text(words.Say(Phrase.OutletStarter, ("outlet", DisplayText.Unlinked(article.Outlet ?? "—"))));
        }
        else
        {
            text.Name(article.Source?.NameIn(words.Language) ?? article.Outlet ?? words.Say(Phrase.OutletUnknown), article.Url).Text(Way(article, words));
        }
    }

    private static string Way(StoryArticle article, Words words) =>
        (article.BySearch ? $" ({words.Say(Phrase.OutletBySearch)})" : "") + (article.Sold ? $" ({words.Say(Phrase.OutletSold)})" : "");

    /// <summary>"21 августа 2025, 09:40", the day alone, or that the outlet gives none; what can't be is said to be the outlet's word.</summary>
    public static string When(StoryArticle article, Words words, string zone) => article.Published switch
    {
        { IsAhead: true } ahead => $"{When(article with { Published = ahead with { IsAhead = false } }, words, zone)} ({words.Say(Phrase.DateAhead)})",
        { At: { } at } => $"{words.Long(WallClock.DayIn(zone, at))}, {DateWords.Clock(WallClock.TimeIn(zone, at))}",
        { Day: { } day } => words.Long(day),
        _ => words.Say(Phrase.DateNotGiven),
    };

    /// <summary>The day is said where it is not that of the report.</summary>
    public static string Changed(StoryArticle article, Words words, string zone)
    {
        if (article.ChangedAt is not { } at)
        {
            return "";
        }

        var (day, clock) = (WallClock.DayIn(zone, at), DateWords.Clock(WallClock.TimeIn(zone, at)));
        var published = article.Published.At is { } moment ? WallClock.DayIn(zone, moment) : article.Published.Day;
        return words.Say(Phrase.StoryChanged, ("when", day == published ? clock : $"{words.Long(day)}, {clock}"));
    }

    /// <summary>Who denies; named in another language than the reader's, as a quoted word of that one. Null where nobody is named.</summary>
    public static string? DenierOf(DenialLine denial, Words words) =>
        denial.Denier is { } denier && denial.Quote.Article.Language is var language && language != words.Language && LanguageOf(language, words) is { } said
            ? $"{Quoted(denier, words)} ({said})"
            : denial.Denier;

    /// <summary>In the reader's quotation marks; in others where the text has those itself.</summary>
    public static string Quoted(string text, Words words)
    {
        var quoted = words.Say(Phrase.Quoted, ("text", text));
        return text.Contains(quoted[0], StringComparison.Ordinal) ? words.Say(Phrase.QuotedAround, ("text", text)) : quoted;
    }

    /// <summary>"in Kazakh"; null of a language that we have no word for.</summary>
    public static string? LanguageOf(Language language, Words words) => language switch
    {
        Language.Kazakh => words.Say(Phrase.InKazakh),
        Language.Russian => words.Say(Phrase.InRussian),
        Language.English => words.Say(Phrase.InEnglish),
        _ => null,
    };

    public static string SideName(string side, Words words) => words.Say(Sides.NameOf(side));

    /// <summary>That a topic is told more often than usual, with the usual beside it.</summary>
    public static string SpikeOf(Spike spike, Words words) => words.Count(Phrase.SpikeTopic, spike.Count, ("usual", Usual(spike, words)));

    public static string SpikeOf(string side, Spike spike, Words words) =>
        words.Count(Phrase.SpikeSide, spike.Count, ("side", SideName(side, words)), ("usual", Usual(spike, words)));

    private static string Usual(Spike spike, Words words) => spike.Usual.ToString(spike.Usual < 10 ? "0.#" : "0", words.Culture);

    private static IEnumerable<string> Facts(StoryCard story, Words words, bool updated)
    {
        if (updated)
        {
            yield return words.Say(Phrase.StoryUpdated);
        }

        var reports = words.Count(Phrase.Reports, story.Articles.Count);
        yield return story.Origins < story.Articles.Count ? $"{reports}, {words.Count(Phrase.Independent, story.Origins)}" : reports;
        if (story.Articles.All(article => article.Source is { Id: SourceRegistry.StarterId }))
        {
            // The archive's name said so.
            yield break;
        }

        yield return string.Join("; ", BySide(story.Articles).Select(side =>
            story.Articles.Count == 1 ? SideName(side.Key, words) : $"{SideName(side.Key, words)} {side.Count()}"));
    }

    /// <summary>
    /// Of two sentences that of a side not heard yet comes first, then that in the reader's own language: where there is room
    /// for few, sides still stand next to each other. Sentences of one article stand together.
    /// </summary>
    private static List<QuoteLine> Choose(StoryCard story, int maximum, Language language)
    {
        List<QuoteLine> chosen = story.DenialIn(language) is { } denial ? [denial.Quote] : [];
        var left = story.Quotes.Where(quote => !chosen.Exists(taken => Repeats(quote, taken) || IsOtherEdition(quote, taken, language))).ToList();
        while (chosen.Count < maximum && left.Count > 0)
        {
            var next = left.MinBy(quote => (chosen.Exists(other => other.Article.Source?.Side == quote.Article.Source?.Side), quote.Article.Language != language)) ?? left[0];
            chosen.Add(next);
            left.RemoveAll(quote => quote == next || IsOtherEdition(quote, next, language));
        }

        return [.. chosen.Take(maximum).GroupBy(quote => quote.Article.Id).SelectMany(ofArticle => ofArticle)];
    }

    /// <summary>What one outlet takes over from another differs by little more than "reports Kazinform".</summary>
    private static bool Repeats(QuoteLine quote, QuoteLine taken)
    {
        const double SameWords = 0.6;
        return quote == taken || (quote.Article.Language == taken.Article.Language && WordShare.Of(quote.Text, taken.Text, quote.Article.Language) > SameWords);
    }

    /// <summary>One outlet's editions in several languages say the same: once is enough.</summary>
    private static bool IsOtherEdition(QuoteLine quote, QuoteLine taken, Language language) =>
        quote.Article.Source is { } source && source.Id == taken.Article.Source?.Id && quote.Article.Language != taken.Article.Language && quote.Article.Language != language;

    /// <summary>The reports side by side, in the registry's order of sides; unknown outlets last.</summary>
    public static IEnumerable<IGrouping<string, StoryArticle>> BySide(IEnumerable<StoryArticle> articles) =>
        articles.GroupBy(article => article.Source?.Side ?? "", StringComparer.Ordinal).OrderBy(group => Sides.RankOf(group.Key));
}
