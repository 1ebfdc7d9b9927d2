using System.Text.RegularExpressions;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// Finds denials by their phrases. Talk about fakes in general has no denying phrase and is passed over;
/// a negated phrase («не опроверг») denies nothing. An article without such a phrase may still answer a claim that it says goes
/// around. Linear in the length of the text.
/// </summary>
internal static partial class DenialReader
{
    /// <summary>Shorter rests of a sentence name no claim.</summary>
    private const int ShortestClaim = 8;

    /// <summary>Of one article: more are a text made to cost time.</summary>
    private const int Most = 10;

    /// <summary>Sentences; what was denied "earlier" behind them is background.</summary>
    private const int Opening = 2;

    /// <summary>Sentences in which a claim is told and answered.</summary>
    private const int AnswerWithin = 6;

    /// <summary>Sentences behind the denial in which its quotation may end.</summary>
    private const int QuotationWithin = 3;

    /// <summary>What all denials of an article are read with.</summary>
    private sealed record Article(string Title, Lazy<(string? Body, string? Country)> Deniers, Language Language);

    /// <summary>At most one denial for each sentence, the title's first, and ten in all.</summary>
    public static IReadOnlyList<Denial> Read(string title, string text, Language language)
    {
        var (spacedTitle, spacedText) = (Letters.Space(title), Letters.Space(text));
        return [.. ReadSpaced(spacedTitle, spacedText, language).Select(denial => denial with { Denier = Original(denial.Denier, title, spacedTitle) ?? Original(denial.Denier, text, spacedText) })];
    }

    /// <summary>The name as the article writes it, be it with spaces that don't break.</summary>
    private static string? Original(string? denier, string part, string spaced) =>
        denier is not null && spaced.IndexOf(denier, StringComparison.Ordinal) is >= 0 and var start ? part.Substring(start, denier.Length) : null;

    private static List<Denial> ReadSpaced(string title, string text, Language language)
    {
        var denials = new List<Denial>();
        var article = new Article(title, DenierNames.Of(title + "\n" + text), language);
        Add(denials, title, inTitle: true, article);
        Add(denials, text, inTitle: false, article);
        if (denials.Count == 0 && Answer(text, article) is { } answer)
        {
            denials.Add(answer);
        }

        return denials;
    }

    private static Denial? Answer(string text, Article article)
    {
        var spans = SentenceSplitter.Split(text);
        var sentences = spans.Take(AnswerWithin).Select(span => Cut(span.In(text))).ToList();
        var headline = Cut(article.Title);
        return RumourAnswers.Find(headline, sentences, article.Language) switch
        {
            (-1, var answer) => Found(inTitle: true, article.Title, [new TextSpan(0, article.Title.Length)], [headline], 0, answer, article) with { IsAnswer = true },
            (var place, var answer) => Found(inTitle: false, text, spans, sentences, place, answer, article) with { IsAnswer = true },
            null => null,
        };
    }

    private static string Cut(string sentence) => sentence.Length > DenialPhrases.LongestSentence ? sentence[..DenialPhrases.LongestSentence] : sentence;

    private static Denial Found(bool inTitle, string part, IReadOnlyList<TextSpan> spans, IReadOnlyList<string> sentences, int place, Match phrase, Article article)
    {
        var (span, sentence) = (spans[place], sentences[place]);
        var speaker = DenierNames.Speaker(sentence);

        // «Ведомство опровергло»: which one, a sentence beside it may say.
        var pointsBack = speaker is not null && DenierNames.PointsBack(speaker);
        var named = Named(sentence, article) ?? Beside(sentences, place, pointsBack, article) ?? OfHeadline(article, sentence) ?? (speaker is null && SpeaksItself().IsMatch(sentence) ? DenierNames.AuthorOf(article.Title) : null);
        var words = new TextSpan(span.Start + phrase.Index, phrase.Length);
        return new Denial(inTitle, span, DenialQuotation.Around(part, spans, place), words, named ?? speaker ?? DenierNames.Find(sentence, article.Deniers), named is not null, ClaimAfter(sentence, span, phrase.Index + phrase.Length));
    }

    /// <summary>Whom the sentences beside it give the word to, where it is theirs: who ends its quotation, tells of it or went on.</summary>
    private static string? Beside(IReadOnlyList<string> sentences, int place, bool pointsBack, Article article)
    {
        var sentence = sentences[place];
        if (IsUnclosed(sentence) && sentences.Skip(place + 1).Take(QuotationWithin).FirstOrDefault(next => next.AsSpan().IndexOfAny("«»“”\"") >= 0) is { } end
            && end[end.AsSpan().IndexOfAny("«»“”\"")] is '»' or '”' or '"' && Named(end, article) is { } quoted)
        {
            return quoted;
        }

        return place + 1 < sentences.Count && Attributions.IsOfTheLast(sentences[place + 1]) ? Named(sentences[place + 1], article)
            : place > 0 && (pointsBack || Attributions.GoesOn(sentence)) && Attributions.TellsOfAnAnswer(sentences[place - 1]) ? Named(sentences[place - 1], article) ?? DenierNames.Answering(sentences[place - 1])
            : null;
    }

    /// <summary>Whom the sentence gives the word to; its «пресс-служба ведомства» is that of the body which the headline says answered.</summary>
    private static string? Named(string sentence, Article article) => DenierNames.Speaker(sentence) switch
    {
        null => null,
        var speaker when !DenierNames.PointsBack(speaker) => speaker,
        var speaker => DenierNames.IsItsService(speaker) ? DenierNames.Answering(article.Title) : null,
    };

    /// <summary>«Погранслужба: граница не закрыта»: the headline itself answers, and of the same matter.</summary>
    private static string? OfHeadline(Article article, string sentence) =>
        Negated().IsMatch(article.Title) && !Attributions.SomebodyDenies(sentence) && !Attributions.HasContrast(sentence) && WordShare.Of(article.Title, sentence, article.Language) > 0
            ? Attributions.OfHeadline(article.Title)
            : null;

    private static bool IsUnclosed(string sentence) =>
        sentence.AsSpan().LastIndexOfAny("«“") > sentence.AsSpan().LastIndexOfAny("»”") || sentence.Count(letter => letter == '"') % 2 == 1;

    private static void Add(List<Denial> denials, string part, bool inTitle, Article article)
    {
        var spans = SentenceSplitter.Split(part);
        var sentences = spans.Select(span => Cut(span.In(part))).ToList();
        for (var place = 0; place < sentences.Count && denials.Count < Most; place++)
        {
            var sentence = sentences[place];
            var phrase = DenialPhrases.Of(article.Language).SelectMany(phrases => phrases.Matches(sentence))
                .FirstOrDefault(phrase => !VoidDenials.IsVoid(sentence[..phrase.Index], phrase.Value, sentence[(phrase.Index + phrase.Length)..]));
            if (phrase is not null && !(place >= Opening && RumourAnswers.IsBackground(sentence)) && !RumourAnswers.IsTakenBack(article.Title, place > 0 ? sentences[place - 1] : "", sentence))
            {
                denials.Add(Found(inTitle, part, spans, sentences, place, phrase, article));
            }
        }
    }

    private static TextSpan? ClaimAfter(string sentence, TextSpan span, int end)
    {
        var rest = sentence.AsSpan(end);
        var skipped = rest.Length - rest.TrimStart(" ,:—–-").Length;
        var length = rest[skipped..].TrimEnd(" .!?").Length;
        return length < ShortestClaim ? null : new TextSpan(span.Start + end + skipped, length);
    }

    /// <summary>«Сообщаем, что …»: whoever releases it.</summary>
    [GeneratedRegex(@"\b(сообщаем|заявляем|информируем|опровергаем|подч[её]ркиваем|уведомляем|хабарлаймыз|мәлімдейміз|ескертеміз|we)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex SpeaksItself();

    [GeneratedRegex(@"\b(нет|не|ни|ложь|фейк|no|not|never|false|fake|жоқ|емес|жалған)\b|\p{L}(ма|ме|ба|бе|па|пе)(йды|йді|ды|ді|ған|ген)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Negated();
}
