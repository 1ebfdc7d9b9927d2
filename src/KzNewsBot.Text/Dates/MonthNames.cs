using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Dates;

/// <summary>Month names in the forms dates use: Russian, Kazakh and English, and those of outlets abroad.</summary>
internal static class MonthNames
{
    /// <summary>Short forms, one row per month.</summary>
    private static readonly string[] Short =
    [
        "jan янв қаң",
        "feb фев февр ақп",
        "mar мар нау",
        "apr апр сәу",
        "may май мая мае мам",
        "jun июн мау",
        "jul июл шіл",
        "aug авг там",
        "sep sept сен сент қыр",
        "oct окт қаз",
        "nov ноя нояб қар",
        "dec дек жел",
    ];

    /// <summary>English is not inflected.</summary>
    private static readonly string[] English =
        "january february march april may june july august september october november december".Split(' ');

    private static readonly string[] Russian =
        "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".Split(' ');

    private static readonly string[] Kazakh =
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйе қазан қараша желтоқсан".Split(' ');

    /// <summary>
    /// Outlets abroad, one row per language: German, French, Spanish, Italian, Portuguese, Polish, Ukrainian, Turkish, Greek, Hungarian, Uzbek. Forms
    /// that dates use, in the order of the months; a slash parts spellings.
    /// </summary>
    private static readonly string[] Abroad =
    [
        "januar/jänner februar märz/mär april mai juni juli august september oktober/okt november dezember/dez",
        "janvier/janv février/févr mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc",
        "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
        "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
        "janeiro fevereiro/fev março abril maio junho julho agosto setembro outubro novembro dezembro",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara",
        "ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ/μάρ απριλίου/απρ μαΐου/μαΐ/μάι ιουνίου/ιουν/ιούν ιουλίου/ιουλ/ιούλ αυγούστου/αυγ/αύγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε/νοέ δεκεμβρίου/δεκ",
        "január február/febr március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept október november december",
        "yanvar fevral mart aprel may iyun iyul avgust sentabr/sentyabr oktabr/oktyabr noyabr dekabr",
    ];

    private static readonly Dictionary<string, int> Exact = Short
        .SelectMany((row, index) => row.Split(' ').Select(name => (name, index)))
        .Concat(English.Select((name, index) => (name, index)))
        .Concat(Abroad.SelectMany(row => row.Split(' ').SelectMany((month, index) => month.Split('/').Select(name => (name, index)))))
        .DistinctBy(pair => pair.name, StringComparer.Ordinal)
        .ToDictionary(pair => pair.name, pair => pair.index + 1, StringComparer.Ordinal);

    public static int? Find(string word)
    {
        var lower = Letters.Mend(word).ToLowerInvariant();
        if (Exact.TryGetValue(lower, out var month))
        {
            return month;
        }

        return Inflected(lower, Russian, longestEnding: 2) ?? Inflected(lower, Kazakh, longestEnding: 8);
    }

    /// <summary>«января», «қарашада», «қазанындағы»: the stem and a case ending.</summary>
    private static int? Inflected(string word, string[] stems, int longestEnding)
    {
        for (var i = 0; i < stems.Length; i++)
        {
            if (stems[i].Length > 2 && word.StartsWith(stems[i], StringComparison.Ordinal)
                && word.Length <= stems[i].Length + longestEnding)
            {
                return i + 1;
            }
        }

        return null;
    }
}
