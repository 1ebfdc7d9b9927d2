using System.Collections.Frozen;

namespace KzNewsBot.Text.Languages;

/// <summary>
/// Small words that hold sentences together. A French or an Italian report of our field consists of names for a third, and
/// its letters pass for English; its articles and prepositions do not.
/// </summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> English = Set(
        "the of and to for with by at from that this these those is are was were be been has have had will would can could after before its his her their who which it he she they we not but or as an into over than about said says");

    /// <summary>French, Italian, Spanish, Portuguese, German, Dutch, Polish, Czech, Romanian, Hungarian, Turkish, Swedish: those that are no English words, as "do", "i", "die" and "per" are.</summary>
    private static readonly FrozenSet<string> Further = Set(
        "le la les des du et une pour dans sur avec est aux qui que ne pas ce cette sont été "
        + "il lo gli della delle dello dei degli del dal dalla nel nella che alla sono stato ha è più "
        + "el los y para una su sus se más fue como entre desde hasta "
        + "os um uma não em da das ao são foi pela pelo "
        + "der das und dem des von mit zu ist ein eine einen im für auf nicht sich auch nach bei wird wurde sind hat über "
        + "de het een van naar voor niet zijn wordt werd aan bij uit ook tegen "
        + "w na z ze nie się że jest są po przez od dla oraz jak "
        + "v ve se že je jsou pro při podle byl "
        + "și în cu sau este sunt az egy és nem hogy volt "
        + "bir bu için ile olarak daha çok gibi kadar ile değil oldu "
        + "och att det som på av är med inte");

    /// <summary>Whether more of the words belong to further languages than to English, and more than one does.</summary>
    public static bool SpeakAgainstEnglish(IReadOnlyList<string> words)
    {
        var (english, further) = (0, 0);
        foreach (var word in words)
        {
            english += English.Contains(word) ? 1 : 0;
            further += Further.Contains(word) ? 1 : 0;
        }

        return further > 1 && further > english;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
