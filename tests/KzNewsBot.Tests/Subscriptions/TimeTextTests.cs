using KzNewsBot.Subscriptions;

namespace KzNewsBot.Tests.Subscriptions;

public class TimeTextTests
{
    [Theory]
    [InlineData("8", 480)]
    [InlineData("08", 480)]
    [InlineData("8:05", 485)]
    [InlineData("08:30", 510)]
    [InlineData("8.30", 510)]
    [InlineData("0830", 510)]
    [InlineData("830", 510)]
    [InlineData(" 23:59 ", 1439)]
    [InlineData("0:00", 0)]
    [InlineData("8pm", 1200)]
    [InlineData("8:30 PM", 1230)]
    [InlineData("12 am", 0)]
    [InlineData("12:15pm", 735)]
    public void A_time_is_read_as_people_type_it(string text, int minute) => TimeText.Parse(text).ShouldBe(minute);

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("12:60")]
    [InlineData("8:5")]
    [InlineData("20 pm")]
    [InlineData("0 am")]
    [InlineData("8 p")]
    [InlineData("-8")]
    [InlineData("08:30:00")]
    [InlineData("٠٨:٣٠")]
    [InlineData("nato")]
    [InlineData("123456789012345678901234567890")]
    public void Anything_else_is_no_time(string text) => TimeText.Parse(text).ShouldBeNull();
}
