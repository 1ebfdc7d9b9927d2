using System.Text;
using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The line of text that a link or bold words stand in.</summary>
internal static class InlineLine
{
    /// <summary>Characters and nodes on each side; what lies further tells no more.</summary>
    private const int MaxLength = 120;
    private const int MaxNodes = 12;

    /// <summary>With more the text was written without paragraphs, and to look around in it takes too long.</summary>
    private const int MaxSiblings = 1000;

    /// <summary>Words in small letters that are no labels; names and sections beside a date have one at most.</summary>
    private const int WordsOfSentence = 2;

    private static readonly HashSet<string> Inline = new(
        "a abbr b big cite em font i ins label mark nobr q small span strong sub sup time u".Split(' '), StringComparer.Ordinal);

    /// <summary>True when bare words around the element, outside any other, go on before or after it.</summary>
    public static bool IsSentence(IElement element) =>
        DateWords.Of(string.Join(' ', Around(element).OfType<IText>().Select(Read)))
            .Count(word => char.IsLower(word[0]) && !DateWords.IsLabel(word) && !DateWords.IsByline(word)) >= WordsOfSentence;

    public static string Of(IElement element)
    {
        var line = new StringBuilder();
        foreach (var node in Around(element))
        {
            line.Append(Read(node)).Append(' ');
        }

        return TextCleaner.CleanLine(line.ToString()).Trim();
    }

    /// <summary>Neighbours up to a block or a break, in reading order, and the element itself; nothing around a block.</summary>
    private static IEnumerable<INode> Around(IElement element)
    {
        if (!Inline.Contains(element.LocalName))
        {
            return [];
        }

        INode own = element;
        for (var level = 0; level < MaxNodes && own.ParentElement is { } parent && Inline.Contains(parent.LocalName); level++)
        {
            own = parent;
        }

        if (own.Parent is not { ChildNodes: { Length: <= MaxSiblings } row })
        {
            return [];
        }

        var (first, end) = (row.Index(own), row.Index(own) + 1);
        for (var steps = 0; steps < MaxNodes && first > 0 && IsInline(row[first - 1]); steps++)
        {
            first--;
        }

        for (var steps = 0; steps < MaxNodes && end < row.Length && IsInline(row[end]); steps++)
        {
            end++;
        }

        return Enumerable.Range(first, end - first).Select(at => row[at]);
    }

    private static bool IsInline(INode node) => node is not IElement element || Inline.Contains(element.LocalName);

    private static string Read(INode node) => node switch
    {
        IText { Data: var words } => words.Length > MaxLength ? words[..MaxLength] : words,
        IElement element => ShortText.Line(element, MaxLength) ?? "",
        _ => "",
    };
}
