namespace KzNewsBot.Sources;

/// <summary>One form for everything that is wrong in a registry file; whoever read the file puts its name in front.</summary>
internal static class SourceFault
{
    public static string Of(string id, string key, string found, string expected) =>
        $"source \"{id}\": {key} {found}; expected {expected}.";

    public static string Is(string id, string key, string? value, string expected) => Of(id, key, $"is \"{value}\"", expected);
}
