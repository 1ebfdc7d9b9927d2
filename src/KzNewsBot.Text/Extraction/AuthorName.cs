using System.Buffers;
using System.Net;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>Cleans what a page gives as an author and tells whether it can be one. Sections, sites, addresses and user numbers cannot.</summary>
internal static class AuthorName
{
    private const int MinLength = 3;
    private const int MaxLength = 80;
    private const int MaxWords = 8;
    private const int MaxDigits = 2;

    /// <summary>In the page itself a name must look like one: this many words.</summary>
    private const int MaxPersonWords = 6;

    private static readonly string[] Labels =
    [
        "автор текста", "автор статьи", "автор материала", "авторы", "автор", "текст", "подготовила", "подготовил", "беседовала", "беседовал", "корреспондент", "фото и текст", "текст и фото", "мәтінді дайындаған", "мәтін", "тілші", "haber:", "written by", "posted by",
        "published by", "reported by", "story by", "words by", "article by", "view all posts by", "posts by", "authors", "author", "by", "von", "par", "por",
    ];

    private static readonly HashSet<string> Nobody = new(
        ["admin", "administrator", "админ", "администратор", "редакция", "редактор", "редакциясы", "editor", "editors", "staff", "news", "новости", "жаңалықтар", "redaktor",
         "redaktion", "redacción", "webmaster", "super user", "root", "user", "guest", "unknown", "undefined", "null", "none", "nan", "n/a", "anonymous", "автор", "author", "authors"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] PartMarks = [",", ";", " & ", " and ", " и ", " және "];

    private static readonly SearchValues<char> NoNameMarks = SearchValues.Create("!?:;\"«»“”<>(){}|=+*");

    /// <summary>Words of buttons and boxes that stand where names stand.</summary>
    private static readonly HashSet<string> NoNames = new(
        ("about contact contacts read view more follow share all posts post comments comment updated published last min minutes subscribe sign log login home blog news article articles "
        + "author authors written contributor contributors reviewed edited medically photo image source click here see our your the is are was in on at for how what why when "
        + "подробнее читать все ещё еще материалы статьи новости автор авторы поделиться подписаться фото источник комментарии редакция барлық толық бөлісу").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands behind a name and is none.</summary>
    private static readonly HashSet<string> Posts = new(
        ("staff senior chief writer reporter editor correspondent columnist journalist contributor "
        + "обозреватель корреспондент редактор журналист спецкор собкор колумнист тілші тілшісі шолушы журналисі").Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Particles = new(
        "de da del della di du van von der den dos la le el al bin ibn ben y e i and und et и и және улы ұлы кызы қызы оглы фон де".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for nobody.</summary>
    /// <param name="outlets">Names of the site and its publisher.</param>
    /// <param name="isPerson">The page calls it a person; then it may bear the outlet's name, as bloggers' outlets do.</param>
    public static string? Clean(string? text, IReadOnlyList<string> outlets, bool isPerson = false)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 4 * MaxLength)
        {
            return null;
        }

        var name = WithoutPost(WithoutOutlet(WithoutLabel(TextCleaner.CleanLine(WebUtility.HtmlDecode(text)).Trim()), outlets)).Trim(' ', ',', ';', ':', '|', '-', '–', '—', '/', '•', '·');
        return name.Length is >= MinLength and <= MaxLength && name.Split(' ').Length <= MaxWords && name.Any(char.IsLetter)
            && name.Count(char.IsDigit) <= MaxDigits && !IsNobody(name) && !HostName.IsHost(name)
            && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal) && !name.Contains('#', StringComparison.Ordinal) && !HostName.IsHost(name.Split('/')[0])
            && (isPerson || !outlets.Any(outlet => IsSame(name, outlet)))
                ? name
                : null;
    }

    /// <summary>True for what looks like the name of one or two people and nothing else; needed where nothing says that it is.</summary>
    public static bool LooksLikePerson(string name)
    {
        var words = name.Split([' ', ',', '&', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= MaxPersonWords && !name.Any(char.IsDigit) && !name.AsSpan().ContainsAny(NoNameMarks)
            && words.All(word => char.IsUpper(word[0]) || Particles.Contains(word)) && char.IsUpper(name[0])
            && !words.Any(word => NoNames.Contains(word.Trim('.')));
    }

    /// <summary>"Anna Belova and Timur Ozen", "Anna Belova,Timur Ozen": each by himself, if each part is a name.</summary>
    public static IReadOnlyList<string> Parts(string names)
    {
        var parts = names.Split(PartMarks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.All(LooksLikePerson) ? parts : [names];
    }

    /// <summary>True when a line begins by saying that an author follows.</summary>
    public static bool HasLabel(string line) => LabelOf(line) is not null;

    public static string WithoutLabel(string name)
    {
        while (LabelOf(name) is { } label)
        {
            name = name[label.Length..].TrimStart(' ', ':', '-', '–', '—', '\u00A0');
        }

        return name;
    }

    /// <summary>"Anna Belova, staff writer" and «Анна Белова Обозреватель».</summary>
    public static string WithoutPost(string name)
    {
        if (name.Split(',', 2) is [var person, var rest] && LooksLikePerson(person))
        {
            return rest.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Any(Posts.Contains) ? person : name;
        }

        var words = name.Split(' ');
        var post = Array.FindIndex(words, Posts.Contains);
        return post > 1 && string.Join(' ', words[..post]) is var before && LooksLikePerson(before) ? before : name;
    }

    private static string? LabelOf(string name) => Labels.FirstOrDefault(label => name.Length > label.Length + 1
        && name.StartsWith(label, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(name[label.Length]) && name[label.Length] is not ('\'' or '’' or '.'));

    private static bool IsNobody(string name) => Nobody.Contains(name)
        || (name.Split(' ') is [var first, ..] && first.StartsWith("редакци", StringComparison.OrdinalIgnoreCase));

    /// <summary>"Anna Belova, Steppe News" and "Anna Belova | Steppe News".</summary>
    private static string WithoutOutlet(string name, IReadOnlyList<string> outlets)
    {
        var cut = name.LastIndexOfAny([',', '|']);
        return cut > 0 && outlets.Any(outlet => IsSame(name[(cut + 1)..], outlet)) ? name[..cut] : name;
    }

    /// <summary>Titles carry a date beside the outlet.</summary>
    private static bool IsSame(string name, string outlet) =>
        TextKey.Of(outlet) is var key && TextKey.Of(name) is var own && (own.Equals(key, StringComparison.Ordinal) || own.Equals(string.Concat(key.Where(char.IsLetter)), StringComparison.Ordinal));
}
