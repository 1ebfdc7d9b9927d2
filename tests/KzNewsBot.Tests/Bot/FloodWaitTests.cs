using KzNewsBot.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace KzNewsBot.Tests.Bot;

public class FloodWaitTests
{
    [Theory]
    [InlineData(5, 60)]
    [InlineData(3_600, 3_600)]
    [InlineData(int.MaxValue, 86_400)]
    [InlineData(null, 60)]
    public void The_longer_wait_holds_and_none_is_endless(int? named, int seconds) =>
        FloodWait.AtLeast(TimeSpan.FromMinutes(1), new ApiRequestException("Too Many Requests", 429, new ResponseParameters { RetryAfter = named })).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Where_Telegram_names_none_ours_holds() =>
        FloodWait.AtLeast(TimeSpan.FromMinutes(1), new HttpRequestException("no route")).ShouldBe(TimeSpan.FromMinutes(1));
}
