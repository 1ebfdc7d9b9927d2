using KzNewsBot.Operations;

namespace KzNewsBot.Tests.Operations;

public class OutletRhythmTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_usual_pause_forgives_one_outage()
    {
        DateTimeOffset[] seen = [Now, .. Enumerable.Range(1, 6).Select(n => Now.AddHours(-4 * n)), .. Enumerable.Range(0, 5).Select(n => Now.AddDays(-10).AddHours(-6 * n))];
        OutletRhythm.UsualPause([.. seen.Reverse()]).ShouldBe(TimeSpan.FromHours(6));
        OutletRhythm.UsualPause([.. seen.Take(OutletRhythm.LeastMoments - 1)]).ShouldBeNull();
    }

    [Fact]
    public void What_came_at_once_is_no_rhythm()
    {
        DateTimeOffset[] first = [.. Enumerable.Repeat(Now.AddDays(-1), 20)];
        OutletRhythm.UsualPause(first).ShouldBeNull();
        OutletRhythm.UsualPause([.. first, .. Enumerable.Range(0, 9).Select(n => Now.AddHours(-2 * n))]).ShouldBe(TimeSpan.FromHours(2));
    }

    [Theory]
    [InlineData(1, 25, true)]
    [InlineData(1, 23, false)]
    [InlineData(40, 59, false)]
    [InlineData(40, 61, true)]
    public void Silent_is_who_is_quiet_for_longer_than_usual_and_than_a_day(int pauseHours, int quietHours, bool silent) =>
        OutletRhythm.IsSilent(Now.AddHours(-quietHours), TimeSpan.FromHours(pauseHours), Now).ShouldBe(silent);
}
