using System.Text;

namespace KzNewsBot.Text.Extraction;

/// <summary>What is left of a line when only its letters and digits count; equal keys mean "the same line again".</summary>
internal static class TextKey
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        return key.ToString();
    }
}
