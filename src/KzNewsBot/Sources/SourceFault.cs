namespace KzNewsBot.Sources;

/// <summary>One form for everything that is wrong in the registry file.</summary>
internal static class SourceFault
{
    public static string Of(string id, string key, string found, string expected) =>
        $"seeds/sources.json, source \"{id}\": {key} {found}; expected {expected}.";

    public static string Is(string id, string key, string? value, string expected) => Of(id, key, $"is \"{value}\"", expected);
}
