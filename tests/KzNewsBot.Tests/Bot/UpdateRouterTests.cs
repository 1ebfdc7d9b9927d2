using System.Text;
using KzNewsBot.Articles;
using KzNewsBot.Bot;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;

namespace KzNewsBot.Tests.Bot;

/// <summary>Whatever is written or pressed, somebody answers.</summary>
public class UpdateRouterTests(StarterHouses houses) : IClassFixture<StarterHouses>
{
    private static long _lastChat = 300_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Forged_and_stale_buttons_are_always_answered(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var router = house.Get<UpdateRouter>();
        string[] handmade =
        [
            "", ":", "1", "1:", "0:topic:nato:0", "2:topic:nato:0", "1:nothing", "1:topic", "1:topic:nato", "1:topic:nato:-1", "1:topic:nato:99999999999", "1:topic:nato:2147483647",
            "1:topic:luna:0", "1:story", "1:story:abc:nato:0", "1:story:987654321:nato:0", "1:story:9999999999999999999:nato:0", "1:story:1::", "1:story:1:\u0000:x", "1:hour:1440", "1:hour:-1",
            "1:hour:", "1:zone:", "1:zone:Moon/Crater", "1:zone:../../etc/passwd", "1:lang:xx", "1:lang:", "1:hello", "1:hello:xx", "1:sub", "1:sub:luna:0", "1:sub:nato:x", "1:unsub:", "1:mark", "1:unsuball:x", "1:set:old:new",
        ];
        var random = new Random(64);
        string[] verbs = ["topic", "story", "sub", "unsub", "mark", "unsuball", "set", "topics", "lang", "hello", "hour", "zone", "тема", ""];
        string[] parts = ["nato", "0", "-1", "2147483648", "new", "kk", "Asia/Almaty", "\u0000", "\ud83d", "é", "", "99999999999999999999", "ОДКБ", "'--"];
        var forged = Enumerable.Range(0, 150).Select(_ => $"{(random.Next(5) == 0 ? "7" : "1")}:{verbs[random.Next(verbs.Length)]}"
            + string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => $":{parts[random.Next(parts.Length)]}")));
        var noise = Enumerable.Range(0, 50).Select(_ => new string([.. Enumerable.Range(0, random.Next(64)).Select(_ => (char)random.Next(1, 0x3000))]));
        var scene = await SceneAsync(house, NewChat(), Language.Russian);
        foreach (var data in handmade.Concat(forged).Concat(noise))
        {
            router.ChangesSettings(scene, data);
            var reply = await router.PressAsync(scene, data, Token);
            (reply.Messages.Count > 0 || !string.IsNullOrEmpty(reply.Toast)).ShouldBeTrue(data);
            reply.Messages.ShouldAllBe(message => message.Text.Text.Length <= 4096);
        }
    }

    [Theory]
    [InlineData("1:sub:nato:0", true)]
    [InlineData("1:unsub:nato:0", true)]
    [InlineData("1:unsuball", true)]
    [InlineData("1:lang:kk", true)]
    [InlineData("1:hello:kk", true)]
    [InlineData("1:hour:480", true)]
    [InlineData("1:zone:Asia/Almaty", true)]
    [InlineData("1:mark:nato:on", true)]
    [InlineData("1:fix:now", true)]
    [InlineData("1:lang", false)]
    [InlineData("1:hour", false)]
    [InlineData("1:set", false)]
    [InlineData("1:topic:nato:0", false)]
    [InlineData("1:story:5:nato:0", false)]
    [InlineData("", false)]
    public async Task Buttons_that_change_settings_are_known(string data, bool changes)
    {
        var house = await houses.OpenAsync("Sqlite");
        house.Get<UpdateRouter>().ChangesSettings(await SceneAsync(house, NewChat(), Language.Russian), data).ShouldBe(changes);
    }

    [Theory]
    [InlineData("subscribe", "nato", true)]
    [InlineData("unsubscribe", "", true)]
    [InlineData("stop", "", true)]
    [InlineData("settings", "kk", true)]
    [InlineData("time", "08:30", true)]
    [InlineData("time_7", "", false)]
    [InlineData("settings", "", false)]
    [InlineData("subscribe", "", false)]
    [InlineData("why_7", "", false)]
    [InlineData("nato", "", false)]
    [InlineData("luna", "", false)]
    public async Task Commands_that_change_settings_are_known(string name, string arguments, bool changes)
    {
        var house = await houses.OpenAsync("Sqlite");
        house.Get<UpdateRouter>().ChangesSettings(new CommandRequest(await SceneAsync(house, NewChat(), Language.Russian), name, arguments)).ShouldBe(changes);
    }

    [Theory]
    [InlineData("digest_5")]
    [InlineData("settings_5")]
    public async Task A_number_behind_another_command_than_why_makes_it_unknown(string name)
    {
        var house = await houses.OpenAsync("Sqlite");
        var scene = await SceneAsync(house, NewChat(), Language.English);
        var request = new CommandRequest(scene, name, "");
        house.Get<UpdateRouter>().Knows(request).ShouldBeFalse();
        (await house.Get<UpdateRouter>().CommandAsync(request, Token)).Messages.ShouldHaveSingleItem().Text.Text.ShouldStartWith("There is no such command.");
    }

    [Fact]
    public async Task Reports_of_one_outlet_in_several_languages_are_told_apart()
    {
        var house = await houses.OpenAsync("Sqlite");
        var scene = await SceneAsync(house, NewChat(), Language.English);
        var stories = new List<List<string>>();
        for (var story = 1; story <= 30; story++)
        {
            if ((await house.Get<UpdateRouter>().PressAsync(scene, CallbackText.OpenStory(story, "nato"), Token)).Messages is not [{ Text.Text: var opened }])
            {
                continue;
            }

            stories.Add([.. opened.Split('\n').SkipWhile(line => line != "Who reports").Skip(1).TakeWhile(line => line.Length > 0)]);
        }

        var alike = stories.First(lines => lines.Exists(line => line.EndsWith(", date not given, in Kazakh", StringComparison.Ordinal)));
        alike.Distinct(StringComparer.Ordinal).Count().ShouldBe(alike.Count, string.Join('|', alike));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_address_of_an_article_opens_its_story(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        const string title = "Учения миротворцев «Степной ветер» прошли в Алматы";
        await store.StoreAsync(News.Article(title, url: "https://tass.ru/army/77"), null, Token);
        await store.StoreAsync(News.Article(title, url: "https://tass.ru/army/77-again"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var scene = await SceneAsync(house, NewChat(), Language.Russian);

        foreach (var address in new[] { "https://tass.ru/army/77", " https://TASS.ru/army/77?utm_source=x#top ", "http://www.tass.ru/army/77/", "https://tass.ru/army/77-again", "Учения начались\nhttps://tass.ru/army/77" })
        {
            var text = (await house.Get<UpdateRouter>().WordsAsync(scene, address, Token)).Messages.ShouldHaveSingleItem().Text.Text;
            text.ShouldContain("Кто сообщает", Case.Sensitive, address);
            text.ShouldContain("Степной ветер", Case.Sensitive, address);
        }

        foreach (var address in new[] { "https://tass.ru/army/78", "https://tass.ru", "https://[::1]/" })
        {
            (await house.Get<UpdateRouter>().WordsAsync(scene, address, Token)).Messages.ShouldHaveSingleItem().Text.Text.ShouldStartWith("Этой публикации у бота нет", Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task A_number_beyond_the_list_is_told_what_the_list_has()
    {
        var house = await houses.OpenAsync("Sqlite");
        var router = house.Get<UpdateRouter>();
        var scene = await SceneAsync(house, NewChat(), Language.English);
        var search = (await router.WordsAsync(scene, "3", Token)).Messages.ShouldHaveSingleItem().Text.Text;
        var list = (await router.WordsAsync(scene, "NATO", Token)).Messages.ShouldHaveSingleItem();
        house.Get<ShownStories>().Remember(scene.Address, list);

        (await router.WordsAsync(scene, "19", Token)).Messages.ShouldHaveSingleItem().Text.Text.ShouldBe($"The list has no such number; it has {house.Get<ShownStories>().NumbersOf(scene.Address)}.");
        search.ShouldNotContain("The list");
        (await router.WordsAsync(scene, "2024", Token)).Messages.ShouldHaveSingleItem().Text.Text.ShouldNotContain("The list");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Any_words_are_answered(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var router = house.Get<UpdateRouter>();
        var scene = await SceneAsync(house, NewChat(), Language.English);
        var random = new Random(128);
        const string alphabet = "абвгНАТОүқabc \"'*()-:@/._0189\n\t🙂";
        for (var i = 0; i < 60; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            (await router.WordsAsync(scene, text, Token)).Messages.ShouldNotBeEmpty(text);
            var name = text.Split(' ', '\n')[0];
            (await router.CommandAsync(new CommandRequest(scene, name, text), Token)).Messages.ShouldNotBeEmpty(text);
        }

        string[] names = ["subscribe", "unsubscribe", "settings", "search", "digest", "start", "help", "topics", "stop", "language", "timezone", "time", "today"];
        foreach (var name in names)
        {
            foreach (var arguments in new[] { "", "luna", new string('x', 4000), "\"*(", "🙂" })
            {
                (await router.CommandAsync(new CommandRequest(scene, name, arguments), Token)).Messages.ShouldNotBeEmpty($"{name} {arguments}");
            }
        }
    }

    [Theory]
    [InlineData("Sqlite", "kk")]
    [InlineData("Sqlite", "en")]
    [InlineData("Postgres", "ru")]
    public async Task Every_button_that_can_be_reached_works(string provider, string code)
    {
        var language = LanguageCodes.Parse(code);
        var house = await houses.OpenAsync(provider);
        var router = house.Get<UpdateRouter>();
        var address = NewChat();
        var stale = house.Get<PhraseBook>().In(language).Say(Phrase.ButtonStale);
        var scene = await SceneAsync(house, address, language);
        var waiting = new Queue<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, arguments) in new[] { ("start", ""), ("help", ""), ("topics", ""), ("settings", ""), ("digest", ""), ("search", "ООН"), ("search", "peacekeepers"), ("subscribe", ""), ("nato", ""), ("odkb", "") })
        {
            Collect(await router.CommandAsync(new CommandRequest(scene, name, arguments), Token));
        }

        var pressed = 0;
        while (waiting.TryDequeue(out var data) && pressed < 250)
        {
            pressed++;
            scene = await SceneAsync(house, address, language);
            var reply = await router.PressAsync(scene, data, Token);
            (reply.Toast == stale).ShouldBeFalse(data);
            reply.Messages.ShouldNotBeEmpty(data);
            Collect(reply);
        }

        pressed.ShouldBeGreaterThan(80);

        void Collect(BotReply reply)
        {
            foreach (var button in reply.Messages.SelectMany(message => message.Keyboard.SelectMany(row => row)))
            {
                Encoding.UTF8.GetByteCount(button.CallbackData!).ShouldBeLessThanOrEqualTo(64);
                if (known.Add(button.CallbackData!))
                {
                    waiting.Enqueue(button.CallbackData!);
                }
            }
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_page_past_the_end_shows_stories_and_not_that_there_are_none(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var reply = await house.Get<UpdateRouter>().PressAsync(await SceneAsync(house, NewChat(), Language.English), "1:topic:odkb:3000", Token);
        var message = reply.Messages.ShouldHaveSingleItem();
        message.Text.Text.ShouldNotContain("There are no reports on this topic yet");
        message.Text.Spans.ShouldContain(span => span.Style == KzNewsBot.Text.Messages.TextStyle.BlockQuote);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_found_by_search_leads_back_to_a_page(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var router = house.Get<UpdateRouter>();
        var scene = await SceneAsync(house, NewChat(), Language.Russian);
        var found = (await router.CommandAsync(new CommandRequest(scene, "search", "миротворцы"), Token)).Messages.ShouldHaveSingleItem();
        var story = await router.PressAsync(scene, found.Keyboard[0][0].CallbackData!, Token);
        story.InPlace.ShouldBeFalse(); // what was found stays to be looked through
        var back = await router.PressAsync(scene, story.Messages[0].Keyboard[^1][0].CallbackData!, Token);
        back.Messages.ShouldHaveSingleItem();
    }

    private static ChatAddress NewChat() => new(Interlocked.Increment(ref _lastChat), 0);

    private static async Task<ChatScene> SceneAsync(House house, ChatAddress address, Language language)
    {
        var card = await house.Get<SubscriberBook>().ReadAsync(address, Token);
        return new ChatScene(address, ChatKind.Private, 1, card, house.Get<PhraseBook>().In(language));
    }
}
