using System.Text;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

public class DoubleEncodingTests
{
    private const string Russian = "Инженеры открыли мост через реку — «И снова вовремя», сказал Марат";
    private const string Kazakh = "Өзен үстіндегі көпір сейсенбіде ашылды, құтқарушылар әңгімелеп берді";

    [Theory]
    [InlineData(Russian, "windows-1251")]
    [InlineData(Kazakh, "windows-1251")]
    [InlineData(Russian, "windows-1252")]
    [InlineData(Kazakh, "windows-1252")]
    [InlineData("He didn’t say “yes”, and the café — closed — stayed so: “no”", "windows-1252")]
    public void Text_encoded_twice_is_brought_back(string text, string wrong)
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(Spoil(text, wrong)), "utf-8").ShouldBeOfType<DecodeResult.Decoded>();

        decoded.Text.ShouldBe(text);
        decoded.Repaired.ShouldBeTrue();
    }

    [Fact]
    public void One_spoilt_field_between_sound_ones_is_mended_alone()
    {
        var feed = $"<item><title>{Spoil(Russian, "windows-1251")}</title><description>{Kazakh}</description><category>Общество</category></item>";

        DoubleEncoding.Repair(feed).ShouldBe($"<item><title>{Russian}</title><description>{Kazakh}</description><category>Общество</category></item>");
    }

    [Fact]
    public void Short_words_of_a_spoilt_page_are_mended_with_the_rest()
    {
        var page = $"<p>{Spoil(Russian, "windows-1251")}</p><b>{Spoil("Ещё", "windows-1251")}</b><i>{Spoil("№ 5", "windows-1251")}</i>";

        DoubleEncoding.Repair(page).ShouldBe($"<p>{Russian}</p><b>Ещё</b><i>№ 5</i>");
    }

    [Theory]
    [InlineData(Russian)]
    [InlineData(Kazakh)]
    [InlineData("СССР, ВВС «Р», раздел Р—В, газета «С»…")]
    [InlineData("Le café coûte 5 € à l’été")]
    [InlineData("Вместо слова «мост» на экране стояло РјРѕСЃС‚, и это никого не удивило")]
    [InlineData("")]
    public void Sound_text_is_left_alone(string text) => DoubleEncoding.Repair(text).ShouldBeNull();

    [Fact]
    public async Task Long_hostile_text_is_read_in_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("Рђ\nР°Рq", 300_000));

        await Task.Run(() => DoubleEncoding.Repair(text), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private static string Spoil(string text, string wrong) => Charset.Of(wrong).GetString(Encoding.UTF8.GetBytes(text));
}
