using System.Text.RegularExpressions;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>Finds what the server marks by itself: addresses, mentions, hashtags, commands. A close approximation.</summary>
internal static partial class AutomaticEntities
{
    public static IEnumerable<TextEntity> Find(string text) =>
        Matches("bot_command", Command(), text)
            .Concat(Matches("mention", Mention(), text))
            .Concat(Matches("hashtag", Hashtag(), text))
            .Concat(Matches("cashtag", Cashtag(), text))
            .Concat(Matches("email", Email(), text))
            .Concat(Matches("url", Url(), text));

    /// <summary>Adds the found ones where nothing that excludes them stands already.</summary>
    public static List<TextEntity> AddTo(IReadOnlyList<TextEntity> entities, string text)
    {
        var all = entities.ToList();
        foreach (var found in Find(text).OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length))
        {
            if (!all.Exists(entity => Excludes(entity, found)))
            {
                all.Add(found);
            }
        }

        return EntityArrangement.Arrange(all);
    }

    private static bool Excludes(TextEntity entity, TextEntity found) =>
        entity.Overlaps(found) && !entity.IsStyle && !(entity.IsQuote && entity.Contains(found));

    private static IEnumerable<TextEntity> Matches(string type, Regex regex, string text) =>
        regex.Matches(text).Select(match => new TextEntity(type, match.Index, match.Length));

    [GeneratedRegex(@"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])", RegexOptions.None, 10_000)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)", RegexOptions.None, 10_000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#&])#(?=\w*[^\W\d])\w{1,256}(?![\w#])", RegexOptions.None, 10_000)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w$])\$[A-Z]{3,8}(?![\w$])", RegexOptions.None, 10_000)]
    private static partial Regex Cashtag();

    [GeneratedRegex(@"(?<![\w.+-])[A-Za-z0-9_.+-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}(?!\w)", RegexOptions.None, 10_000)]
    private static partial Regex Email();

    /// <summary>With a scheme any dotted host counts, without one only a well-known top-level domain, in small letters or in capitals alone.</summary>
    [GeneratedRegex(
        """
        (?<![\w@.])(?:
          (?:https?|tg|ton)://[\w-]+(?:\.[\w-]+)+
        | (?:[A-Za-zА-Яа-яЁё0-9-]+\.)+(?:[a-z]{2}|[A-Z]{2}|com|net|org|info|int|gov|edu|mil|biz|app|dev|news|press|media|online|site|рф|қаз)(?![\w-]|\.[A-Za-z])
        )
        (?::\d{1,5})?
        (?:[/?\#][^\s<>"«»]*[^\s<>"«».,:;!?)\]'…]|/)?
        """,
        RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Url();
}
