namespace KzNewsBot.Text.Denials;

/// <summary>Somebody says that a claim which goes around is untrue.</summary>
/// <param name="InTitle">The spans lie in the title; otherwise in the text.</param>
/// <param name="Span">The sentence of the denial.</param>
/// <param name="Quotation">What is quoted of it, see <see cref="DenialQuotation"/>.</param>
/// <param name="Words">What makes it a denial: «не соответствует действительности».</param>
/// <param name="Denier">Who denies, when the article names them; an exact string of the title or the text.</param>
/// <param name="DenierSpeaks">The denial's own sentence gives the denier the word, or one beside it or the headline does where the sentence only goes on; otherwise it is only a guess who it is.</param>
/// <param name="Claim">What follows the denying words in the sentence, as far as it names the claim.</param>
/// <param name="IsAnswer">The article told of the claim before, so that it denies no other matter's.</param>
internal sealed record Denial(bool InTitle, TextSpan Span, TextSpan Quotation, TextSpan Words, string? Denier, bool DenierSpeaks, TextSpan? Claim, bool IsAnswer = false);
