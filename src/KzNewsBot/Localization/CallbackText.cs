using System.Globalization;

namespace KzNewsBot.Localization;

/// <summary>
/// What buttons send back: version, verb, arguments, split by colons, far below Telegram's 64 bytes. The version
/// moves when an old button's meaning would change; old ones are then answered politely.
/// </summary>
internal static class CallbackText
{
    public const string Version = "1";
    public const string OpenSettings = "1:set:new";
    public const string Settings = "1:set";
    public const string Topics = "1:topics";

    /// <summary>Opens a topic in a new message, so that a digest stays as it was sent.</summary>
    public static string OpenTopic(string topicId) => $"1:topic:{topicId}:0:new";

    /// <summary>Turns the page in place.</summary>
    public static string TopicPage(string topicId, int offset) => string.Create(CultureInfo.InvariantCulture, $"1:topic:{topicId}:{offset}");

    public static string Story(long storyId, string topicId, int offset) => string.Create(CultureInfo.InvariantCulture, $"1:story:{storyId}:{topicId}:{offset}");

    /// <summary>Opens a story in a new message, as <see cref="OpenTopic"/> does.</summary>
    public static string OpenStory(long storyId, string topicId) => string.Create(CultureInfo.InvariantCulture, $"1:story:{storyId}:{topicId}:0:new");

    /// <summary>The story that a button opens; null for every other button.</summary>
    public static long? StoryOf(string data) =>
        data.Split(':') is [Version, "story", var id, ..] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var storyId) ? storyId : null;

    /// <summary>A page of a chronology, in place.</summary>
    public static string Timeline(string topicId, int from, int to, int offset) => string.Create(CultureInfo.InvariantCulture, $"1:line:{topicId}:{from}:{to}:{offset}");

    public static string Subscribe(string topicId, int offset) => string.Create(CultureInfo.InvariantCulture, $"1:sub:{topicId}:{offset}");

    public static string Unsubscribe(string topicId, int offset) => string.Create(CultureInfo.InvariantCulture, $"1:unsub:{topicId}:{offset}");

    /// <summary>Marks or unmarks a topic on the list of subscriptions. It carries what is wanted, so that it may be handled twice.</summary>
    public static string Mark(string topicId, bool wanted) => $"1:mark:{topicId}:{(wanted ? "on" : "off")}";

    public const string UnsubscribeAll = "1:unsuball";

    public static string Language(string code) => $"1:lang:{code}";

    /// <summary>The language buttons of the very first greeting.</summary>
    public static string Greet(string code) => $"1:hello:{code}";

    public const string ChooseLanguage = "1:lang";

    public const string ChooseHour = "1:hour";

    public static string Hour(int minuteOfDay) => string.Create(CultureInfo.InvariantCulture, $"1:hour:{minuteOfDay}");

    /// <summary>It carries what is wanted, as <see cref="Mark"/> does.</summary>
    public static string Corrections(bool atOnce) => $"1:fix:{(atOnce ? "now" : "digest")}";

    public const string ChooseZone = "1:zone";

    public static string Zone(string zone) => $"1:zone:{zone}";

    public const string Privacy = "1:privacy";

    public const string AskErase = "1:privacy:ask";

    public const string Erase = "1:privacy:erase";
}
