using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Extraction;

internal enum SectionHead
{
    None,

    /// <summary>Other articles follow: «В тренде», «другие эпизоды», "Most read".</summary>
    OtherArticles,

    /// <summary>Links that may also stand in the middle of an article: «Читайте также», "Read also".</summary>
    ReadAlso,

    /// <summary>The same with a headline on the same line: the line goes, nothing else.</summary>
    ReadAlsoInline,
}

/// <summary>Recognizes the short lines under which a page lists something other than its article.</summary>
internal static partial class SectionHeads
{
    private const int MaxHeadLength = 70;
    private const int MaxInlineLength = 220;
    private const int MaxCommentsLength = 40;

    public static SectionHead Classify(string line)
    {
        if (line.Length is 0 or > MaxInlineLength)
        {
            return SectionHead.None;
        }

        var match = ReadAlso().Match(line);
        if (match.Success)
        {
            return match.Length == line.Length ? SectionHead.ReadAlso : SectionHead.ReadAlsoInline;
        }

        return line.Length <= MaxHeadLength && OtherArticles().IsMatch(line)
            ? SectionHead.OtherArticles
            : SectionHead.None;
    }

    /// <summary>Readers speak below it: «Комментарии (4)». «Комментарии экспертов» may head a part of the article.</summary>
    public static bool IsComments(string line) => line.Length <= MaxCommentsLength && Comments().IsMatch(line);

    /// <summary>«Похожие новости: …»: the list follows on the same line.</summary>
    public static bool HasHead(string line) => line.IndexOf(':', StringComparison.Ordinal) is > 0 and < MaxHeadLength and var end
        && Classify(line[..(end + 1)]) == SectionHead.OtherArticles;

    /// <summary>«Ранее мы писали, …», «→ …»: where a link is most of the line it tells nothing but where to read on.</summary>
    public static bool IsPointer(string line) => line.Length <= MaxInlineLength && Pointer().IsMatch(line);

    /// <summary>«О компании», «Контакты для СМИ»: who sent a release tells of himself below it.</summary>
    public static bool IsOfSender(string line) => line.Length <= MaxInlineLength && Sender().IsMatch(line);

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(.{1,45}[:—–-]\s?)?(сейчас\s)?(в\sтренде|тренды|(другие|новые|ещё|еще|все|свежие|последние)\s(эпизоды|выпуски|новости|материалы|статьи|публикации|записи)|самое\s(читаемое|популярное|обсуждаемое|интересное|важное)|(популярное|популярные)(\s(новости|статьи|материалы|сейчас|за\s(день|неделю)))?|главное\s(сегодня|за\s(день|сутки|неделю))|лента\sновостей|топ(-|\s)?(\d+|новостей)|похожие(\s(новости|статьи|материалы|записи))?|новости\s(партн[её]ров|по\sтеме)|комментарии(\s?\(?\d*\)?(\s.{1,40})?)?|отзывы\s(читателей|пользователей)|(оставить|добавить|написать)\sкомментарий|рекоменду(ем|емые|емое)(\s.{1,25})?|выбор\sредакции|вам\s(может|будет)\s.{1,25}|трендте|(соңғы|басқа|ұқсас|өзекті)\s(жаңалықтар|материалдар|шығарылымдар|эпизодтар|мақалалар|тақырыптар|оқиғалар)|танымал(\sжаңалықтар)?|ең\sкөп\sоқылған(дар)?|пікірлер(\s?\(?\d*\)?)?|trending(\snow)?|most\s(read|popular|viewed|shared)|related(\s(stories|articles|news|posts|content|topics))?|(more|other|latest|recent|all)\s(stories|news|episodes|articles|posts|headlines)|more\s(from|on|in|(work|articles|stories|news)\sfrom)\s.{1,30}|suggested(\s(articles|stories|reading|for\syou))?|recommended(\sfor\syou)?|you\s(may|might)\salso\slike|comments(\s?\(\d*\)(\s.{1,40})?)?|leave\sa\s(comment|reply)|up\snext|popular\snow|editors?['’]?s?\spicks|top\sstories)\s?[:.…]?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex OtherArticles();

    [GeneratedRegex(@"^(\d{1,5}\s(комментари(й|я|ев)|отзыв(а|ов)?|пікір|comments?)|((все\s)?комментарии|комментариев|отзывы|(?:обсуждение|мнения)(?=\s(читателей|пользователей|посетителей)))(\s(читателей|пользователей|посетителей|(к|по)\s(статье|новости|записи|материалу|публикации)))?|(оқырмандар\s)?пікірлері?|((all|readers?['’]?s?)\s)?comments)\s?:?\s?(\(?\d{1,5}\)?)?:?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^[\W_]{0,3}((читайте|читай|смотрите|смотри|узнайте)\s(также|ещё|еще|больше|далее|по\sтеме)(\sпо\sтеме)?|(материалы?\s|новости\s|ещё\s|еще\s)?по\sтеме|тақырып\sбойынша(\sоқыңыз)?|тақырыпқа\sорай|(оқыңыз(дар)?|осы\sтақырыпта)(?=\s?:)|((тағы|бұған\sдейін|сондай-ақ|бұған\sқоса|осы\sтақырыпта)\s(да\s)?)(оқыңыз(дар)?|оқи\sотырыңыз(дар)?|қараңыз(дар)?)|(оқи|қарай)\sотырыңыз(дар)?|read\s(also|more|next|on)|see\salso|also\sread|don['’]t\smiss)(?!\p{L}|\s\p{Ll})\s?[:.—–»>]{0,2}\s?", Options, PatternLimits.Milliseconds)]
    private static partial Regex ReadAlso();

    [GeneratedRegex(@"^\W{0,3}((о|справка\sо)\s(нашей\s)?(компании|группе\sкомпаний|холдинге)(\s[«""].{1,60}[»""])?\W{0,3}$|(компания|ұйым)\sтуралы\W{0,3}$|about\sthe\scompany\W{0,3}$|(контакт\p{L}{0,2}|информация)\sдля\s(сми|прессы|журналистов)\b|(бақ|баспасөз)\sүшін\sбайланыс|(press|media)\s(contacts?|enquiries|inquiries)\b|pressekontakt\b|kontakt\sfür\sdie\spresse\b)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^[→►▶➡»]\s?\S|^\W{0,3}(напомним,?\s)?((ранее|прежде|до\sэтого)\s([\p{L}\d.«»-]{1,20}\s){0,2}(сообщал|писал|рассказывал)\p{L}{1,3}\b|(бұған\sдейін|бұдан\sбұрын|осыған\sдейін)\b|(earlier|previously),?\s(we|it\swas)\s(reported|wrote))", Options, PatternLimits.Milliseconds)]
    private static partial Regex Pointer();
}
