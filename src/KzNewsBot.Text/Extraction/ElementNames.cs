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
        return text.Length is > MinWord and <= MaxLength ? Words(text, MinWord) : [];
    }

    /// <summary>The words of a name in lower case: "articleBody__textInner2" is article, body, text, inner.</summary>
    /// <param name="shortest">Words of fewer letters are left out.</param>
    public static IEnumerable<string> Words(string name, int shortest = 1)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetter(name[i]);
            if (ends || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
            {
                if (i - start >= shortest)
                {
                    yield return name[start..i].ToLowerInvariant();
                }

                start = ends ? i + 1 : i;
            }
        }
    }
}
