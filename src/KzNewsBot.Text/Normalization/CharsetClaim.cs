using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>An encoding that somebody says a text has.</summary>
internal readonly record struct CharsetClaim(Encoding Encoding, EncodingEvidence Evidence)
{
    /// <summary>The header, then the document's declarations; a header that gives the server's default comes last.</summary>
    public static IEnumerable<CharsetClaim> Of(Encoding? header, IEnumerable<string> declarations)
    {
        IEnumerable<CharsetClaim> byHeader = header is null ? [] : [new CharsetClaim(header, EncodingEvidence.Header)];
        var byDocument = declarations.Select(Charsets.Find).OfType<Encoding>()
            .Select(encoding => new CharsetClaim(Readable(encoding), EncodingEvidence.Declaration));
        return header is not null && Charsets.IsServerDefault(header) ? byDocument.Concat(byHeader) : byHeader.Concat(byDocument);
    }

    /// <summary>A declaration that could be read as ASCII does not stand in UTF-16, whatever it says.</summary>
    private static Encoding Readable(Encoding declared) => declared is UnicodeEncoding ? Encoding.UTF8 : declared;
}
