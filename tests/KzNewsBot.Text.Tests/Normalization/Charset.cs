using System.Text;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

internal static class Charset
{
    public static Encoding Of(string name) =>
        name == "kz-1048" ? Kz1048Encoding.Instance : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    public static byte[] Bytes(string text, string name)
    {
        var bytes = Of(name).GetBytes(text);
        Of(name).GetString(bytes).ShouldBe(text, "the sample must be representable in the encoding");
        return bytes;
    }
}
