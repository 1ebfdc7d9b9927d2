using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace KzNewsBot.Playground.Newsroom.Pages;

/// <summary>An HTML file with "{{name}}" for what a page brings and "{{l:name}}" for a word in its language.</summary>
internal sealed partial class PageTemplate
{
    private static readonly ConcurrentDictionary<string, PageTemplate> Loaded = new(StringComparer.Ordinal);

    private readonly string _html;

    private PageTemplate(string name) => _html = Resources.Read($"Pages/{name}.html");

    public static PageTemplate Get(string name) => Loaded.GetOrAdd(name, static key => new PageTemplate(key));

    /// <param name="values">Ready HTML.</param>
    public string Fill(string language, IReadOnlyDictionary<string, string> values) => Slots().Replace(_html, slot =>
        slot.Groups["label"].Success ? HtmlText.Encode(Labels.Get(language, slot.Groups["label"].Value)) : values[slot.Groups["name"].Value]);

    [GeneratedRegex(@"\{\{(?:l:(?<label>\w+)|(?<name>\w+))\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Slots();
}
