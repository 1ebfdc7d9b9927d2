namespace KzNewsBot.Text.Similarity;

/// <summary>As much of a text as its terms are read from: a huge page costs no more than others.</summary>
internal static class TextOpening
{
    /// <summary>No headline is longer; a page that passes its text as the title must not cost more than others.</summary>
    public const int TitleWords = 60;

    private const int TitleLetters = 500;
    private const int BodyLetters = 1500;

    public static string OfTitle(string title) => Cut(title, TitleLetters);

    public static string OfBody(string body) => Cut(body, BodyLetters);

    private static string Cut(string text, int letters) => text.Length > letters ? text[..letters] : text;
}
