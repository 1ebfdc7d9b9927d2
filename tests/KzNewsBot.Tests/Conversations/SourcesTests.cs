using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Conversations;

public class SourcesTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("ru", "Идёт первое чтение", "ТАСС — ещё не прочитан")]
    [InlineData("kk", "Алғашқы оқу жүріп жатыр", "ТАСС — әлі оқылмаған")]
    [InlineData("en", "The first reading is under way", "TASS — not read yet")]
    public async Task The_board_shows_the_outlets_of_every_side(string language, string progress, string line)
    {
        var talk = await stage.MeetAsync(language);

        // As if its poller were on.
        await talk.Conversation.Services.GetRequiredService<PollingNote>().WriteAsync(polls: true, TestContext.Current.CancellationToken);
        var board = await talk.AskAsync("/sources");

        board.Content.Text.ShouldContain(progress);
        board.Content.Text.ShouldContain(line);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/sources tass")]
    [InlineData("/sources ТАСС")]
    [InlineData("/sources тасс")]
    [InlineData("/sources tass.ru")]
    [InlineData("/sources zakon")]
    public async Task One_outlet_shows_its_owner_and_why_it_is_read(string written)
    {
        var talk = await stage.MeetAsync();

        var one = await talk.AskAsync(written);

        one.Content.Text.ShouldContain("Владелец: ");
        one.Content.Text.ShouldContain("Основание: ");
        one.Content.Text.ShouldContain("Почему читаем или нет: ");
        talk.FoundNothing();
    }

    [Fact]
    public async Task The_operator_is_told_what_is_wrong_with_a_road()
    {
        await using var conversation = await Conversation.BeginAsync(
            nameof(StorageProvider.Sqlite), new Dictionary<string, string?>(StringComparer.Ordinal) { ["Operator:Chats:0"] = $"{Conversation.Person}" });
        await conversation.Services.GetRequiredService<NewsDatabase>().WriteAsync(
            WritePriority.Background,
            (context, token) => context.RoadStates.Where(state => state.SourceId == "interfax")
                .ExecuteUpdateAsync(row => row.SetProperty(state => state.Fault, RoadFault.Wall).SetProperty(state => state.FaultDetail, "Challenge: Cloudflare"), token),
            TestContext.Current.CancellationToken);

        (await conversation.AskAsync("/sources interfax")).Content.Text.ShouldContain("\nfeed ru: закрыт для программ (Challenge: Cloudflare)\n");
    }

    [Fact]
    public async Task Of_several_outlets_that_begin_so_the_first_are_named()
    {
        var talk = await stage.MeetAsync("en");

        var answer = (await talk.AskAsync("/sources t")).Content.Text;

        answer.ShouldStartWith("The bot knows no such source. Similar: ");
        answer.ShouldContain("TASS");
        answer.Split(", ").Length.ShouldBe(5);
        talk.FoundNothing();
    }

    [Fact]
    public async Task An_outlet_nobody_knows_leads_back_to_the_list()
    {
        var talk = await stage.MeetAsync();

        (await talk.AskAsync("/sources Вести с Марса")).Content.Text.ShouldContain("/sources");
        talk.FoundNothing();
    }
}
