using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Tests.Tokens;

public sealed class KazakhLatinTests
{
    [Theory]
    [InlineData("Qazaqstannyñ qauıpsızdık keñesı jiynğa şaqyrdy. Aziia siiaqty baiandama")]
    [InlineData("Qazaqstannyń qaýipsizdik keńesi jıynǵa shaqyrdy. Azııa sııaqty baıandama")]
    [InlineData("Qazaqstannıñ qawipsizdik keñesi jïınğa şaqırdı. Azïya sïyaqtı bayandama")]
    public void Each_alphabet_is_spelt_in_Cyrillic(string latin)
    {
        KazakhLatin.IsWritten(latin).ShouldBeTrue();
        KazakhLatin.ToCyrillic(latin, "").Title.ShouldBe("Қазақстанның қауіпсіздік кеңесі жиынға шақырды. Азия сияқты баяндама");
    }

    [Fact]
    public void Headline_is_read_in_the_alphabet_of_the_text() =>
        KazakhLatin.ToCyrillic("NATO tikushaqtary", "Jańa tikushaqtar keldi").ShouldBe(("НАТО тікұшақтары", "Жаңа тікұшақтар келді"));

    [Theory]
    [InlineData("Қазақстан NATO елдерімен BBC World туралы келісті")]
    [InlineData("2030")]
    [InlineData("")]
    public void Names_in_Latin_letters_leave_a_text_Cyrillic(string text) => KazakhLatin.IsWritten(text).ShouldBeFalse();
}
