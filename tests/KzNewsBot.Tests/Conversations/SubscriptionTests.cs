using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Conversations;

public class SubscriptionTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task One_line_orders_topics_and_hour(string provider)
    {
        var talk = await stage.MeetOnAsync(provider);

        var answer = await talk.AskAsync("/subscribe nato odkb 08:30");

        answer.Content.Text.ShouldContain(", 08:30 (Алматы)\n");
        var card = await CardAsync(talk);
        card.Topics.ShouldBe(["nato", "odkb"], ignoreOrder: true);
        card.DigestMinute.ShouldBe((8 * 60) + 30);
        card.NextDueAt.ShouldNotBeNull();
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/subscribe atlantis", "«atlantis»")]
    [InlineData("/subscribe nato 25:00", "«25:00»")]
    [InlineData("/unsubscribe atlantis", "Темы «atlantis» бот не знает")]
    [InlineData("/unsubscribe atlantis", "Например: /unsubscribe nato")]
    [InlineData("/unsubscribe 08:30", "Здесь нужна тема")]
    [InlineData("/digest 08:30", "Здесь нужна тема")]
    [InlineData("/digest вчера", "Темы «вчера» бот не знает")]
    [InlineData("/digest вчера", "Например: /digest nato odkb")]
    public async Task A_wrong_word_is_named_and_changes_nothing(string order, string named)
    {
        var talk = await stage.MeetAsync();
        await talk.AskAsync("/subscribe un");

        (await talk.AskAsync(order)).Content.Text.ShouldContain(named);

        (await CardAsync(talk)).Topics.ShouldBe(["un"]);
        talk.FoundNothing();
    }

    [Fact]
    public async Task A_topic_is_named_as_its_button_names_it()
    {
        var talk = await stage.MeetAsync();
        await talk.AskAsync("/subscribe ядерная тема, НАТО 08:30");
        (await CardAsync(talk)).Topics.ShouldBe(["nuclear", "nato"], ignoreOrder: true);
        talk.FoundNothing();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Unsubscribing_ends_one_topic_or_all(string provider)
    {
        var talk = await stage.MeetOnAsync(provider);
        await talk.AskAsync("/subscribe nato, odkb, un");

        await talk.AskAsync("/unsubscribe odkb");
        (await CardAsync(talk)).Topics.ShouldBe(["nato", "un"], ignoreOrder: true);
        (await talk.AskAsync("/unsubscribe")).Content.Text.ShouldStartWith("Подписка остановлена");
        var card = await CardAsync(talk);
        card.Topics.ShouldBeEmpty();
        card.NextDueAt.ShouldBeNull();
        (await talk.AskAsync("/unsubscribe")).Content.Text.ShouldStartWith("Подписки нет");
        talk.FoundNothing();
    }

    [Fact]
    public async Task Settings_are_changed_by_buttons()
    {
        var talk = await stage.MeetAsync();
        var settings = await talk.AskAsync("/settings");

        await talk.PressAsync(settings, "1:lang", "Выберите язык");
        await talk.PressAsync(settings, "1:lang:en", "Settings");
        await talk.PressAsync(settings, "1:hour", message => Conversation.HasButton(message, "1:hour:1140"));
        await talk.PressAsync(settings, "1:hour:1140", "19:00");
        await talk.PressAsync(settings, "1:zone", message => Conversation.HasButton(message, "1:zone:Europe/Brussels"));
        await talk.PressAsync(settings, "1:zone:Europe/Brussels", "Europe/Brussels");
        await talk.PressAsync(settings, "1:fix:now", "Denials of news you have read: at once");
        var last = await talk.PressAsync(settings, "1:fix:digest", "Denials of news you have read: with the next digest");

        last.Content.Text.ShouldContain("19:00 (Europe/Brussels)");
        (await CardAsync(talk)).Language.ShouldBe(Text.Language.English);
        talk.BotMessages().Count.ShouldBe(1);
        talk.FoundNothing();
    }

    [Fact]
    public async Task The_hour_chosen_under_the_topics_leads_back_to_them()
    {
        var talk = await stage.MeetAsync();
        var topics = await talk.AskAsync("/topics");
        await talk.PressAsync(topics, "1:hour:topics", message => Conversation.HasButton(message, "1:topics") && Conversation.HasButton(message, "1:hour:1140:topics"));
        await talk.PressAsync(topics, "1:topics", message => Conversation.HasButton(message, "1:hour:topics"));
        await talk.PressAsync(topics, "1:hour:topics", message => Conversation.HasButton(message, "1:hour:1140:topics"));
        await talk.PressAsync(topics, "1:hour:1140:topics", message => Conversation.HasButton(message, "1:mark:nato:on"));
        (await CardAsync(talk)).DigestMinute.ShouldBe(19 * 60);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/settings 08:30", "08:30 (Asia/Almaty)")]
    [InlineData("/settings 7", "07:00 (Asia/Almaty)")]
    [InlineData("/settings GMT+3", "(UTC+3)")]
    [InlineData("/settings мәскеу", "(Europe/Moscow)")]
    [InlineData("/settings Астана", "(Asia/Almaty)")]
    [InlineData("/settings Қазақша", "Баптаулар")]
    [InlineData("/settings europe/berlin", "(Europe/Berlin)")]
    [InlineData("/settings kk", "Баптаулар")]
    [InlineData("/settings corrections now", "Опровержения прочитанных новостей: сразу")]
    [InlineData("/settings Corrections  DIGEST", "Опровержения прочитанных новостей: со следующей сводкой")]
    [InlineData("/settings corrections later", "Бот не понял «corrections later». Напишите язык (kk, ru, en), время (08:30, 8 вечера), город или часовой пояс (Алматы, Europe/Berlin) или когда сообщать об опровержениях (corrections now, corrections digest).")]
    [InlineData("/settings 24:00", "Бот не понял «24:00»")]
    [InlineData("/settings Europe/Atlantis", "Бот не понял «Europe/Atlantis»")]
    [InlineData("/settings 08:30 kk", "Шолу уақыты: 08:30 (Asia/Almaty)")]
    [InlineData("/settings new york 8 pm", "20:00 (America/New_York)")]
    [InlineData("/settings Мәскеу, 7:15", "07:15 (Europe/Moscow)")]
    [InlineData("/settings Берлин", "(Europe/Berlin)")]
    [InlineData("/settings Алматы уақыты бойынша таңғы жетіде", "07:00 (Asia/Almaty)")]
    [InlineData("/settings в восемь вечера по Москве", "20:00 (Europe/Moscow)")]
    [InlineData("/settings 8 o'clock in the evening, Brussels", "20:00 (Europe/Brussels)")]
    [InlineData("/settings Алматы, Астана", "(Asia/Almaty)")]
    [InlineData("/settings опровержения сразу", "Опровержения прочитанных новостей: сразу")]
    [InlineData("/settings Denials with the digest", "Опровержения прочитанных новостей: со следующей сводкой")]
    [InlineData("/subscribe нато в 8 вечера", "20:00 (Алматы)")]
    [InlineData("/subscribe nato 9 pm odkb", "21:00 (Алматы)")]
    [InlineData("/subscribe nato Берлин", "«Берлин» — не тема и не время.")]
    [InlineData("/subscribe nato English", "Язык и часовой пояс меняет /settings")]
    [InlineData("/settings 08:30 09:30", "Бот не понял «08:30 09:30»")]
    [InlineData("/settings 08:30 вчера", "Бот не понял «08:30 вчера»")]
    public async Task Settings_are_changed_by_words(string order, string answer)
    {
        var talk = await stage.MeetAsync();

        (await talk.AskAsync(order)).Content.Text.ShouldContain(answer);
        talk.FoundNothing();
    }

    [Fact]
    public async Task What_an_answer_tells_a_subscriber_is_remembered()
    {
        var (reader, passer) = (await stage.MeetAsync(), await stage.MeetAsync());
        await reader.AskAsync("/subscribe nato");
        await reader.AskAsync("/odkb");
        await passer.AskAsync("/odkb");
        // Noted after it was sent: the next answer comes behind that.
        await reader.AskAsync("/help");
        await passer.AskAsync("/help");

        (await ToldAsync(reader)).ShouldBeGreaterThan(0);
        (await ToldAsync(passer)).ShouldBe(0);

        // What surely did not arrive was not read.
        var refused = await stage.MeetAsync();
        await refused.AskAsync("/subscribe nato");
        refused.Telegram.PlanFault("429", method: "sendMessage", chatId: refused.ChatId, retryAfter: 300);
        refused.Telegram.SendText(refused.ChatId, "/odkb");
        var database = refused.Conversation.Services.GetRequiredService<NewsDatabase>();
        await refused.Conversation.PassTimeUntilAsync(
            () => database.ReadAsync((context, token) => context.Inbox.AllAsync(row => row.State == InboxState.Done, token), TestContext.Current.CancellationToken), "the answer is given up");

        (await ToldAsync(refused)).ShouldBe(0);

        static async Task<int> ToldAsync(Talk talk)
        {
            var id = (await CardAsync(talk)).Id;
            return await talk.Conversation.Services.GetRequiredService<NewsDatabase>().ReadAsync(
                (context, token) => context.Deliveries.Where(row => row.SubscriberId == id).Join(context.ToldStories, row => row.EditionId, told => told.EditionId, (row, told) => told).CountAsync(token),
                TestContext.Current.CancellationToken);
        }
    }

    private static Task<SubscriberCard> CardAsync(Talk talk) =>
        talk.Conversation.Services.GetRequiredService<SubscriberBook>().ReadAsync(new ChatAddress(talk.ChatId, 0), TestContext.Current.CancellationToken);
}
