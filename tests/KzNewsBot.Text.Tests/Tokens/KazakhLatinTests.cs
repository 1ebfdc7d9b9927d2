using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Tests.Tokens;

public sealed class KazakhLatinTests
{
    [Theory]
    [InlineData("Qazaqstannyñ qauıpsızdık keñesı jiynğa şaqyrdy. Aziia siiaqty baiandama")]
    [InlineData("Qazaqstannyń qaýipsizdik keńesi jıynǵa shaqyrdy. Azııa sııaqty baıandama")]
    [InlineData("Qazaqstannyn' qay'ipsizdik ken'esi ji'yng'a shaqyrdy. Azi'i'a si'i'aqty bai'andama")]
    [InlineData("Qazaqstannıñ qawipsizdik keñesi jïınğa şaqırdı. Azïya sïyaqtı bayandama")]
    public void Each_alphabet_is_spelt_in_Cyrillic(string latin)
    {
        KazakhLatin.IsWritten(latin, "").ShouldBeTrue();
        KazakhLatin.ToCyrillic(latin, "").Title.Text.ShouldBe("Қазақстанның қауіпсіздік кеңесі жиынға шақырды. Азия сияқты баяндама");
    }

    [Fact]
    public void Headline_is_read_in_the_alphabet_of_the_text()
    {
        var (title, body) = KazakhLatin.ToCyrillic("NATO tikushaqtary", "Jańa tikushaqtar keldi");
        (title.Text, body.Text).ShouldBe(("НАТО тікұшақтары", "Жаңа тікұшақтар келді"));
    }

    [Theory]
    [InlineData("Semey men Abay toyy", "Семей мен Абай тойы")]
    [InlineData("ıadrolyq ıýrıst jańalyq", "ядролық юрист жаңалық")]
    [InlineData("iadrolyq synaq, şağyn auyl", "ядролық сынақ, шағын ауыл")]
    public void Letters_are_read_by_their_neighbours(string latin, string cyrillic) => KazakhLatin.ToCyrillic(latin, "").Title.Text.ShouldBe(cyrillic);

    [Fact]
    public void Spans_of_what_was_read_lead_to_what_was_written()
    {
        const string Written = "Áskerge shaqyrý men i'adrolyq shekara";
        var read = KazakhLatin.ToCyrillic(Written, "").Title;
        foreach (var word in new[] { "Áskerge", "shaqyrý", "shekara" })
        {
            var cyrillic = KazakhLatin.ToCyrillic(word, "áóý").Title.Text;
            read.Original(new TextSpan(read.Text.IndexOf(cyrillic, StringComparison.Ordinal), cyrillic.Length)).In(Written).ShouldBe(word);
        }
    }

    [Theory]
    [InlineData("Қазақстан NATO елдерімен BBC World туралы келісті")]
    [InlineData("2030")]
    [InlineData("")]
    public void Names_in_Latin_letters_leave_a_text_Cyrillic(string text) => KazakhLatin.IsWritten(text, "").ShouldBeFalse();
}
