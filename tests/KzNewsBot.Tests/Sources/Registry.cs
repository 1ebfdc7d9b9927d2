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

    public static string Json(string keys) => $$"""{"sources":[{"id":"one","name":"Первый","side":"west",{{keys}}}]}""";

    public static SourceDefinition With(string keys) => SourceRegistry.Parse(Json(keys)).All[0];

    public static string FaultOf(string keys) => Should.Throw<FormatException>(() => SourceRegistry.Parse(Json(keys))).Message;
}
