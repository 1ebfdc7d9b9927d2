using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Recognizes lines no reader counts as the article: credits, counters, tickers, share rows, calls to subscribe, legal
/// notices. Works on the words and shapes all outlets share, never on one outlet's text.
/// </summary>
internal static partial class BoilerplateLine
{
    private const int MaxLabelLength = 140;
    private const int MaxCallLength = 240;
    private const int MaxNoticeLength = 400;
    private const int MaxAdLabelLength = 30;

    /// <summary>A Kazakh call that goes on behind its verb; longer lines may be sentences about one.</summary>
    private const int MaxKazakhCallLength = 120;

    private static readonly string[] CallEndings = ["ңыз", "ңіз", "ңыздар", "ңіздер", "қой"];

    private static readonly HashSet<string> LabelWords = new(
        ("автор авторы автордың категория категории рубрика теги тег метки поделиться поделись распечатать печать наверх "
        + "вверх новости новость главная войти вход регистрация реклама меню поиск комментировать нравится просмотров "
        + "просмотры просмотра источник разделы регионы архив копировать видео фото назад вперед вперёд далее ссылка ссылку скопировать закрыть подробнее "
        + "показать загрузить ещё еще подписаться сохранить слушать прослушать "
        + "бөлісу басты бет жаңалықтар жаңалық іздеу мәзір кіру тіркелу жарнама авторы тегтер жоғары көшіру сілтемені "
        + "бейне сурет қаралым қаралды "
        + "home menu search news share tags tag advertisement sign in log login register back to top author category "
        + "print copy link next previous load more subscribe follow read save listen views view close skip content "
        + "facebook twitter x vk vkontakte вконтакте одноклассники telegram телеграм whatsapp viber instagram youtube "
        + "tiktok email e-mail rss linkedin pinterest messenger threads дзен zen google")
        .Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a line that may be dropped by what it says, wherever it stands.</summary>
    public static bool IsNoise(string line) =>
        IsNumeric(line) || IsLabel(line) || IsCredit(line) || IsCallToAction(line) || IsLegalNotice(line) || IsStamp(line) || IsPlaceholder(line);

    /// <summary>Tickers, weather, counters, player times, lone symbols: more digits than letters, or hardly any letter.</summary>
    public static bool IsNumeric(string line)
    {
        if (line.Length > 60)
        {
            return false;
        }

        var letters = line.Count(char.IsLetter);
        var digits = line.Count(char.IsAsciiDigit);
        return letters < 3 || (digits > letters && letters <= 12) || PartOfDate().IsMatch(line);
    }

    /// <summary>A menu or the page's top row on one line: "A | B | C", weather beside exchange rates.</summary>
    public static bool IsMenuRow(string line) =>
        line.Length <= MaxLabelLength && (line.Split(" | ").Length >= 3 || WeatherOrRates().IsMatch(line) || IsMostlyLabels(line));

    /// <summary>A button, a menu word, or "label: short value".</summary>
    public static bool IsLabel(string line)
    {
        if (line.Length > MaxLabelLength)
        {
            return false;
        }

        var words = WordsOf(line);
        return (words.Length is > 0 and <= 12
                && words.All(word => LabelWords.Contains(word) || word.All(char.IsAsciiDigit)))
            || LabelledValue().IsMatch(line) || IsHashTags(line);
    }

    public static bool IsHashTags(string line) => line.Length <= MaxLabelLength && HashTags().IsMatch(line);

    private static bool IsMostlyLabels(string line)
    {
        var words = WordsOf(line);
        return words.Length >= 4 && words.Count(LabelWords.Contains) * 2 >= words.Length;
    }

    private static string[] WordsOf(string line) =>
        line.Split([' ', ',', '|', '/', ':', '•', '·', '(', ')', '!'], StringSplitOptions.RemoveEmptyEntries);

    public static bool IsCredit(string line) =>
        line.Length <= MaxLabelLength && (CreditStart().IsMatch(line) || CreditEnd().IsMatch(line));

    /// <summary>Subscribe, join, listen to the full episode: also when the call runs over several lines.</summary>
    public static bool IsCallToAction(string line) => line.Length <= MaxCallLength && (Call().IsMatch(line) || ClauseCall().IsMatch(line) || EndsInCall(line));

    /// <summary>The call begins a clause of the line: "I subscribe to", with its subject, calls nobody. A Kazakh one stands behind its channel.</summary>
    public static bool OpensCall(string line) => IsCallToAction(line)
        && (EndsInCall(line) || ClauseCall().IsMatch(line) || line[..Call().Match(line).Index].TrimEnd() is [] or [.., '.' or '!' or '?' or ',' or ':' or '–' or '—']);

    /// <summary>«…Telegram-арнамызға жазылыңыз!»: in Kazakh the channel stands first and the verb last.</summary>
    public static bool EndsInCall(string line) => EndsLikeCall(line.AsSpan().TrimEnd(" .!…")) && (KazakhCall().IsMatch(line) || EndsInSecondCall(line));

    /// <summary>«…арнамызға жазылыңыз және достарыңызға айтыңыз». What somebody is quoted with calls to something else.</summary>
    private static bool EndsInSecondCall(string line) =>
        line.Length <= MaxKazakhCallLength && line.AsSpan().IndexOfAny("«“\"") < 0 && KazakhCallWithin().IsMatch(line);

    /// <summary>The whole shape takes 3 MB to compile, which a day without Kazakh news never needs.</summary>
    private static bool EndsLikeCall(ReadOnlySpan<char> line)
    {
        foreach (var ending in CallEndings)
        {
            if (line.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsLegalNotice(string line) => line.Length <= MaxNoticeLength && Legal().IsMatch(line);

    /// <summary>What a law or caution has outlets print, in set words: that somebody is a foreign agent or banned, who pays for an advertisement, whose the views are. Programs count and ask about their page so too.</summary>
    public static bool IsStamp(string line) => line.Length <= MaxNoticeLength && Stamp().IsMatch(line);

    /// <summary>Alone above an advertisement, or above the place where a script would set one.</summary>
    public static bool IsAdLabel(string line) => line.Length <= MaxAdLabelLength && AdLabel().IsMatch(line);

    /// <summary>Speaks like an advertisement.</summary>
    public static bool Sells(string line) => line.Length <= MaxNoticeLength && Offer().IsMatch(line);

    /// <summary>The same as a sentence that might be news itself.</summary>
    public static bool IsEntryOfRegister(string line) => line.Length <= MaxLabelLength && EntryOfRegister().IsMatch(line);

    /// <summary>What stands where a script would put the text.</summary>
    private static bool IsPlaceholder(string line) => line.Length <= MaxLabelLength && Loading().IsMatch(line);

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>"2026 Год", "21 Января", "Среда": today's date of the page, in pieces.</summary>
    [GeneratedRegex(@"^(\d{4}\s(год|жыл)|\d{1,2}\s(января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі)[.,]?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex PartOfDate();

    [GeneratedRegex(@"^(реклама|advertisement|sponsored|жарнама|теги?|метки|категори[яи]|рубрика|авторы?|источник|просмотр(ы|ов)|поделиться|время\sчтения|опубликовано|обновлено|дата(\sпубликации)?|бөлісу|тегтер|жарияланды|қаралды|курс(ы)?\sвалют|погода|tags?|category|author|source|views|share|updated|published|posted|reading\stime|filed\sunder|topics)\s?[:：—–]\s?.{0,100}$|^(реклама|advertisement)\s\d{1,2}\+.{0,100}$|^\d{1,3}\s(min|мин(ут[аы]?)?)\.?\s(read|чтения)$|^[\d\s,.]{1,12}(k|тыс\.?)?\s(views|просмотр(а|ов)?|қаралым|комментари(й|я|ев)|comments)$|^(usd|eur|rub|cny|kzt|доллар|евро|рубль|юань)\s?[:=—-]?\s?\d.{0,20}$", Options, PatternLimits.Milliseconds)]
    private static partial Regex LabelledValue();

    [GeneratedRegex(@"\d\s?(м/с|m/s|км/ч|°)|(курс(ы)?(\sвалют)?|usd|eur)\s?:?\s\d", Options, PatternLimits.Milliseconds)]
    private static partial Regex WeatherOrRates();

    [GeneratedRegex(@"^(#[\p{L}\d_]{2,40}[\s,]{0,3}){1,15}$", Options, PatternLimits.Milliseconds)]
    private static partial Regex HashTags();

    [GeneratedRegex(@"^(©|\(c\)\s)|^\(?(фото(графия|граф)?|photos?|сурет(тер)?(і)?|видео|снимок|кадр|скриншот|коллаж|изображение|иллюстрация|image|picture|video)((\s(с\sсайта|из\s(открытых|архива|личного|соцсетей)|пресс-служб\p{L}{0,3}|предоставлен\p{L}{0,3}|автора|by|courtesy|https?|[\p{L}\d-]{2,40}\.[\p{L}]{2,6}\b)|\s?[:/©|—–-]|\s©).{0,120})\)?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex CreditStart();

    [GeneratedRegex(@"([.…!»]\s\(?(фото|снимок|сурет|photo)(\s?[:—–-])?\s(?-i:\p{Lu}[\p{L}.-]{1,30}(\s\p{Lu}[\p{L}.-]{1,30}){0,3})|getty\simages|shutterstock|istock|depositphotos|unsplash|pixabay|wikimedia\scommons|file\sphoto|архивное\sфото|иллюстративное\sфото|фото\sиз\s(\p{L}{1,12}\s)?источников|фото\sиз\sоткрытых\sисточников)\)?[.]?$|^\S{0,40}\s?/\s?(фото|photo|сурет)$", Options, PatternLimits.Milliseconds)]
    private static partial Regex CreditEnd();

    [GeneratedRegex(@"\b(подпишитесь|подписывайтесь|подпишись|подписывайся|подписаться\sна|присоединяйтесь\sк|вступайте\sв\sнаш\p{L}{0,3}\s(групп|сообществ|чат|канал|telegram|телеграм|whatsapp|ватсап)\p{L}{0,3}|узнавайте\s(новости|о|обо\sвс[её]м|первыми)|читайте\sнас\sв|(наш|наше?м)\s(telegram|телеграм|whatsapp|instagram|youtube)-?\s?канал|жазылыңыз(дар)?|жазылып\sалыңыз|(арнамызға|парақшамызға)\sқосылыңыз|оқырманымыз\sболыңыз|subscribe\s(to|now|for)|follow\sus|join\s(us|our)|sign\sup\s(for|to)|by\sjoining\sour\s(\w{1,12}\s)?newsletter|поделитесь|установите\sприложение|скачайте\sприложение|включите\sjavascript|enable\sjavascript)|^telegram-канал[ае]?$|^(get|receive)\s.{1,60}\s(in|to)\syour\sinbox\b|\b(слушайте|смотрите|читайте|тыңдаңыз(дар)?|көріңіз(дер)?|watch|listen)\b.{0,80}\b(выпуск|верси|эпизод|подкаст|видео|канал|youtube|ютуб|по\sссылке|на\sнашем\sсайте|приложени|episode|podcast|full\sinterview|шығарылым|бейне)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Call();

    /// <summary>Calls whose words may stand within a sentence of the news too: here they begin one.</summary>
    [GeneratedRegex(@"(^\W{0,4}|[,.!?:–—]\s)(делитесь\s(этой\s|этим\s)?(новост|стать|материал|запис|публикаци)\p{L}{0,3}\s(в\sсоц|с\sдруз)|наш\p{L}{0,3}\s(канал|чат|групп|сообществ|страниц)\p{L}{0,2}\s(в|на)\s\p{L}{2,20}(\s?[,:–—-])?\s(присоединяйтесь|подпис)|читать\s(нас\s|новости\s)?(удобнее|проще|быстрее)\s(в|через)\s(наш\p{L}{1,2}\s|мобильн\p{L}{2}\s)?(приложени|telegram|телеграм)|вы\sможете\s(поддержать|помочь)\s(работ\p{L}\s)?(наш\p{L}{1,3}\s)?(редакци|издани|проект|нас\b|нам\b)|оцените\s(эт\p{L}{1,2}\s)?(новость|статью|материал|публикацию)|(перв\p{L}{2,3}\s(месяц|неделя)|\d{1,2}\s(дн|месяц|недел)\p{L}{0,3})\s(подписки\s)?(всего\s)?за\s\d{1,6}\s?(тенге|тг|₸|руб|₽|\$).{0,60}(отмен|подписк|затем|далее)|try\s.{1,30}\sfor\s(just\s|only\s)?[$€£]\s?\d.{0,40}cancel|следите\sза\s(нами|нашими\s\p{L}{1,20})\s(в|на)\b|читайте\sнас\s(в|на|там)\b|поддержите\s(нас\b|(наш\p{L}{0,3}|независим\p{L}{1,4})\s(проект|редакци|издани|журналист|сми\b|медиа|канал))|(оформите|сделайте)\s(пожертвование|донат)|(оформите|оплатите|купите)\sподписку,?\sчтобы\s(про|до)?чита|(материал|статья|публикация|полн\p{L}{2,3}\s(текст|верси\p{L}|стать\p{L}))\s(доступ|открыт)\p{L}{1,2}\s(только\s)?(по\sподписке|подписчикам|для\sподписчиков)|(сам|главн|лучш|важн|интересн)\p{L}{1,3}\s.{1,60}\sв\s(нашей\s)?рассылке\b|если\sвы\s(стали|оказались)\s(очевид|свидетел)\p{L}{1,4}\s.{1,80}\b(пришлите|присылайте|отправ(ьте|ляйте)|пишите|сообщ(ите|айте)\s(нам|в\sредакцию))|оқиға(ның)?\s(куәсі|куәгері)\sболсаңыз|(make|consider\smaking)\sa\sdonation|donate\s(now|today)|support\s(our|independent)\s(work|journalism|reporting|media)|got\sa\s(news\s)?tip\?|get\s(the|our)\snewsletter|sign\sup\s(here|now|today)|to\s(read|continue)\s.{1,40},\s(subscribe|sign\sin)|stay\sup[\s-]to[\s-]date\swith\s.{1,80}\b(channel|newsletter|app)\b)", Options, PatternLimits.Milliseconds)]
    private static partial Regex ClauseCall();

    [GeneratedRegex(@"((арнамыз|парақшамыз)\p{L}{0,6}|(telegram|телеграм|whatsapp|ватсап|instagram|инстаграм|youtube|ютуб|facebook|фейсбук|tiktok|тикток|threads)([\s-]?(арна|канал|парақша)\p{L}{0,8}|-?[дтғгқк][ае]))\b.{0,80}\b((жазылыңыз|қосылыңыз|оқыңыз)(дар)?|тіркеліңіз(дер)?|(жазылып|қосылып)\s(қой|(ал|қой)ыңыз(дар)?))[\s.!…]{0,5}$|\b((жаңалық|мақала|материал)\p{L}{0,8}\s(\p{L}{1,20}\s)?достар\p{L}{1,12}\sбөлісіңіз|қосымшамыз\p{L}{1,4}\s(жүктеңіз|жүктеп\s(алыңыз|қойыңыз)))(дер|дар)?[\s.!…]{0,5}$", Options, PatternLimits.Milliseconds)]
    private static partial Regex KazakhCall();

    [GeneratedRegex(@"\b((арнамыз|парақшамыз)\p{L}{0,6}|(telegram|телеграм|whatsapp|ватсап|instagram|инстаграм|youtube|ютуб|facebook|фейсбук|tiktok|тикток|threads)(([\s-](арна|канал|парақша|желі)\p{L}{0,8})|-?[дтғгқк][ае]))\s(.{0,40}\s)?((жазыл|қосыл|бөліс|тіркел)(ыңыз|іңіз)(дар|дер)?|(жазылып|қосылып|тіркеліп))(?!\p{L})", Options, PatternLimits.Milliseconds)]
    private static partial Regex KazakhCallWithin();

    [GeneratedRegex(@"^(((ид[её]т|подождите,?(\sид[её]т)?)\s)?загрузка|загружается|подождите|(страница\s)?жүктелуде|жүктеліп\sжатыр|күте\sтұрыңыз|(page\sis\s)?loading|please\swait)([\s,.]{1,3}(пожалуйста|подождите|please|wait|күте|тұрыңыз)){0,3}[\s.…]{0,5}$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Loading();

    [GeneratedRegex(@"(все\sправа\s(защищены|сохранены)|all\srights\sreserved|барлық\sқұқықтар|перепечатк[аеи]\s(\p{L}{1,20}\s){0,3}материал|(сайта|ссылк[аиу]|разреш).{0,120}\b(использова|копирова|цитирова)ни[еяи]\s(\p{L}{1,20}\s){0,3}материал|\b(использова|копирова|цитирова)ни[еяи]\s(\p{L}{1,20}\s){0,3}материал.{0,160}(сайта|ссылк[аиу]|разреш)|материалдарды\s(\p{L}{1,20}\s){0,2}(пайдалан|көшір)|ctrl\s?\+\s?enter|(нашли|заметили)\s(ошибку|опечатку)|қате\s(тапсаңыз|байқасаңыз)|(мы|сайт)\sиспольз(уем|ует)\s(файлы\s)?cookie|accept\s(all\s)?cookies|(we|this\ssite)\s(use|uses)\scookies|мнение\s(редакции|автор(а|ов))\sможет\sне\sсовпадать|редакция\sне\sнес[её]т\sответственност|^материал\s(не\s)?предназначен\sдля\s(лиц|читателей)\s(старше|младше|моложе)\s\d|подтвердите,\sчто\sвам\s(уже\s)?(исполнилось|есть|больше)|^материал\s(\p{L}{1,20}\s){0,3}(в\sрамках|по)\s(гос|государственн\p{L}{2,3}\s)(информационн\p{L}{2,3}\s|социальн\p{L}{2,3}\s)?заказ|мемлекеттік\s(ақпараттық\s)?тапсырыс\p{L}{0,3}\s(аясында|бойынша)\s(дайын|жарық|жариял)|автор(дың|лардың)?\sпікір\p{L}{1,6}\s.{1,60}\s(сәйкес|сай)\sкелмеуі\sмүмкін|сілтеме(\s(жасау|көрсету|беру|қою))?\sміндетті|^republication\sis\s(permitted|allowed)|^this\s(article|story|report)\swas\s(produced|made\spossible|supported)\s.{0,30}(support|grant)|^материал\s\d\d\sжас(қа|тан)|confirm\s(that\s)?you\sare\s(over|at\sleast|older\sthan)\s\d\d)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Legal();

    [GeneratedRegex(@"^(18\s?\+\s?)?\W{0,3}(настоящ(ий|ее)|данн(ый|ое))\s(материал|сообщение)\b.{0,40}\b(произвед[её]н|создан|распростран[её]н)\p{L}?\b.{1,200}\bиностранн|^\*{1,3}\s?.{0,100}(\bв\sреестр\p{L}?\sиностранных\sагентов|иностранн\p{L}{2,3}\sагент|иноагент|\bпризнан\p{L}{0,2}\s(\p{L}{1,20}\s){0,2}(террорист|экстремист|нежелательн)|запрещ\p{L}{2,4}\s(в|на\sтерритории)\s(росс|рф|казах|рк\b|республик)|деятельность\s(\p{L}{1,20}\s){0,3}запрещена|\bнаход\p{L}{2,4}ся\sпод\sсанкциями|тыйым\sсалынған|foreign\sagent)|^(была|оказалась)\sли\s(для\sвас\s|вам\s)?(полезн\p{L}{1,2}\s)?(эта\s|данная\s)?(страница|статья|новость|публикация)(\s(для\sвас\s|вам\s)?полезн\p{L}{1,2})?\?|^(как\sвам|понравил\p{L}{2,3}\s(ли\s)?вам)\s(эт\p{L}{1,2}\s)?(новость|статья|материал|публикация)\?|^was\sthis\s(page|article|story)\s(helpful|useful)|^количество\s(показов|просмотров)\s?:\s?\d{1,9}\b|^for\s(use\sof\s)?information\smedia\b.{0,10}not\san\sofficial\s(record|document)|^ответственность\sза\s(содержание|достоверность)\s.{1,60}\sнес[её]т\s|^(эта\s)?запись\s(была\s)?опубликована\s(.{0,40}\s)?в\sрубрик|^yasal\suyarı\s?:|^cet\sarticle\sest\sréservé\saux\sabonnés|^реклама\b.{1,120}\b(erid|инн|огрн)\b|\berid\s?:|^©|\bviews\s(expressed|represented|presented)\s.{1,120}\b(not\s(necessarily\s)?(reflect|represent)|(the\s)?author\(?s?\)?['’]?s?['’]?\sown)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^\W{0,3}((на\sправах\s)?реклам[аы]|advertisement|sponsored|жарнама)(\s\d{1,2}\+)?\W{0,3}$", Options, PatternLimits.Milliseconds)]
    private static partial Regex AdLabel();

    [GeneratedRegex(@"\b(звоните|узнай(те)?|закажи(те)?|купи(те)?|успей(те)?|спеши(те)?|бесплатн\p{L}{2,3}\s(консультац|замер|доставк)|скидк\p{L}{1,3}|call\s(now|us)|buy\snow|shop\snow|free\s(delivery|consultation)|жеңілдік\p{L}{0,4}|қоңырау\sшалыңыз)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Offer();

    [GeneratedRegex(@"^(минюст|министерство\sюстиции)(\s(рф|россии))?\s(вн[её]с|включил|признал)о?\s.{1,60}\s(в\sреестр\sиностранных\sагентов|иностранн\p{L}{2,3}\sагент\p{L}{1,3})\W{0,3}$", Options, PatternLimits.Milliseconds)]
    private static partial Regex EntryOfRegister();
}
