namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Openings of lines that outlets put around their articles, in Russian, Kazakh and English. Unlike
/// <see cref="BoilerplateLine"/> an opening alone decides nothing: it is one sign among many.
/// </summary>
internal static class BoilerplatePhrases
{
    private const int MaxWords = 4;
    private const int MaxLength = 220;

    private static readonly HashSet<string> Openings = Set(
        """
        read more|read also|read next|read the full|read our|read on|related|related posts|related stories|related articles|related content
        |related topics|related news|related links|more from|more on|more stories|more news|more about|more like|more in|see also|also read
        |also see|also on|you may also|you might also|recommended|recommended for|click here|tap here|sign up|subscribe|follow us|follow our
        |follow on|like us|join us|join our|join the|share this|share on|share|tweet|advertisement|advertising|continue reading|story continues
        |article continues|skip to|loading|photo by|photo credit|photo courtesy|photos|photo|image|images|image credit|image source|picture
        |credit|source|sources|video|watch|watch now|watch the|watch more|listen|listen to|download|print|email|comments|leave a|no comments
        |view all|view more|view comments|view gallery|view profile|tags|tagged|filed under|category|categories|topics|posted in|posted on
        |posted by|posted at|published|published on|published by|updated|last updated|last modified|written by|by|author|authors|copyright
        |all rights|the post|this article was|this story was|this post was|this article has|this article first|this story originally
        |originally published|reporting by|editing by|additional reporting|with files|contact us|contact the|terms of|privacy|cookie|cookies
        |we use|back to|top|home|menu|next|previous|got a|have a tip|get the|get our|get breaking|don t miss|trending|most read|most popular
        |editor s note|editor s pick|editors pick|sponsored|promoted|affiliate|disclosure|disclaimer|thank you for|thanks for|enter your
        |about the|about author|about us|min read|minute read|reading time|estimated|facebook|twitter|linkedin|whatsapp|pinterest|reddit
        |start your|try it|book a|get started|learn more|find out|shop now|buy now|see more|show more|load more|in this article|table of contents
        |jump to|on this page|key takeaways|faq|fact checked|reviewed by|medically reviewed|edited by|our editors|save|bookmark|report
        |читайте также|читайте еще|читайте ещё|читайте далее|читайте по|читайте подробнее|читайте на|читайте нас|читать далее|читать также
        |читать полностью|читать ещё|читать еще|смотрите также|смотрите ещё|смотрите на|смотреть|по теме|материалы по|материал по|новости по
        |подпишитесь|подписывайтесь|подписаться|подпишись|подписка|подробнее|поделиться|поделитесь|поделись|реклама|на правах|фото|фотография
        |фотографии|скриншот|видео|источник|источники|автор|авторы|корреспондент|теги|метки|рубрика|рубрики|категория|категории|комментарии
        |комментировать|оставить комментарий|добавить комментарий|нашли ошибку|заметили ошибку|заметили опечатку|если вы нашли|если вы заметили
        |если вы обнаружили|другие новости|последние новости|новости|новости партнеров|новости партнёров|в тренде|популярное|популярные|самое
        |самые читаемые|лента новостей|наверх|все эпизоды|другие эпизоды|все новости|ещё подробнее|еще подробнее|также читайте|также по
        |также смотрите|хотите узнать|хотите больше|следите за|присоединяйтесь|вступайте|скачать|скачайте|распечатать|версия для|просмотров
        |просмотры|время чтения|на главную|написать автору|больше новостей|больше по|при использовании|при перепечатке|при цитировании
        |перепечатка|копирование|использование материалов|все права|мнение редакции|редакция не|редакция может|редактор|материал подготовлен
        |ранее мы|ещё по|еще по|главное за|главные новости|войти|регистрация|ваш комментарий|отправить|пожаловаться|оцените|рейтинг|опрос
        |прислать новость|сообщить об|телефон|email|e mail|наш телеграм|наш telegram|мы в|мы используем|напомним читайте
        |оқи отырыңыз|оқи отырыңыздар|тағы оқыңыз|тағы да|сондай ақ оқыңыз|сондай ақ оқи|оқыңыз|оқыңыздар|жазылыңыз|жазылыңыздар|жазылу
        |бөлісу|бөлісіңіз|фото сурет|сурет|суреттер|дереккөз|авторы|автор туралы|пікірлер|пікір|пікір қалдыру|соңғы жаңалықтар|басқа жаңалықтар
        |жаңалықтар|тақырып бойынша|ұқсас жаңалықтар|ұқсас мақалалар|жарнама|барлық құқық|барлық құқықтар|барлық жаңалықтар|толығырақ|толық оқу
        |тегтер|санат|айдар|қаралды|қаралым|ең көп|танымал|материалды көшіріп|материалдарды пайдалану|қате тапсаңыз|біздің телеграм
        |телеграм арнамызға|біздің арнамызға|бейне|видеоны|басты бет|тілші|редактор|өзге жаңалықтар|осы тақырыпта|оқылды|көшіру
        |lesen sie|lesen sie auch|mehr zum|weiterlesen|auch interessant|newsletter|anzeige|quelle|leia mais|leia também|veja também|veja mais
        |compartilhe|compartilhar|publicidade|fonte|leggi anche|lire aussi|à lire|lea también|le puede|te puede|suscríbete|compartir
        |publicado em|publicado en|por|von|czytaj także|czytaj też|zobacz także|читайте також|підписуйтесь|джерело
        """);

    private static readonly HashSet<string> ReadMore = Set(
        """
        read|read more|read on|read article|read full|read the|continue|continue reading|more|learn more|see more|view|подробнее|читать|читать далее
        |читать дальше|читать полностью|далее|дальше|ещё|еще|толығырақ|толық|толық оқу|оқу|weiterlesen|mehr|leia mais|lire la|leer más|leggi tutto
        """);

    /// <summary>Begins like a line around an article; words only, so marks and case do not matter.</summary>
    public static bool Opens(string line) => line.Length <= MaxLength && Matches(line, Openings);

    /// <summary>The link at the end of a teaser.</summary>
    public static bool IsReadMore(string line) => line.Length <= 40 && Matches(line, ReadMore);

    private static bool Matches(string line, HashSet<string> phrases)
    {
        var lookup = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> words = stackalloc char[64];
        var length = 0;
        var count = 0;
        foreach (var character in line)
        {
            if (char.IsLetter(character))
            {
                if (length == words.Length)
                {
                    return false;
                }

                words[length++] = char.ToLowerInvariant(character);
            }
            else if (length > 0 && words[length - 1] != ' ')
            {
                if (lookup.Contains(words[..length]))
                {
                    return true;
                }

                if (++count == MaxWords || length == words.Length)
                {
                    return false;
                }

                words[length++] = ' ';
            }
        }

        return length > 0 && lookup.Contains(words[..length]);
    }

    private static HashSet<string> Set(string phrases) => phrases
        .Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToHashSet(StringComparer.Ordinal);
}
