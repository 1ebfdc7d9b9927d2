using System.Text;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>A text as the server stores it, with what had to be mended on the way.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    /// <summary>Entities beyond this count are ignored by the core.</summary>
    private const int MaximumEntities = 100;

    public static readonly FormattedText Empty = new("", []);

    public IReadOnlyList<string> Mended { get; init; } = [];

    /// <summary>Length as the limits count it: Unicode code points.</summary>
    public int CodePoints => Text.EnumerateRunes().Count();

    public bool SameAs(FormattedText other) =>
        string.Equals(Text, other.Text, StringComparison.Ordinal) && Entities.SequenceEqual(other.Entities);

    /// <summary>Cleans, arranges, trims, and adds what the server finds by itself.</summary>
    public static FormattedText Prepare(string raw, IReadOnlyList<TextEntity> asked)
    {
        var mended = new List<string>();
        var clipped = Clip(asked.Select(LinkCheck.Checked), raw.Length, mended);
        var (text, entities) = TextCleaning.Clean(raw, clipped);
        if (!string.Equals(text, raw, StringComparison.Ordinal))
        {
            mended.Add("the text contained control or direction characters, which the server removes or turns into spaces");
        }

        NoteSplitPairs(clipped, raw, mended);
        entities.RemoveAll(entity => DropBlank(entity, text, mended));
        var arranged = EntityArrangement.Arrange(entities);
        NoteRearranged(entities, arranged, mended);
        var (trimmed, kept) = TextCleaning.Trim(text, arranged);
        if (kept.Sum(entity => entity.Length) < arranged.Sum(entity => entity.Length))
        {
            mended.Add("an entity reached into trailing blanks, which are trimmed");
        }

        var complete = AutomaticEntities.AddTo(kept, trimmed);
        if (complete.Count > MaximumEntities)
        {
            mended.Add($"{complete.Count} entities, of which only {MaximumEntities} are kept");
        }

        return new FormattedText(trimmed, [.. complete.Take(MaximumEntities)]) { Mended = mended };
    }

    private static List<TextEntity> Clip(IEnumerable<TextEntity> asked, int length, List<string> mended)
    {
        var clipped = new List<TextEntity>();
        foreach (var entity in asked)
        {
            if (entity.IsAutomatic)
            {
                mended.Add($"{Name(entity)} is of a kind the server finds by itself and ignores here");
            }
            else if (entity.Offset < 0 || entity.Length <= 0 || entity.Offset >= length)
            {
                mended.Add($"{Name(entity)} lies outside the text and is dropped");
            }
            else
            {
                var end = (int)Math.Min((long)entity.Offset + entity.Length, length);
                if (end - entity.Offset < entity.Length)
                {
                    mended.Add($"{Name(entity)} ends behind the text and is shortened");
                }

                clipped.Add(entity.Between(entity.Offset, end));
            }
        }

        return clipped;
    }

    private static void NoteSplitPairs(List<TextEntity> entities, string raw, List<string> mended) =>
        mended.AddRange(entities
            .Where(entity => char.IsLowSurrogate(raw[entity.Offset]) || (entity.End < raw.Length && char.IsLowSurrogate(raw[entity.End])))
            .Select(entity => $"{Name(entity)} begins or ends inside a surrogate pair and is moved behind it"));

    private static bool DropBlank(TextEntity entity, string text, List<string> mended)
    {
        var blank = text.AsSpan(entity.Offset, entity.Length).IndexOfAnyExcept(' ', '\n') < 0;
        if (blank)
        {
            mended.Add($"{Name(entity)} covers only blanks and is dropped");
        }

        return blank;
    }

    private static void NoteRearranged(List<TextEntity> before, List<TextEntity> after, List<string> mended) =>
        mended.AddRange(before
            .Where(entity => !after.Contains(entity))
            .Select(entity => $"{Name(entity)} breaks the nesting rules and is dropped, merged or cut"));

    private static string Name(TextEntity entity) => $"entity {entity.Type} at {entity.Offset}+{entity.Length}";
}
