using System.Text.RegularExpressions;

namespace KzNewsBot.Tests.Architecture;

/// <summary>Who may use whom. Each fault names file, line and the arrow that points the wrong way.</summary>
internal static partial class Arrows
{
    private const string Bot = "src/KzNewsBot/";

    /// <summary>The way of the news: a room uses only rooms before it.</summary>
    private static readonly string[] Order = ["Sources", "Fetching", "Feeds", "Articles", "Topics", "Stories", "Delivery", "Digests", "Operations", "Bot"];

    private static readonly string[] ForAll = ["Data", "Localization", "Subscriptions"];

    private static readonly string[] Roofs = ["Hosting", "Cli"];

    private static readonly string[] Rooms = [.. Order, .. ForAll, .. Roofs];

    /// <summary>Arrows between rooms, by what a file's usings and qualified names say.</summary>
    public static IEnumerable<string> BetweenRooms(IReadOnlyList<SourceText> files)
    {
        var declared = files.Where(file => RoomOf(file.Path) is not null)
            .SelectMany(file => Declaration().Matches(file.WithoutComments()).Select(match => (Room: RoomOf(file.Path), Name: match.Groups["name"].Value)))
            .ToHashSet();
        foreach (var line in files.Where(file => file.Path.StartsWith(Bot, StringComparison.Ordinal)).SelectMany(file => file.Lines))
        {
            var room = RoomOf(line.Path) ?? "Program";
            var used = FullName().Matches(line.Code).Select(match => match.Groups["room"].Value)
                .Concat(PartName().Matches(line.Code)
                    .Where(match => declared.Contains((match.Groups["room"].Value, match.Groups["name"].Value)))
                    .Select(match => match.Groups["room"].Value));
            foreach (var target in used.Distinct(StringComparer.Ordinal).Where(target => target != room && !May(room, target)))
            {
                yield return line.Fault($"{room} → {target}");
            }
        }
    }

    /// <summary>Files whose namespace is not their folder would hide an arrow.</summary>
    public static IEnumerable<string> MisplacedNamespaces(IReadOnlyList<SourceText> files) =>
        from file in files
        where RoomOf(file.Path) is not null
        from line in file.Lines
        let match = Namespace().Match(line.Code)
        where match.Success && !(match.Groups["name"].Value + ".").StartsWith($"KzNewsBot.{RoomOf(file.Path)}.", StringComparison.Ordinal)
        select line.Fault($"folder {RoomOf(file.Path)} ≠ namespace");

    /// <summary>Data knows the rooms' entities, and none of their services.</summary>
    public static IEnumerable<string> ServicesInData(IReadOnlyList<SourceText> files)
    {
        var entities = files.Where(file => RoomOf(file.Path) == "Data").SelectMany(file => EntitySet().Matches(file.WithoutComments()))
            .Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var others = files.Where(file => RoomOf(file.Path) is { } room && room != "Data")
            .SelectMany(file => Declaration().Matches(file.WithoutComments()).Select(match => (Room: RoomOf(file.Path), Name: match.Groups["name"].Value)))
            .Where(type => !entities.Contains(type.Name))
            .ToLookup(type => type.Name, type => type.Room, StringComparer.Ordinal);
        return from file in files
               where RoomOf(file.Path) == "Data" && !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
               from line in file.Lines
               from Match word in Word().Matches(line.Code)
               where others.Contains(word.Value)
               select line.Fault($"Data → {others[word.Value].First()}.{word.Value}");
    }

    /// <summary>Telegram's types stay where messages leave and updates come in.</summary>
    public static IEnumerable<string> TelegramTypes(IReadOnlyList<SourceText> files) =>
        from file in files
        where file.Path.StartsWith(Bot, StringComparison.Ordinal) && RoomOf(file.Path) is not ("Bot" or "Delivery")
        from line in file.Lines
        where line.Code.Contains("Telegram.Bot", StringComparison.Ordinal)
        select line.Fault($"{RoomOf(file.Path) ?? "Program"} → Telegram.Bot");

    /// <summary>Strings in, values out: no disk, network, clock, container, database or Telegram.</summary>
    public static IEnumerable<string> ImpureText(IReadOnlyList<SourceText> files) =>
        from file in files
        where file.Path.StartsWith("src/KzNewsBot.Text/", StringComparison.Ordinal)
        from line in file.Lines
        let match = Impure().Match(line.Code)
        where match.Success
        select line.Fault($"Text → {match.Value}");

    /// <summary>The simulated Telegram and the sample newsroom speak HTTP, as the real ones do, and know nothing of the bot.</summary>
    public static IEnumerable<string> SimulatorToBot(IReadOnlyList<SourceText> files) =>
        from file in files
        where file.Path.StartsWith("src/KzNewsBot.Playground/Simulator/", StringComparison.Ordinal)
            || file.Path.StartsWith("src/KzNewsBot.Playground/ChatPage/", StringComparison.Ordinal)
            || file.Path.StartsWith("src/KzNewsBot.Playground/Newsroom/", StringComparison.Ordinal)
        from line in file.Lines
        let match = BotName().Match(line.Code)
        where match.Success
        select line.Fault($"simulator → {match.Value}");

    /// <summary>Text plus entities, never markup that a title could break.</summary>
    public static IEnumerable<string> ParseModes(IReadOnlyList<SourceText> files) =>
        from file in files
        where file.Path.StartsWith(Bot, StringComparison.Ordinal)
        from line in file.Lines
        where line.Code.Contains("ParseMode", StringComparison.OrdinalIgnoreCase) || line.Code.Contains("parse_mode", StringComparison.OrdinalIgnoreCase)
        select line.Fault($"{RoomOf(file.Path)} → parse mode");

    /// <summary>A namespace of ours with a library's name would hide the library.</summary>
    public static IEnumerable<string> BorrowedNames(IReadOnlyList<SourceText> files) =>
        from file in files
        where file.Path.StartsWith(Bot, StringComparison.Ordinal)
        from line in file.Lines
        let match = Namespace().Match(line.Code)
        where (match.Success && match.Groups["name"].Value.Split('.') is var parts && (parts.Contains("Telegram") || parts.Contains("Quartz")))
            || (line.Number == 1 && file.Path.Split('/') is var folders && (folders.Contains("Telegram") || folders.Contains("Quartz")))
        select line.Fault("ours → a library's name");

    private static bool May(string room, string target)
    {
        if (room is "Program" or "Hosting" or "Cli" || target == "Text")
        {
            return true;
        }

        return room switch
        {
            "Localization" => false,
            "Subscriptions" => target == "Data",
            "Data" => target == "Subscriptions" || (target != "Bot" && Order.Contains(target, StringComparer.Ordinal)),
            _ => ForAll.Contains(target, StringComparer.Ordinal)
                || (Array.IndexOf(Order, target) is >= 0 and var place && place < Array.IndexOf(Order, room)),
        };
    }

    private static string? RoomOf(string path) =>
        path.StartsWith(Bot, StringComparison.Ordinal) && path[Bot.Length..].Split('/') is [var room, _, ..] && Rooms.Contains(room, StringComparer.Ordinal) ? room : null;

    [GeneratedRegex(@"(?<![\w.])KzNewsBot\.(?<room>\w+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FullName();

    // "Topics.ArticleTopic" inside KzNewsBot.Stories means KzNewsBot.Topics.ArticleTopic.
    [GeneratedRegex(@"(?<![\w.])(?<room>[A-Z]\w+)\.(?:[A-Z]\w+\.)?(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex PartName();

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface)\s+(?:struct\s+|class\s+)?(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"DbSet<(?<name>\w+)>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex EntitySet();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w+(?!\w*\s*=>)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:File|Directory|FileInfo|DirectoryInfo|FileStream|StreamReader|StreamWriter|HttpClient|Socket|Process|Console|Environment|TimeProvider|Thread)\b\s*[.(<]|\bMicrosoft\.(?!CodeAnalysis)\w+|\bTelegram\.\w+|\bNpgsql\b|\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bSystem\.Net\.\w+|\bIServiceProvider\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Impure();

    [GeneratedRegex(@"\bKzNewsBot\.(?!Playground\b)\w+|\bTelegram\.Bot\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex BotName();
}
