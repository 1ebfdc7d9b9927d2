namespace KzNewsBot.Text.Languages;

/// <summary>The lower-case words of a text, by script.</summary>
internal sealed class WordSample
{
    public List<string> Cyrillic { get; } = [];

    public List<string> Latin { get; } = [];

    public int CyrillicLetters { get; private set; }

    public int LatinLetters { get; private set; }

    public int OtherScriptLetters { get; private set; }

    public int Letters => CyrillicLetters + LatinLetters + OtherScriptLetters;

    public static WordSample Take(string text)
    {
        var sample = new WordSample();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var script = ScriptOf(text[i]);
            while (i < text.Length && script != Script.None && ScriptOf(text[i]) == script)
            {
                i++;
            }

            sample.Add(script, text[start..i].ToLowerInvariant());
            i = i == start ? i + 1 : i;
        }

        return sample;
    }

    private void Add(Script script, string word)
    {
        switch (script)
        {
            case Script.Cyrillic:
                Cyrillic.Add(word);
                CyrillicLetters += word.Length;
                break;
            case Script.Latin:
                Latin.Add(word);
                LatinLetters += word.Length;
                break;
            case Script.Other:
                OtherScriptLetters += word.Length;
                break;
        }
    }

    private static Script ScriptOf(char character) => character switch
    {
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F' and not '\u00D7' and not '\u00F7') => Script.Latin,
        _ => char.IsLetter(character) ? Script.Other : Script.None,
    };

    private enum Script
    {
        None,
        Cyrillic,
        Latin,
        Other,
    }
}
