using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

public class Kz1048EncodingTests
{
    [Fact]
    public void Kazakh_letters_stand_where_the_standard_puts_them()
    {
        byte[] bytes = [0xA3, 0xBC, 0xAA, 0xBA, 0x8D, 0x9D, 0xBD, 0xBE, 0xA5, 0xB4, 0xA1, 0xA2, 0xAF, 0xBF, 0x8E, 0x9E, 0xB2, 0xB3];

        Kz1048Encoding.Instance.GetString(bytes).ShouldBe("ӘәҒғҚқҢңӨөҰұҮүҺһІі");
    }

    [Fact]
    public void Every_byte_survives_a_round_trip()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

        Kz1048Encoding.Instance.GetBytes(Kz1048Encoding.Instance.GetString(bytes)).ShouldBe(bytes);
    }

    [Fact]
    public void Everything_but_the_Kazakh_letters_is_as_in_windows_1251()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        var differing = Kz1048Encoding.Instance.GetString(bytes).Zip(Charset.Of("windows-1251").GetString(bytes))
            .Where(pair => pair.First != pair.Second).Select(pair => pair.First);

        new string([.. differing]).ShouldBe("ҚҺқһҰұӘӨҒҮөғәҢңү");
    }

    [Fact]
    public void Letters_outside_the_page_become_question_marks() =>
        Kz1048Encoding.Instance.GetBytes("Ж→ж").ShouldBe([0xC6, (byte)'?', 0xE6]);
}
