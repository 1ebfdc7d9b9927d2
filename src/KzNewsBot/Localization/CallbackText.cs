using System.Globalization;

namespace KzNewsBot.Localization;

/// <summary>
/// What buttons send back: version, verb, arguments, split by colons, far below Telegram's 64 bytes. The version
/// moves when an old button's meaning would change; old ones are then answered politely.
/// </summary>
internal static class CallbackText
{
    public const string Version = "1";
    public const string OpenSettings = $"{Version}:set:new";
    public const string Settings = $"{Version}:set";
    public const string Topics = $"{Version}:topics";

    /// <summary>Opens a topic in a new message, so that a digest stays as it was sent.</summary>
    public static string OpenTopic(string topicId) => $"{Version}:topic:{topicId}:0:new";

    /// <summary>Turns the page in place.</summary>
    public static string TopicPage(string topicId, int offset) => string.Create(CultureInfo.InvariantCulture, $"{Version}:topic:{topicId}:{offset}");

    public static string Story(long storyId, string topicId, int offset) => string.Create(CultureInfo.InvariantCulture, $"{Version}:story:{storyId}:{topicId}:{offset}");

    /// <summary>Opens a story in a new message, as <see cref="OpenTopic"/> does.</summary>
    public static string OpenStory(long storyId, string topicId) => string.Create(CultureInfo.InvariantCulture, $"{Version}:story:{storyId}:{topicId}:0:new");

    /// <summary>The story that a button opens; null for every other button.</summary>
    public static long? StoryOf(string data) =>
        data.Split(':') is [Version, "story", var id, ..] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var storyId) ? storyId : null;

    /// <summary>A page of a chronology, in place.</summary>
    public static string Timeline(string topicId, int from, int to, int offset) => string.Create(CultureInfo.InvariantCulture, $"{Version}:line:{topicId}:{from}:{to}:{offset}");

    public static string Subscribe(string topicId, int offset) => string.Create(CultureInfo.InvariantCulture, $"{Version}:sub:{topicId}:{offset}");

    public static string Unsubscribe(string topicId, int offset) => string.Create(CultureInfo.InvariantCulture, $"{Version}:unsub:{topicId}:{offset}");

    /// <summary>Marks or unmarks a topic on the list of subscriptions. It carries what is wanted, so that it may be handled twice.</summary>
    public static string Mark(string topicId, bool wanted) => $"{Version}:mark:{topicId}:{(wanted ? "on" : "off")}";

    public const string UnsubscribeAll = $"{Version}:unsuball";

    public static string Language(string code) => $"{Version}:lang:{code}";

    /// <summary>The language buttons of the very first greeting.</summary>
    public static string Greet(string code) => $"{Version}:hello:{code}";

    public const string ChooseLanguage = $"{Version}:lang";

    public const string ChooseHour = $"{Version}:hour";

    /// <summary>Opened under the list of topics, to which it then leads back.</summary>
    public const string ChooseHourOfTopics = $"{Version}:hour:topics";

    public static string Hour(int minuteOfDay, bool fromTopics = false) =>
        string.Create(CultureInfo.InvariantCulture, $"{Version}:hour:{minuteOfDay}{(fromTopics ? ":topics" : "")}");

    /// <summary>It carries what is wanted, as <see cref="Mark"/> does.</summary>
    public static string Corrections(bool atOnce) => $"{Version}:fix:{(atOnce ? "now" : "digest")}";

    public const string ChooseZone = $"{Version}:zone";

    public static string Zone(string zone) => $"{Version}:zone:{zone}";

    public const string Privacy = $"{Version}:privacy";

    public const string AskErase = $"{Version}:privacy:ask";

    public const string Erase = $"{Version}:privacy:erase";
}
