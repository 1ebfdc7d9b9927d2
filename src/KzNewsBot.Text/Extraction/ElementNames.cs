using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>The words that a template gives its elements: "post-date", "currentDate" and "Article_date__0aODL" all hold "date".</summary>
internal static class ElementNames
{
    private const int MaxLength = 500;
    private const int MinWord = 3;

    /// <summary>Words of class and id in lower case.</summary>
    public static IEnumerable<string> Of(IElement element)
    {
        var text = $"{element.ClassName} {element.Id}";
        var start = 0;
        for (var i = 0; i <= text.Length && text.Length is > MinWord and <= MaxLength; i++)
        {
            var ends = i == text.Length || !char.IsLetter(text[i]);
            if (ends || (i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1])))
            {
                if (i - start >= MinWord)
                {
                    yield return text[start..i].ToLowerInvariant();
                }

                start = ends ? i + 1 : i;
            }
        }
    }
}
