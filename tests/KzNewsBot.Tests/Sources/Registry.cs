using KzNewsBot.Sources;

namespace KzNewsBot.Tests.Sources;

/// <summary>Registries of one outlet, for what a single key does.</summary>
internal static class Registry
{
    /// <summary>Everything an enabled outlet needs beside its roads.</summary>
    public const string Words =
        """
        "names":{"ru":"Первый","kk":"Бірінші","en":"The First"},"owner":{"ru":"а","kk":"ә","en":"b"},"certainty":"evidenced",
        "basis":{"ru":"а","kk":"ә","en":"b"},"why":{"ru":"а","kk":"ә","en":"b"},"languages":["ru","kk","en"],"enabled":true
        """;

    /// <summary>An outlet with these keys; name and side are added where they are not given.</summary>
    public static string Json(string keys)
    {
        var name = keys.Contains("\"name\":", StringComparison.Ordinal) ? "" : "\"name\":\"Первый\",";
        var side = keys.Contains("\"side\":", StringComparison.Ordinal) ? "" : "\"side\":\"west\",";
        return $$"""{"sources":[{"id":"one",{{name}}{{side}}{{keys}}}]}""";
    }

    public static SourceDefinition With(string keys) => SourceRegistry.Parse(Json(keys)).All[0];

    public static string FaultOf(string keys) => Should.Throw<FormatException>(() => SourceRegistry.Parse(Json(keys))).Message;
}
