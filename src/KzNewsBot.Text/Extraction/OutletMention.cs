using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Extraction;

/// <param name="Name">The outlet as the text writes it.</param>
/// <param name="Host">Its host without "www.", when the text or the registry gives one.</param>
internal sealed record OutletMention(string Name, string? Host);

/// <summary>Reads which outlet speaks: «передает X», "X reports", «в интервью X», «Все эпизоды "X"».</summary>
internal static partial class OutletMentions
{
    /// <summary>Only the beginning of a line is searched: the outlet names itself in the lead.</summary>
    private const int MaxLength = 2000;

    /// <summary>A registry name rarely has more words than this.</summary>
    private const int MaxNameWords = 4;

    /// <summary>The outlet a navigation line such as «Все выпуски "X"» belongs to.</summary>
    public static OutletMention? InNavigation(string line, OutletNames known)
    {
        var match = line.Length <= 120 ? AllEpisodes().Match(line) : Match.Empty;
        return match.Success ? Named(match.Groups["name"].Value.Trim(), known) : null;
    }

    /// <summary>The outlet an article's own sentence names as the one that speaks.</summary>
    public static OutletMention? InSentence(string line, OutletNames known)
    {
        var text = line.Length <= MaxLength ? line : line[..MaxLength];
        foreach (Match cue in SpeakingCue().Matches(text))
        {
            if (At(text, cue.Index + cue.Length, known) is { } after)
            {
                return after;
            }
        }

        foreach (Match match in HostSpeaks().Matches(text))
        {
            var name = match.Groups["name"].Value;
            if (HostName.IsHost(name) || known.ByName(name) is not null)
            {
                return Named(name, known);
            }
        }

        return null;
    }

    /// <summary>A host that sounds like the given name and stands in the text: «Караван» and its site.</summary>
    public static string? HostSounding(string name, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            foreach (Match match in HostInText().Matches(line.Length <= MaxLength ? line : line[..MaxLength]))
            {
                if (HostName.IsHost(match.Value) && HostName.SoundsLike(name, match.Value))
                {
                    return HostName.Normalize(match.Value);
                }
            }
        }

        return null;
    }

    public static OutletMention Named(string name, OutletNames known)
    {
        var host = HostName.IsHost(name) ? HostName.Normalize(name) : null;
        return new OutletMention(name, host ?? known.ByName(name)?.Hosts.Select(HostName.Normalize).FirstOrDefault());
    }

    private static OutletMention? At(string text, int start, OutletNames known)
    {
        var match = NameAfterCue().Match(text, start);
        if (!match.Success)
        {
            return null;
        }

        var quoted = match.Groups["quoted"];
        if (quoted.Success)
        {
            return Named(quoted.Value.Trim(), known);
        }

        var words = match.Groups["words"].Value.Split(' ');
        for (var count = Math.Min(words.Length, MaxNameWords); count > 0; count--)
        {
            var name = string.Join(' ', words[..count]).TrimEnd('.', ',', ';', ':');
            if (known.ByName(name) is not null || (count == 1 && HostName.IsHost(name)))
            {
                return Named(name, known);
            }
        }

        return null;
    }

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(все|другие|новые)\s(эпизоды|выпуски|подкасты|серии)\s(подкаста\s|программы\s)?[""«“„](?<name>[^""»”“]{2,80})[""»”“]?$|^all\s(episodes|shows)\s(of|from)\s[""“«]?(?<name>[^""”»]{2,80})[""”»]?$|^[""«“](?<name>[^""»”]{2,80})[""»”]\s(барлық|басқа)\s(шығарылымдары|эпизодтары)$", Options, PatternLimits.Milliseconds)]
    private static partial Regex AllEpisodes();

    [GeneratedRegex(@"\b(переда[её]т|сообщает|пишет|сообщили|информирует|рассказал[аи]?|(в|для)\s(интервью|эфире|материале|комментарии)|корреспондент(у|а|ом)?|журналист(у|а|ам)?|деп\sхабарлайды|деп\sжазады|reported\sby|told|in\san\sinterview\swith)\s((корреспондент[уа]?|агентств[оау]|портал[ау]?|издани[еяю]|МИА|ИА|сайт[ау]?|with|to|the)\s){0,3}", Options, PatternLimits.Milliseconds)]
    private static partial Regex SpeakingCue();

    [GeneratedRegex(@"\G([«“""](?<quoted>[\p{L}\d][^»”""]{1,40}\.[\p{L}]{2,6})[»”""]|(?<words>[\p{L}\d][\p{L}\d.'’-]{1,40}( [\p{L}\d][\p{L}\d.'’-]{1,40}){0,3}))", Options, PatternLimits.Milliseconds)]
    private static partial Regex NameAfterCue();

    [GeneratedRegex(@"(?<name>[\p{L}\d][\p{L}\d-]{1,40}(\.[\p{L}\d-]{2,40}){1,2})\s(reports|reported|writes|хабарлайды|хабарлауынша|жазады|тілшісі(не|нің)?|порталы(на|ның)?|агенттігі(не|нің)?)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex HostSpeaks();

    [GeneratedRegex(@"\b[\p{L}\d][\p{L}\d-]{1,40}(\.[\p{L}\d-]{2,40}){1,2}\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex HostInText();
}
