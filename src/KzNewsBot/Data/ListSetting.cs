namespace KzNewsBot.Data;

/// <summary>The binder passes over a list that is written as one value, and over items it can't read; an operator would never know.</summary>
internal static class ListSetting
{
    /// <param name="bound">How many items were read.</param>
    /// <returns>Null when all that is written was read.</returns>
    public static string? FaultOf(IConfiguration configuration, string key, int bound)
    {
        var section = configuration.GetSection(key);
        var first = $"{key.Replace(":", "__", StringComparison.Ordinal)}__0";
        return section.Value is { Length: > 0 } single ? $"{key} is \"{single}\"; a list takes a key for each item, the first of them {first}."
            : section.GetChildren().Count() is var written && written > bound ? $"{key} has {written} items of which {bound} can be read; check each, the first is {first}."
            : null;
    }
}
