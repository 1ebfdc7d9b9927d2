using System.Text;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>A text as the server stores it, with what had to be mended on the way.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    /// <summary>So many of the bot's entities reach the core; those it finds by itself come on top.</summary>
    private const int MaximumEntities = 100;

    public static readonly FormattedText Empty = new("", []);

    public IReadOnlyList<string> Mended { get; init; } = [];

    /// <summary>What the entities the bot named weigh; the core has a limit for it.</summary>
    public int EntityBytes { get; init; }

    /// <summary>Length as the limits count it: Unicode code points.</summary>
    public int CodePoints => Text.EnumerateRunes().Count();

    public bool SameAs(FormattedText other) =>
        string.Equals(Text, other.Text, StringComparison.Ordinal) && Entities.SequenceEqual(other.Entities);

    /// <summary>Arranges, cleans, trims, and adds what the server finds by itself; entities that cannot stand in the text refuse it.</summary>
    public static FormattedText Prepare(string raw, IReadOnlyList<TextEntity> asked)
    {
        var mended = new List<string>();
        var arranged = Arrange(Usable([.. asked.Select(LinkCheck.Checked)], mended), mended);
        EntityBounds.RefuseOutside(raw, arranged);
        var (text, moved) = TextCleaning.Clean(raw, arranged);
        if (!string.Equals(text, raw, StringComparison.Ordinal))
        {
            mended.Add("the text contained characters that the server removes or turns into spaces");
        }

        moved.RemoveAll(entity => DropBlank(entity, text, mended));
        var inText = Arrange(moved, mended);
        var (trimmed, kept) = TextCleaning.Trim(text, inText);
        if (kept.Sum(entity => entity.Length) < inText.Sum(entity => entity.Length))
        {
            mended.Add("an entity reached into trailing blanks, which are trimmed");
        }

        return new FormattedText(trimmed, AutomaticEntities.AddTo(Limit(kept, mended), trimmed)) { Mended = mended, EntityBytes = kept.Sum(entity => entity.Bytes) };
    }

    /// <summary>Links, quotes and code are counted before bold and italic; custom emoji not at all (TDLib, get_input_message_entities).</summary>
    private static List<TextEntity> Limit(List<TextEntity> entities, List<string> mended)
    {
        var counted = entities.Where(entity => entity.Type is not "custom_emoji").OrderBy(entity => entity.IsStyle).ToList();
        if (counted.Count <= MaximumEntities)
        {
            return entities;
        }

        mended.Add($"{counted.Count} entities, of which only {MaximumEntities} are kept");
        var dropped = counted.Skip(MaximumEntities).ToHashSet();
        return [.. entities.Where(entity => !dropped.Contains(entity))];
    }

    /// <summary>Without the kinds the server finds by itself, wherever they lie, and without empty ones.</summary>
    private static List<TextEntity> Usable(List<TextEntity> asked, List<string> mended)
    {
        mended.AddRange(asked.Where(entity => entity.IsAutomatic).Select(entity => $"{Name(entity)} is of a kind the server finds by itself and ignores here"));
        asked.RemoveAll(entity => entity.IsAutomatic);
        EntityBounds.RefuseImpossible(asked);
        mended.AddRange(asked.Where(entity => entity.Length == 0).Select(entity => $"{Name(entity)} is empty and is dropped"));
        asked.RemoveAll(entity => entity.Length == 0);
        return asked;
    }

    private static List<TextEntity> Arrange(List<TextEntity> entities, List<string> mended)
    {
        var arranged = EntityArrangement.Arrange(entities);
        mended.AddRange(entities
            .Where(entity => !arranged.Contains(entity))
            .Select(entity => $"{Name(entity)} breaks the nesting rules and is dropped, merged or cut"));
        return arranged;
    }

    private static bool DropBlank(TextEntity entity, string text, List<string> mended)
    {
        var blank = text.AsSpan(entity.Offset, entity.Length).IndexOfAnyExcept(' ', '\n') < 0;
        if (blank)
        {
            mended.Add($"{Name(entity)} covers only blanks and is dropped");
        }

        return blank;
    }

    private static string Name(TextEntity entity) => $"entity {entity.Type} at {entity.Offset}+{entity.Length}";
}
