using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Bot;
using KzNewsBot.Bot.Commands;
using KzNewsBot.Data;
using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Stories;

/// <summary>What a story tells beside its quotations: how many voices stand behind it, who denies it, which dates it gives.</summary>
public class StoryFactsTests
{
    private const string Denial = "МИД Казахстана опроверг сообщения о вступлении страны в НАТО.";
    private const string DenialBody = Denial + "\nКазахстан и НАТО ведут диалог в рамках программы «Партнёрство ради мира», сказал представитель ведомства журналистам в Астане.";

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Reprints_are_one_origin(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tengrinews.kz", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await StoreAsync(house, "tass.ru", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody + " Об этом сообщили в пресс-службе.");
        await StoreAsync(house, "azattyq.org", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var story = await OnlyStoryAsync(house);
        (story.Articles.Count, story.Origins).ShouldBe((3, 2));
        HeadOf(house, story, Language.Russian).ShouldContain("3 публикации, 2 независимые");
        HeadOf(house, story, Language.Kazakh).ShouldContain("3 жарияланым, 2 тәуелсіз");
        HeadOf(house, story, Language.English).ShouldContain("3 reports, 2 independent");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_flash_that_others_repeat_letter_for_letter_is_one_origin(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string title = "Токаев прибыл в Бишкек на саммит ОДКБ";
        const string flash = "Токаев прибыл в Бишкек на саммит ОДКБ, сообщает Акорда.";
        await StoreAsync(house, "tengrinews.kz", title, flash);
        await StoreAsync(house, "tass.ru", title, flash);
        await StoreAsync(house, "azattyq.org", title, "Токаев прилетел в Бишкек: саммит ОДКБ открывается вечером.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var story = await OnlyStoryAsync(house);
        (story.Articles.Count, story.Origins).ShouldBe((3, 2));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Why_tells_of_each_topic_of_the_story(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string title = "Учения миротворцев «Степной ветер» прошли в Алматы";
        foreach (var (host, ending) in new[] { ("tass.ru", ""), ("tengrinews.kz", " Об этом сообщили в пресс-службе."), ("zakon.kz", " Учения завершены."), ("azattyq.org", " Кибербезопасность: кибератаки отражали киберучения, кибербезопасность проверили тоже, хакеры и кибератаки остались без успеха.") })
        {
            await StoreAsync(house, host, title, News.RussianBody + ending);
        }

        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var story = await OnlyStoryAsync(house);
        story.Topics.ShouldContain("cyber", StringComparer.Ordinal);
        (await WhyAsync(house, story)).ShouldContain("Киберугрозы (об этом)");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Why_tells_of_the_denial_whichever_report_has_it(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        foreach (var (host, lead) in new[] { ("tass.ru", ""), ("tengrinews.kz", "Об этом сообщили в пресс-службе. "), ("zakon.kz", "Учения завершены. "), ("azattyq.org", "Акимат Алматы опроверг сообщения об отмене занятий. ") })
        {
            await StoreAsync(house, host, "Учения миротворцев «Степной ветер» прошли в Алматы", lead + News.RussianBody);
        }

        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var story = await OnlyStoryAsync(house);
        story.Denials.ShouldHaveSingleItem().Quote.Article.Source!.Id.ShouldBe("azattyq");
        (story.Lead.Source?.Id is "azattyq").ShouldBeFalse();
        (await WhyAsync(house, story)).ShouldContain("• Опровержение по словам: «");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Every_side_has_its_say_however_many_they_are(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        string[] endings =
        [
            "Министр обороны поблагодарил участников за службу и вручил им награды.",
            "Жители Капчагая слышали выстрелы весь день, рассказали они редакции.",
            "Российские наблюдатели на полигон приглашены не были, отметили в Москве.",
            "Секретариат организации в Вене расширил программу помощи сапёрам региона.",
            "Китайские военные проведут манёвры миротворцев под Урумчи весной, пишет газета.",
            "Посольство Турции передало миротворцам двадцать палаток и полевую кухню.",
        ];
        string[] hosts = ["www.gov.kz", "vlast.kz", "tass.ru", "azattyq.org", "xinhuanet.com", "aa.com.tr"];
        foreach (var (host, ending) in hosts.Zip(endings))
        {
            await StoreAsync(house, host, "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody + "\n" + ending);
        }

        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var story = await OnlyStoryAsync(house);
        var sides = story.Articles.Select(article => article.Source?.Side).Distinct(StringComparer.Ordinal).ToList();
        sides.Count.ShouldBeGreaterThan(StoryRefresher.MaxQuotes);
        story.Quotes.Select(quote => quote.Article.Source?.Side).ShouldBe(sides, ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_denied_story_says_so_in_its_first_line_and_in_the_articles_own_words(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", "МИД: Казахстан не вступает в НАТО", DenialBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var story = await OnlyStoryAsync(house);
        var denial = story.Denials.ShouldHaveSingleItem();
        denial.Quote.Text.ShouldBe(Denial);
        DenialBody.ShouldContain(denial.Denier.ShouldNotBeNull());
        var lines = HeadOf(house, story, Language.Russian).Split('\n');
        lines[0].ShouldBe($"⚠️ Есть опровержение: {denial.Denier}");
        lines[2].ShouldStartWith("ТАСС, ");
        var text = new StyledTextBuilder();
        StoryText.Quotes(text, story, 1, house.Get<PhraseBook>().In(Language.Russian), "Asia/Almaty");
        text.Build().Text.ShouldStartWith(Denial);

        // Tampered with, it is no denial that we could show.
        await house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            async (context, token) => (await context.Articles.SingleAsync(token)).Body = DenialBody.Replace("опроверг", "подтвердил", StringComparison.Ordinal),
            Token);
        (await OnlyStoryAsync(house)).Denials.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("В Погранслужбе проверили сообщения о закрытии границы. Там назвали это вымыслом.", "Погранслужба назвала вымыслом слухи о закрытии границы", true)]
    [InlineData("В Погранслужбе проверили сообщения о закрытии границы. Там назвали это вымыслом.", "О границе", false)]
    [InlineData("Погранслужба назвала вымыслом сообщения о закрытии границы.", "Погранслужба назвала вымыслом слухи", false)]
    public async Task A_denial_that_leans_on_another_sentence_gives_way_to_the_headline(string body, string title, bool inTitle)
    {
        await using var house = await House.OpenAsync("Sqlite");
        await StoreAsync(house, "tass.ru", title, body + "\nПункты пропуска работают как обычно, сказал журналистам представитель ведомства.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Database.ReadAsync((context, token) => context.StoryDenials.SingleAsync(token), Token)).InTitle.ShouldBe(inTitle);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Which_report_was_fetched_first_changes_no_story(string provider)
    {
        (string Host, string Body)[] reports =
        [
            ("tengrinews.kz", News.RussianBody), ("tass.ru", News.RussianBody + " Об этом сообщили в пресс-службе."), ("azattyq.org", News.OtherRussianBody), ("zakon.kz", News.OtherRussianBody + " Учения завершены."),
        ];
        (await ToldAsync(reports.Reverse())).ShouldBe(await ToldAsync(reports));

        async Task<string> ToldAsync(IEnumerable<(string Host, string Body)> inTurn)
        {
            await using var house = await House.OpenAsync(provider);
            foreach (var (host, body) in inTurn)
            {
                await house.Get<ArticleStore>().StoreAsync(News.Article("Учения миротворцев «Степной ветер» прошли в Алматы", body, url: $"https://{host}/1", day: "2026-11-21"), null, Token);
            }

            await house.Get<NewsFlow>().RunToEndAsync(Token);
            var story = await OnlyStoryAsync(house);
            return string.Join('\n', story.Articles.Select(article => $"{article.Url} {article.Reprint}").Prepend(story.Lead.Url).Concat(story.Quotes.Select(quote => $"{quote.Article.Url} {quote.Text}")));
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_denial_is_told_in_the_readers_language(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string kazakh = "ҚР СІМ елдің НАТО-ға кіретіні туралы ақпаратты жоққа шығарды.";
        await StoreAsync(house, "tass.ru", "МИД: Казахстан не вступает в НАТО", DenialBody);
        await StoreAsync(house, "egemen.kz", "СІМ: Қазақстан НАТО-ға кірмейді", kazakh + "\nҚазақстан мен НАТО «Бейбітшілік жолындағы серіктестік» бағдарламасы бойынша диалог жүргізіп келеді.", Language.Kazakh);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var ids = await house.Database.ReadAsync((context, token) => context.Stories.Select(story => story.Id).Order().ToListAsync(token), Token);
        if (ids is [var first, var second])
        {
            await house.Get<StoryEditor>().MergeAsync(from: second, into: first, Token);
        }

        var story = await OnlyStoryAsync(house);
        story.Denials.Select(denial => denial.Quote.Text).ShouldBe([Denial, kazakh], ignoreOrder: true);
        FirstLine(Language.Russian).ShouldBe("⚠️ Есть опровержение: МИД Казахстана");
        FirstLine(Language.Kazakh).ShouldBe("⚠️ Теріске шығару бар: ҚР СІМ");
        story.DenialIn(Language.English).ShouldBe(story.Denials[0]);
        foreach (var (language, sentence) in new[] { (Language.Russian, Denial), (Language.Kazakh, kazakh) })
        {
            var text = new StyledTextBuilder();
            StoryText.Quotes(text, story, 1, house.Get<PhraseBook>().In(language), "Asia/Almaty");
            text.Build().Text.ShouldStartWith(sentence);
        }

        string FirstLine(Language language) => HeadOf(house, story, language).Split('\n')[0];
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_denied_by_a_changed_text_is_news_again(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", "Казахстан и НАТО", "Казахстан и НАТО ведут диалог в рамках программы «Партнёрство ради мира», сообщили журналистам в Астане.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var before = await SequencesAsync(house);

        await StoreAsync(house, "tass.ru", "Казахстан и НАТО", DenialBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var after = await SequencesAsync(house);

        (await OnlyStoryAsync(house)).Denials.ShouldHaveSingleItem();
        after.Story.ShouldBeGreaterThan(before.Story);
        after.Topic.ShouldBe(after.Story, "the digest asks the topic's row");

        // Told once: another change of the text does not tell it again.
        await StoreAsync(house, "tass.ru", "Казахстан и НАТО", DenialBody + "\nДиалог продолжится весной.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await SequencesAsync(house)).ShouldBe(after);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_an_outlet_lists_anew_years_later_is_kept_and_told_to_nobody(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string text = "Казахстан и НАТО ведут диалог в рамках программы «Партнёрство ради мира», сообщили журналистам в Астане.";
        var fresh = house.Clock.GetUtcNow().AddDays(-6).ToString("O", CultureInfo.InvariantCulture);
        await StoreAtAsync(house, "https://tass.ru/1", "Казахстан и НАТО", text, "2021-03-05T10:00:00.0000000+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await OnlyStoryAsync(house)).Topics.ShouldContain("nato", StringComparer.Ordinal);
        (await SequencesAsync(house)).ShouldBe((0, 0));

        await StoreAtAsync(house, "https://azattyq.org/1", "Учения под Алматы", News.OtherRussianBody, fresh);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Database.ReadAsync((context, token) => context.Stories.Select(story => story.Sequence).OrderDescending().ToListAsync(token), Token)).ShouldBe([1, 0], "this one is news");
    }

    [Theory]
    [InlineData("Sqlite", -11, -10, 1)]
    [InlineData("Postgres", -11, -10, 1)]
    [InlineData("Sqlite", -11, -1, 0)]
    [InlineData("Sqlite", -60, -60, 0)]
    [InlineData("Postgres", -60, -60, 0)]
    public async Task A_page_that_waited_is_news_if_its_entry_was_and_not_long_ago(string provider, int publishedDaysAgo, int listedDaysAgo, long sequence)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await house.Get<ArticleStore>().StoreAsync(
            News.Article("Казахстан и НАТО", "Казахстан и НАТО ведут диалог в рамках программы «Партнёрство ради мира», сообщили журналистам в Астане.", url: "https://tass.ru/1", day: now.AddDays(publishedDaysAgo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), instant: now.AddDays(publishedDaysAgo).ToString("O", CultureInfo.InvariantCulture)),
            "tass",
            Token);
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) => context.Entries.Add(new KzNewsBot.Feeds.Entry
            {
                SourceId = "tass",
                Key = "1",
                RoadKey = "rss",
                Title = "Казахстан и НАТО",
                ContentHash = "",
                FirstSeenAt = now.AddDays(listedDaysAgo),
                LastSeenAt = now,
                Stage = KzNewsBot.Feeds.EntryStage.Stored,
                ArticleId = await context.Articles.Select(article => article.Id).SingleAsync(token),
            }),
            Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await SequencesAsync(house)).Story.ShouldBe(sequence);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_date_that_reaches_into_the_asked_years_is_told(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string winter = "Зимой 2004 года военные стран ОДКБ впервые провели сборы в горах под Алматы.";
        const string range = "С 2003 по 2008 год ОДКБ провела пять учений миротворцев на полигонах Казахстана.";
        await StoreAsync(house, "tass.ru", "Учения ОДКБ: хроника", winter + "\n" + range);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        (await ToldAsync(2004)).ShouldBe([range, winter]);
        (await ToldAsync(2003)).ShouldBe([range, winter], "December is winter too");
        (await ToldAsync(2008)).ShouldBe([range]);
        (await ToldAsync(2009)).ShouldBeEmpty();

        async Task<IEnumerable<string>> ToldAsync(int year) =>
            (await house.Get<TimelineReader>().ReadAsync("odkb", Language.Russian, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), 0, 10, Today, Token)).Entries.Select(entry => entry.Quote.Text);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Dated_sentences_become_the_chronology_of_their_topic(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string first = "В мае 1992 года в Ташкенте подписан Договор о коллективной безопасности, и Казахстан вошёл в число участников.";
        const string second = "14 мая 2002 года участники договора создали ОДКБ, устав её подписан в Кишинёве в октябре того же года.";
        await StoreAsync(house, "tass.ru", "ОДКБ: от договора к организации", second + "\n" + first + "\nРезолюция 2231 к этому отношения не имеет, и 2000 солдат НАТО тоже.");
        await StoreAsync(house, "azattyq.org", "История ОДКБ", second + " Об этом напомнили историки на конференции в столице Казахстана.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var timeline = house.Get<TimelineReader>();
        var all = await timeline.ReadAsync("odkb", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 0, 10, Today, Token);
        all.Entries.Select(entry => (entry.Value, entry.Quote.Text)).Take(2).ShouldBe([("1992-05", first), ("2002-05-14", second)]);
        all.Entries.ShouldAllBe(entry => entry.From.Year == 1992 || entry.From.Year == 2002);
        (await timeline.ReadAsync("odkb", Language.Russian, new DateOnly(1993, 1, 1), new DateOnly(2001, 12, 31), 0, 10, Today, Token)).Entries.ShouldBeEmpty();
        (await timeline.ReadAsync("nato", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 0, 10, Today, Token)).Entries.ShouldBeEmpty("a mention is no reason to stand in its chronology");
        var page = await timeline.ReadAsync("odkb", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 1, 1, Today, Token);
        page.Entries.ShouldHaveSingleItem().Value.ShouldBe("2002-05-14");

        // A button drawn when there was more leads to the last page, never to nothing.
        var beyond = await timeline.ReadAsync("odkb", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 600, 1, Today, Token);
        beyond.Offset.ShouldBeGreaterThan(0);
        beyond.Total.ShouldBe(beyond.Offset + 1);
        beyond.Entries.Count.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Only_what_an_outlet_tells_itself_stands_in_a_chronology(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string told = "В октябре 2023 года ОДКБ провела учения миротворцев на полигоне под Алматы.";
        string[] lines =
        [
            told,
            "«Нас обманули с учениями. В 2021 году ОДКБ тайно разместила под Алматы базу. Мы требуем ответа», – заявил депутат Иван Оспанов.",
            "«В 2019 году ОДКБ ушла из Алматы навсегда. Она не вернётся», – написал блогер Серик Иванов.",
            "Он подписал указ об отправке миротворцев ОДКБ 5 мая 2024 года в Астане.",
            "Что произошло с базой ОДКБ под Алматы 5 января 2022 года?",
            "Учение продлится на полигоне до 26 ноября 2024 года.",
            "- до 3 декабря 2024 года — разведка и развёртывание пунктов управления ОДКБ под Алматы;",
        ];
        await StoreAsync(house, "tass.ru", "Учения ОДКБ: хроника", string.Join('\n', lines));
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var page = await house.Get<TimelineReader>().ReadAsync("odkb", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 0, 10, Today, Token);
        page.Entries.ShouldHaveSingleItem().Quote.Text.ShouldBe(told);
    }

    [Theory]
    [InlineData("Так, 5 января 2022 года Астана попросила ОДКБ прислать миротворцев под Алматы.")]
    [InlineData("Ещё в 2019 году ОДКБ построила под Алматы полигон для миротворцев.")]
    [InlineData("Однако 19 января 2022 года последние миротворцы ОДКБ покинули Алматы.")]
    public async Task A_word_that_joins_a_sentence_to_another_takes_no_date_from_it(string sentence)
    {
        await using var house = await House.OpenAsync("Sqlite");
        await StoreAsync(house, "tass.ru", "Учения ОДКБ: хроника", "Мы закрыли учения «Айбалта», сказал министр обороны о миротворцах ОДКБ.\n" + sentence);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var page = await house.Get<TimelineReader>().ReadAsync("odkb", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 0, 10, Today, Token);
        page.Entries.ShouldHaveSingleItem().Quote.Text.ShouldBe(sentence);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chronology_says_of_news_that_its_story_is_denied_and_of_the_past_nothing(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string past = "В мае 2002 года участники договора создали НАТО подобную организацию в Кишинёве.";
        const string claim = "20 ноября 2026 года Казахстан подал заявку на вступление в НАТО, пишет газета.";
        await StoreAsync(house, "tass.ru", "Казахстан вступает в НАТО", claim + "\n" + DenialBody + "\n" + past);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var card = new SubscriberCard(1, new ChatAddress(1, 0), Language.Russian, "Asia/Almaty", 480, CorrectionsAtOnce: false, SubscriberStatus.Active, DateTimeOffset.UnixEpoch, []);
        var scene = new ChatScene(card.Address, ChatKind.Private, 1, card, house.Get<PhraseBook>().In(Language.Russian));
        var reply = await house.Get<IEnumerable<IBotCommand>>().OfType<TimelineCommand>().Single().AnswerAsync(new CommandRequest(scene, "timeline", "nato"), Token);
        var text = reply.Messages.ShouldHaveSingleItem().Text.Text;
        text.ShouldContain($"май 2002\n{past}");
        text.ShouldContain($"20 ноября 2026\n⚠️ В сюжете есть опровержение: МИД Казахстана\n{claim}");
        reply.Told.ShouldHaveSingleItem().Id.ShouldBe((await OnlyStoryAsync(house)).Id);

        var years = await house.Get<IEnumerable<IBotCommand>>().OfType<TimelineCommand>().Single().AnswerAsync(new CommandRequest(scene, "timeline", "nato 2002"), Token);
        years.Messages[0].Text.Text.ShouldNotContain("опровержение");
        years.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chronology_denies_nothing_that_an_undated_article_tells_of_the_past()
    {
        await using var house = await House.OpenAsync("Sqlite");
        const string past = "Центр миротворцев Казахстана и НАТО под Алматы работает с 2006 года, сказали в Минобороны.";
        await house.Get<ArticleStore>().StoreAsync(News.Article("Казахстан вступает в НАТО", DenialBody + "\n" + past, url: "https://tass.ru/1", day: null, instant: null), sourceId: null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var entry = (await house.Get<TimelineReader>().ReadAsync("nato", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 0, 10, Today, Token)).Entries.ShouldHaveSingleItem();
        entry.Quote.Text.ShouldBe(past);
        entry.Story.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chronology_asked_for_near_today_opens_where_the_dates_begun_end(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        string[] sentences =
        [
            "14 мая 2002 года участники договора создали ОДКБ, устав её подписан в Кишинёве.",
            "6 января 2022 года миротворцы ОДКБ начали прибывать в аэропорт Алматы.",
            "В октябре 2026 года ОДКБ провела учения миротворцев на полигоне под Алматы.",
            "В 2035 году ОДКБ завершит перевооружение коллективных сил на новую технику.",
            "К 2060 году ОДКБ рассчитывает перевести военные базы на чистую энергию.",
        ];
        await StoreAsync(house, "tass.ru", "ОДКБ: прошлое и будущее", string.Join('\n', sentences));
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var near = await NearAsync(2, Today);
        (near.Offset, near.Total).ShouldBe((2, 5));
        near.Entries.Select(entry => (entry.From.Year, entry.IsAhead)).ShouldBe([(2026, false), (2035, true)]);
        (await NearAsync(3, Today)).Offset.ShouldBe(0);
        (await NearAsync(2, new DateOnly(2001, 1, 1))).Offset.ShouldBe(0, "all is ahead");
        (await NearAsync(2, new DateOnly(2070, 1, 1))).Offset.ShouldBe(4, "nothing is ahead");
        (await house.Get<TimelineReader>().ReadAsync("nato", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), TimelineReader.Near, 2, Today, Token)).Offset.ShouldBe(0);

        Task<TimelinePage> NearAsync(int count, DateOnly today) =>
            house.Get<TimelineReader>().ReadAsync("odkb", Language.Russian, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), TimelineReader.Near, count, today, Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_speaks_to_each_reader_in_the_readers_language_where_it_can(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string russian = "Первые 150 миротворцев ОДКБ вылетели 13 января из Алматы, сообщил генерал Сердюков.";
        const string kazakh = "ҰҚШҰ-ның алғашқы 150 бітімгері 13 қаңтарда Алматыдан ұшты, деп хабарлады генерал Сердюков.";
        await StoreAsync(house, "tass.ru", "Миротворцы ОДКБ начали покидать Казахстан", russian, Language.Russian);
        await StoreAsync(house, "egemen.kz", "ҰҚШҰ бітімгерлері Қазақстаннан шығарыла бастады", kazakh, Language.Kazakh);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var story = await OnlyStoryAsync(house);
        foreach (var (language, title, sentence) in ((Language, string, string)[])[(Language.Russian, "Миротворцы ОДКБ", russian), (Language.Kazakh, "ҰҚШҰ бітімгерлері", kazakh)])
        {
            HeadOf(house, story, language).ShouldStartWith($"1. {title}");
            var text = new StyledTextBuilder();
            StoryText.Quotes(text, story, 1, house.Get<PhraseBook>().In(language), "Asia/Almaty");
            text.Build().Text.ShouldStartWith(sentence);
            var timeline = await house.Get<TimelineReader>().ReadAsync("odkb", language, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 0, 10, Today, Token);
            timeline.Entries.ShouldHaveSingleItem().Quote.Text.ShouldBe(sentence);
        }

        HeadOf(house, story, Language.English).ShouldStartWith($"1. {story.Lead.Title}");
        var english = await house.Get<TimelineReader>().ReadAsync("odkb", Language.English, new DateOnly(1900, 1, 1), new DateOnly(2099, 12, 31), 0, 10, Today, Token);
        english.Entries.ShouldHaveSingleItem("a date that nobody tells in the reader's language is told in another");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_language_that_the_best_sentences_leave_out_has_one_of_its_own(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string kazakh = "ҰҚШҰ-ның алғашқы 150 бітімгері 13 қаңтарда Алматыдан ұшты, деп хабарлады генерал Сердюков.";
        const string title = "Миротворцы ОДКБ начали покидать Казахстан";
        (string Outlet, string Sentence)[] russian =
        [
            ("tengrinews.kz", "Первые 150 миротворцев ОДКБ вылетели 13 января из Алматы, сообщил генерал Сердюков."),
            ("tass.ru", "Погрузка техники миротворцев ОДКБ на борт займёт десять дней, подсчитали в штабе 13 января."),
            ("azattyq.org", "Охраняемые миротворцами объекты в Казахстане передали полиции, и акты об этом подписаны 13 января."),
            ("odkb-csto.org", "Десантники ОДКБ построились на аэродроме Алматы под шестью флагами и выслушали гимны 13 января."),
        ];
        foreach (var (outlet, sentence) in russian)
        {
            await StoreAsync(house, outlet, title, sentence, Language.Russian);
        }

        await StoreAsync(house, "tengrinews.kz/kk", "ҰҚШҰ бітімгерлері Қазақстаннан шығарыла бастады", kazakh, Language.Kazakh);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var quotes = (await OnlyStoryAsync(house)).Quotes;
        quotes.Select(quote => quote.Text).ShouldContain(kazakh, StringComparer.Ordinal);
        quotes.Count(quote => quote.Article.Language == Language.Russian).ShouldBe(StoryRefresher.MaxQuotes);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlets_translations_are_one_voice_and_two_outlets_are_two(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string russian = "Первые 150 миротворцев ОДКБ вылетели 13 января из Алматы, сообщил генерал Сердюков.";
        const string english = "The first 150 CSTO peacekeepers flew from Almaty on 13 January, General Serdyukov said.";
        await StoreAsync(house, "tass.ru", "Миротворцы ОДКБ начали покидать Казахстан", russian, Language.Russian);
        await StoreAsync(house, "tass.ru/en", "CSTO peacekeepers begin to leave Kazakhstan", english, Language.English);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await OnlyStoryAsync(house)).Origins.ShouldBe(1);

        await StoreAsync(house, "astanatimes.com", "CSTO peacekeepers begin leaving Kazakhstan", english.Replace("flew", "departed", StringComparison.Ordinal) + " Loading goes on at the airport all day, and more planes are due tomorrow.", Language.English);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var story = await OnlyStoryAsync(house);
        (story.Articles.Count, story.Origins).ShouldBe((3, 2));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_denies_may_stand_in_the_headline_alone(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string body = "Сообщения о вводе войск НАТО в Казахстан оказались фейком.\nКазахстан и НАТО говорили о миротворцах.";
        await StoreAsync(house, "tass.ru", "Минобороны опровергло ввод войск НАТО в Казахстан", body);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await OnlyStoryAsync(house)).Denials.ShouldHaveSingleItem().Denier.ShouldBe("Минобороны");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_denies_is_told_only_where_the_sentence_says_so(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string body = "Сообщения о вводе войск НАТО в Казахстан оказались фейком.\nРанее МВД провело учения в Астане, а Казахстан и НАТО говорили о миротворцах.";
        await StoreAsync(house, "tass.ru", "Слухи о войсках НАТО в Казахстане", body);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var story = await OnlyStoryAsync(house);
        story.Denials.ShouldHaveSingleItem().Denier.ShouldBeNull();
        HeadOf(house, story, Language.Russian).Split('\n')[0].ShouldBe("⚠️ Есть опровержение");
    }

    [Theory]
    [InlineData("Путин поздравил Токаева с Днём республики", "В Москве подготовили телеграмму. Её передали в Астану. Минобороны опровергло сообщения, что миротворческий центр принадлежит НАТО.", false)]
    [InlineData("Миротворческий центр и НАТО: что известно", "В Москве подготовили телеграмму. Её передали в Астану. Минобороны опровергло сообщения, что миротворческий центр принадлежит НАТО.", true)]
    [InlineData("Что происходит в Алматы", "В сети пишут о войсках альянса. Минобороны опровергло сообщения, что миротворческий центр принадлежит НАТО.", true)]
    [InlineData("Минобороны опровергло слухи", "В Москве подготовили телеграмму.", true)]
    public void A_denial_of_another_matter_is_not_the_storys(string title, string body, bool denied) =>
        (DenialFinder.Find(1, [new Article { Key = "a", Title = title, Body = body, ContentHash = "", Language = Language.Russian }]).Count > 0).ShouldBe(denied);

    [Theory]
    [InlineData("Сообщения о вводе войск НАТО в Казахстан опровергли в Министерстве обороны Казахстана.", "⚠️ Есть опровержение: Министерство обороны Казахстана")]
    [InlineData("По словам Айдара Оспанова, сообщения о вводе войск НАТО в Казахстан не соответствуют действительности.", "⚠️ Есть опровержение")]
    public async Task Who_denies_is_named_in_the_nominative_or_not_at_all(string sentence, string line)
    {
        await using var house = await House.OpenAsync("Sqlite");
        await StoreAsync(house, "tass.ru", "О войсках НАТО в Казахстане", sentence + "\nКазахстан и НАТО говорили о миротворцах.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        HeadOf(house, await OnlyStoryAsync(house), Language.Russian).Split('\n')[0].ShouldBe(line);
    }

    [Theory]
    [InlineData("Комментарий МИД Казахстана", "Сообщаем, что сообщения о вводе войск НАТО в Казахстан не соответствуют действительности.", "⚠️ Есть опровержение: МИД Казахстана")]
    [InlineData("О публикациях", "Сообщаем, что сообщения о вводе войск НАТО в страну не соответствуют действительности.", "⚠️ Есть опровержение: МИД Казахстана")]
    [InlineData("О публикациях", "Сообщаем журналистам и Минобороны, что сообщения о вводе войск НАТО в страну не соответствуют действительности.", "⚠️ Есть опровержение")]
    public async Task Who_denies_in_an_own_release_another_report_says(string title, string sentence, string line)
    {
        await using var house = await House.OpenAsync("Sqlite");
        await StoreAtAsync(house, "https://www.gov.kz/1", title, sentence + "\nИностранных военных на учениях миротворцев нет.", "2026-11-21T10:00:00+05:00");
        await StoreAtAsync(house, "https://tass.ru/1", "МИД опроверг ввод войск НАТО", "МИД Казахстана опроверг сообщения о вводе войск НАТО в страну.\nИностранных военных на учениях миротворцев нет.", "2026-11-21T11:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var ids = await house.Database.ReadAsync((context, token) => context.Stories.Select(story => story.Id).Order().ToListAsync(token), Token);
        if (ids is [var first, var second])
        {
            await house.Get<StoryEditor>().MergeAsync(from: second, into: first, Token);
        }

        HeadOf(house, await OnlyStoryAsync(house), Language.Russian).Split('\n')[0].ShouldBe(line);
    }

    [Theory]
    [InlineData("О границе", "В штабе проверили слухи. «Это не соответствует действительности. Граница открыта», — сказали там.", "«Это не соответствует действительности. Граница открыта», — сказали там.")]
    [InlineData("Слухи о границе опровергли", "В штабе проверили слухи.\n«Слухи не соответствуют действительности.\nГраница открыта», — сказали там.", "Слухи о границе опровергли")]
    [InlineData("О границе", "АСТАНА. КАЗИНФОРМ — Там назвали эти сообщения вымыслом. Минобороны опровергло сообщения о закрытии границы.", "Минобороны опровергло сообщения о закрытии границы.")]
    public void No_denial_is_quoted_by_half(string title, string body, string quotation)
    {
        var denial = DenialFinder.Find(1, [new Article { Key = "a", Title = title, Body = body, ContentHash = "", Language = Language.Russian }]).ShouldHaveSingleItem();
        (denial.InTitle ? title : body).Substring(denial.Start, denial.Length).ShouldBe(quotation);
    }

    [Fact]
    public void A_denial_that_was_stored_with_its_dateline_still_has_its_words()
    {
        var article = new Article { Key = "a", Title = "О границе", Body = "АСТАНА. КАЗИНФОРМ — Минобороны опровергло сообщения о закрытии границы.", ContentHash = "", Language = Language.Russian };
        var stored = new StoryDenial { StoryId = 1, ArticleId = 1, Start = 0, Length = article.Body.Length, Hash = "" };
        DenialFinder.WordsOf(stored, article).ShouldBe("опровергло");
    }

    [Theory]
    [InlineData("Неделя в Астане: съезд, слухи и морозы")]
    [InlineData("Итоги недели: что решили в столице")]
    [InlineData("Главные события: от съезда до морозов")]
    public void A_list_of_news_is_not_denied_with_one_of_them(string title)
    {
        const string body = "Минобороны опровергло слухи о призыве запасников. Съезд выбрал председателя. В столице похолодало.";
        DenialFinder.Find(1, [new Article { Key = "a", Title = title, Body = body, ContentHash = "", Language = Language.Russian }]).ShouldBeEmpty();
        DenialFinder.Find(1, [new Article { Key = "a", Title = "Слухи о призыве ходят неделю", Body = body, ContentHash = "", Language = Language.Russian }]).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Russian", "Аким подвёл итоги года и опроверг слухи о закрытии завода", "Об этом он сказал в среду.")]
    [InlineData("Russian", "Минобороны опровергло слухи о призыве | Новости дня", "Об этом там сказали в среду.")]
    [InlineData("Russian", "Итоги недели: Минобороны опровергло слухи о призыве", "Об этом там сказали в среду.")]
    [InlineData("English", "Ministry denies reports of a round-up of workers", "It said so on Monday.")]
    [InlineData("English", "Army base at the port: Global Digest asks", "The defence ministry denied reports of an army base at the port.")]
    public void A_denial_is_one_whatever_the_headline_is_called(string language, string title, string body) =>
        DenialFinder.Find(1, [new Article { Key = "a", Title = title, Body = body, ContentHash = "", Language = Enum.Parse<Language>(language) }]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("2006-01-31", "2006-01-31", "2006-01-31")]
    [InlineData("2004-02", "2004-02-01", "2004-02-29")]
    [InlineData("2002", "2002-01-01", "2002-12-31")]
    [InlineData("2003/2008", "2003-01-01", "2008-12-31")]
    [InlineData("2022-05-12/2022-06-03", "2022-05-12", "2022-06-03")]
    [InlineData("2025-spring", "2025-03-01", "2025-05-31")]
    [InlineData("2024-winter", "2023-12-01", "2024-02-29")]
    [InlineData("199x", "1990-01-01", "1999-12-31")]
    [InlineData("2008/2003", null, null)]
    [InlineData("2025-monsoon", null, null)]
    [InlineData("", null, null)]
    public void A_value_spans_days(string value, string? from, string? to) =>
        FactFinder.Span(value).ShouldBe(from is null || to is null
            ? null
            : (DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)));

    private static async Task<string> WhyAsync(House house, StoryCard story)
    {
        var card = new SubscriberCard(1, new ChatAddress(1, 0), Language.Russian, "Asia/Almaty", 480, CorrectionsAtOnce: false, SubscriberStatus.Active, DateTimeOffset.UnixEpoch, []);
        var scene = new ChatScene(card.Address, ChatKind.Private, 1, card, house.Get<PhraseBook>().In(Language.Russian));
        var reply = await house.Get<IEnumerable<IBotCommand>>().OfType<WhyCommand>().Single().AnswerAsync(new CommandRequest(scene, WhyCommand.Name, $"#{story.Id}"), Token);
        return reply.Messages.ShouldHaveSingleItem().Text.Text;
    }

    private static string HeadOf(House house, StoryCard story, Language language)
    {
        var text = new StyledTextBuilder();
        StoryText.Head(text, story, number: 1, house.Get<PhraseBook>().In(language), "Asia/Almaty");
        return text.Build().Text;
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_was_first_and_which_sides_are_silent_is_said_only_where_we_know_it(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAtAsync(house, "https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, "2026-11-21T10:00:00+05:00");
        await StoreAtAsync(house, "https://tass.ru/1", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody, "2026-11-21T09:00:00+05:00");
        await StoreAtAsync(house, "https://news.un.org/1", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody, "2026-11-21T20:00:00+05:00");
        await StoreAtAsync(house, "https://odkb-csto.org/1", "Секретариат провёл семинар", "Семинар о поставках продовольствия прошёл в штаб-квартире. Участники обменялись мнениями.", "2026-11-21T03:00:00+05:00");
        await StoreAtAsync(house, "https://www.gov.kz/1", "Погода на неделю", "В столице ожидается снег, сообщила служба погоды. Ветер усилится к вечеру.", "2026-10-01T20:00:00+05:00");
        await StoreAtAsync(house, "https://www.bbc.com/news/1", "Parliament votes on a railway", "The vote on the new railway took place in the morning. Members of both parties spoke for two hours.", "2026-11-21T11:00:00+05:00");
        foreach (var day in new[] { "2026-11-21", "2026-11-22" })
        {
            await StoreAtAsync(house, $"https://www.aa.com.tr/{day}", "Ferry line opens in the strait", "The new ferry line carries passengers between two quarters of the city. Tickets are sold on board.", day);
        }

        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var reader = house.Get<StoryReader>();
        var story = (await reader.ReadTopicAsync("nato", Language.Russian, 0, 1, Token)).Stories.ShouldHaveSingleItem();
        story.First().ShouldNotBeNull().Source.ShouldNotBeNull().Id.ShouldBe("tass");
        (await reader.ReadSilentAsync(story, Token)).ShouldBe(["un"], "the government spoke weeks before, of the CSTO nothing was read since the first report, of the West only two hours after it, and of Turkey at no hour");
        var words = house.Get<PhraseBook>().In(Language.Russian);
        var address = new ChatAddress(1, 0);
        var card = new SubscriberCard(1, address, Language.Russian, "Asia/Almaty", 480, CorrectionsAtOnce: false, SubscriberStatus.Active, DateTimeOffset.UnixEpoch, []);
        var scene = new ChatScene(address, ChatKind.Private, 1, card, words);
        var text = new StoryView(house.Get<TopicCatalogue>()).Render(story, ["un"], scene, "nato", 0).Text.Text;
        text.ShouldContain("09:00 — первым");
        text.ShouldContain("Молчат, хотя другие их новости за эти дни у нас есть: ООН");

        // Another report of that day, without an hour, may have been earlier.
        await house.Get<ArticleStore>().StoreAsync(
            News.Article("Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody + " Командиры довольны.", url: "https://vlast.kz/1", day: "2026-11-21"), sourceId: null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var more = (await reader.ReadTopicAsync("nato", Language.Russian, 0, 1, Token)).Stories.ShouldHaveSingleItem();
        more.Articles.Count.ShouldBe(3);
        more.First().ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_one_report_of_many_adds_gives_the_story_a_topic_and_not_its_name(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string title = "Казахстан и НАТО провели учения миротворцев «Степной ветер»";
        string[] outlets = ["tengrinews.kz", "vlast.kz", "www.zakon.kz", "www.inform.kz"];
        foreach (var (outlet, i) in outlets.Select((outlet, i) => (outlet, i)))
        {
            await StoreAtAsync(house, $"https://{outlet}/1", title, News.RussianBody, $"2026-11-21T1{i}:00:00+05:00");
        }

        await StoreAtAsync(house, "https://tass.ru/1", $"Китай и ОДКБ о маневрах: {title}", News.RussianBody + " Китай и ОДКБ следили за ними. МИД Китая и секретариат ОДКБ выступили с заявлениями.", "2026-11-21T15:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var story = await OnlyStoryAsync(house);
        story.Articles.Count.ShouldBe(5);
        story.Topics.ShouldContain(topic => topic == "nato");
        story.Topics.ShouldContain(topic => topic == "odkb", "whoever follows it is owed the story");
        story.Lead.Title.ShouldBe(title);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_side_whose_report_waits_to_be_read_is_not_called_silent(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAtAsync(house, "https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, "2026-11-21T10:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await StoreAtAsync(house, "https://tass.ru/1", "Погода на неделю", "В столице ожидается снег, сообщила служба погоды. Ветер усилится к вечеру.", "2026-11-21T18:00:00+05:00");
        var reader = house.Get<StoryReader>();
        (await reader.ReadSilentAsync(await OnlyStoryAsync(house), Token)).ShouldBeEmpty();
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await reader.ReadSilentAsync((await reader.ReadTopicAsync("nato", Language.Russian, 0, 1, Token)).Stories[0], Token)).ShouldBe(["russia"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_side_is_not_called_silent_by_news_from_before_the_report_of_a_day(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await house.Get<ArticleStore>().StoreAsync(News.Article("Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, url: "https://news.un.org/1", day: "2026-11-21"), sourceId: null, Token);
        await StoreAtAsync(house, "https://tass.ru/1", "Погода на неделю", "В столице ожидается снег, сообщила служба погоды. Ветер усилится к вечеру.", "2026-11-21T18:30:00Z");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Get<StoryReader>().ReadSilentAsync((await house.Get<StoryReader>().ReadTopicAsync("nato", Language.Russian, 0, 1, Token)).Stories[0], Token)).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_side_that_may_tell_of_it_in_another_story_is_not_called_silent(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAtAsync(house, "https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, "2026-11-21T10:00:00+05:00");
        await StoreAtAsync(house, "https://tass.ru/1", "НАТО и Казахстан подвели итоги манёвров", "Двести военных показали хорошую выучку, заявил в Брюсселе генеральный секретарь НАТО. Он принял послов стран блока и назвал партнёрство с Астаной полезным для миротворцев.", "2026-11-21T18:00:00+05:00");
        await StoreAtAsync(house, "https://news.un.org/1", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody, "2026-11-21T20:00:00+05:00");

        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var reader = house.Get<StoryReader>();
        var stories = (await reader.ReadTopicAsync("nato", Language.Russian, 0, 3, Token)).Stories;
        stories.Count.ShouldBe(2, "they are told in other words");
        var told = stories.Single(story => story.Lead.Source?.Id != "tass");
        (await reader.ReadSilentAsync(told, Token)).ShouldBe(["un"], "Russia may tell of it in the other story");

        // Without that doubt.
        await house.Database.WriteAsync(WritePriority.Background, (context, token) => context.AkinArticles.ExecuteDeleteAsync(token), Token);
        (await reader.ReadSilentAsync(told, Token)).ShouldBe(["russia", "un"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_is_akin_is_asked_anew_of_a_changed_text(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAtAsync(house, "https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, "2026-11-21T10:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await StoreAtAsync(house, "https://tass.ru/1", "НАТО и Казахстан подвели итоги манёвров", "Двести военных показали хорошую выучку, заявил в Брюсселе генеральный секретарь НАТО. Он принял послов стран блока и назвал партнёрство с Астаной полезным для миротворцев.", "2026-11-21T18:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await CountAsync()).ShouldBe(1);

        await StoreAtAsync(house, "https://tass.ru/1", "НАТО и ЕС подписали договор о кибербезопасности", "Договор подписали в Брюсселе секретарь блока и глава комиссии, сообщил представитель. Он вступит в силу весной.", "2026-11-21T18:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await CountAsync()).ShouldBe(0);

        Task<int> CountAsync() => house.Database.ReadAsync((context, token) => context.AkinArticles.CountAsync(token), Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_reports_names_the_reprint_and_the_reworded_text(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string title = "Учения миротворцев «Степной ветер» прошли в Алматы";
        await StoreAtAsync(house, "https://tengrinews.kz/1", title, News.RussianBody, "2026-11-21T10:00:00+05:00");
        await StoreAtAsync(house, "https://tass.ru/1", title, News.RussianBody + " Об этом сообщили в пресс-службе.", "2026-11-21T11:00:00+05:00");
        await StoreAtAsync(house, "https://azattyq.org/1", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody, "2026-11-21T12:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var before = await ReportsAsync();
        before.Single(line => line.EndsWith(" — перепечатка", StringComparison.Ordinal)).ShouldContain("ТАСС, 21 ноября 2026, 11:00");
        before.ShouldAllBe(line => !line.Contains("правка", StringComparison.Ordinal));

        // Half of the text grows into the whole: no change of the editor's.
        await StoreAtAsync(house, "https://azattyq.org/1", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody + string.Concat(Enumerable.Range(1, 20).Select(number => $"\nУчастник {number} рассказал журналистам в Алматы о службе.")), "2026-11-21T12:00:00+05:00");
        var reworded = News.RussianBody.Replace("двести", "триста", StringComparison.Ordinal);
        await StoreAtAsync(house, "https://tengrinews.kz/1", title, reworded, "2026-11-21T10:00:00+05:00");
        var noticed = house.Clock.GetUtcNow();

        // Marks alone are no words.
        house.Clock.Advance(TimeSpan.FromHours(2));
        await StoreAtAsync(house, "https://tengrinews.kz/1", title, reworded.Replace(". ", " . ", StringComparison.Ordinal), "2026-11-21T10:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var words = house.Get<PhraseBook>().In(Language.Russian);
        var when = $"{words.Long(WallClock.DayIn("Asia/Almaty", noticed))}, {DateWords.Clock(WallClock.TimeIn("Asia/Almaty", noticed))}";
        (await ReportsAsync()).Single(line => line.Contains("правка", StringComparison.Ordinal)).ShouldEndWith($"10:00 — первым; замечена правка текста: {when}");
        HeadOf(house, await OnlyStoryAsync(house), Language.Russian).ShouldContain($"10:00; замечена правка текста: {when} · 3 публикации", customMessage: "a digest shows the new words under the old hour");

        async Task<string[]> ReportsAsync()
        {
            var card = new SubscriberCard(1, new ChatAddress(1, 0), Language.Russian, "Asia/Almaty", 480, CorrectionsAtOnce: false, SubscriberStatus.Active, DateTimeOffset.UnixEpoch, []);
            var scene = new ChatScene(card.Address, ChatKind.Private, 1, card, house.Get<PhraseBook>().In(Language.Russian));
            var story = (await house.Get<StoryReader>().ReadAsync((await OnlyStoryAsync(house)).Id, Token)).ShouldNotBeNull();
            return new StoryView(house.Get<TopicCatalogue>()).Render(story, [], scene, "nato", 0).Text.Text.Split("Кто сообщает")[1].Split('\n');
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_report_that_is_dated_ahead_makes_no_later_one_the_first(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAtAsync(house, "https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, "2026-12-05T10:00:00+05:00");
        house.Clock.Advance(TimeSpan.FromHours(2));
        await StoreAtAsync(house, "https://tass.ru/1", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody, "2026-11-22T11:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var story = (await house.Get<StoryReader>().ReadTopicAsync("nato", Language.Russian, 0, 1, Token)).Stories.ShouldHaveSingleItem();
        (story.Articles.Count, story.First()).ShouldBe((2, null));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_report_that_holds_a_flash_and_goes_on_is_one_of_its_own(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var flash = News.RussianBody.Split('.')[0] + ".";
        await StoreAtAsync(house, "https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", flash, "2026-11-21T10:00:00+05:00");
        await StoreAtAsync(house, "https://vlast.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", $"{flash} {News.OtherRussianBody}", "2026-11-21T11:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await OnlyStoryAsync(house)).Origins.ShouldBe(2);
    }

    [Theory]
    [InlineData("Sqlite", true)]
    [InlineData("Sqlite", false)]
    [InlineData("Postgres", true)]
    [InlineData("Postgres", false)]
    public async Task What_an_outlet_told_by_a_standby_and_by_its_better_road_is_one_voice_and_told_once(string provider, bool postFirst)
    {
        await using var house = await House.OpenAsync(provider);
        const string Title = "НАТО и Казахстан: учения миротворцев «Степной ветер» прошли в Алматы";
        var lead = News.RussianBody.Split('.')[0] + ".";
        var page = lead + "\nГостей встречали хлебом и солью. Погода выдалась ясной, к вечеру стих ветер, и зрители разошлись довольными. "
            + "Дорогу вдоль водохранилища закрывали на двадцать минут, жители соседних сёл смотрели на гостей с обочины и махали им руками.";
        foreach (var isPost in new[] { postFirst, !postFirst })
        {
            await (isPost
                ? StoreAtAsync(house, "https://t.me/tengrinews/1", Title, $"{Title}\n{lead}", "2026-11-21T10:05:00+05:00", "tengrinews")
                : StoreAtAsync(house, "https://tengrinews.kz/1", Title, page, "2026-11-21T10:00:00+05:00", "tengrinews"));
            await house.Get<NewsFlow>().RunToEndAsync(Token);
        }

        var told = await SequencesAsync(house);
        var story = await OnlyStoryAsync(house);
        (story.Articles.Count, story.Origins).ShouldBe((2, 1));
        told.Story.ShouldBe(1, "the second is no news");

        // What it goes on to say hours later is.
        await StoreAtAsync(house, "https://tengrinews.kz/2", Title, $"{page} {News.OtherRussianBody} {News.UnrelatedRussianBody}", "2026-11-21T15:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await SequencesAsync(house)).Story.ShouldBeGreaterThan(told.Story);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_undated_report_does_not_make_its_story_the_newest(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAtAsync(house, "https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, "2026-11-19T10:00:00+05:00");
        await house.Get<ArticleStore>().StoreAsync(News.Article("Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody, url: "https://tass.ru/undated"), null, Token);
        await StoreAtAsync(house, "https://vlast.kz/2", "Казахстан и НАТО обсудили подготовку сапёров", "Казахстан и НАТО обсудили в Брюсселе подготовку сапёров. Встречу провели послы стран альянса.", "2026-11-20T10:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var page = await house.Get<StoryReader>().ReadTopicAsync("nato", Language.Russian, 0, 10, Token);
        page.Stories.Select(story => story.Articles.Count).ShouldBe([1, 2]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chronology_tells_one_thing_once_for_a_date(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string first = "С 1 января 2024 года в ОДКБ председательствует Казахстан, сообщила газета «Маяк».";
        const string again = "Казахстан председательствует в ОДКБ с 1 января 2024 года, написал «Вестник».";
        const string other = "Генеральный секретарь ОДКБ Тасмагамбетов 1 января 2024 года поздравил миротворцев с праздником.";
        await StoreAsync(house, "tass.ru", "ОДКБ: председательство Казахстана", first);
        await StoreAsync(house, "vlast.kz", "ОДКБ и Казахстан", again);
        (await DatesAsync()).ShouldBe([first]);

        await house.Database.WriteAsync(
            WritePriority.Background, (context, token) => context.ArticleFacts.Where(fact => context.Articles.Any(article => article.Id == fact.ArticleId && article.Body == again)).ExecuteDeleteAsync(token), Token);
        await StoreAsync(house, "odkb-csto.org", "ОДКБ: поздравление генерального секретаря", other);
        (await DatesAsync()).ShouldBe([first, other], ignoreOrder: true);

        async Task<List<string>> DatesAsync()
        {
            await house.Get<NewsFlow>().RunToEndAsync(Token);
            var page = await house.Get<TimelineReader>().ReadAsync("odkb", Language.Russian, new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 1), 0, 10, Today, Token);
            return [.. page.Entries.Select(entry => entry.Quote.Text)];
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_equal_sentences_the_earliest_report_speaks(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string sentence = "С 1 января 2024 года в ОДКБ председательствует Казахстан.";
        await StoreAtAsync(house, "https://azattyq.org/1", "ОДКБ и Казахстан", sentence, "2026-11-21T10:40:00+05:00");
        await StoreAtAsync(house, "https://tass.ru/1", "ОДКБ и Казахстан", sentence, "2026-11-21T10:05:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var page = await house.Get<TimelineReader>().ReadAsync("odkb", Language.Russian, new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 1), 0, 10, Today, Token);
        page.Entries.ShouldHaveSingleItem().Quote.Article.Url.ShouldBe("https://tass.ru/1");
    }

    private static Task StoreAtAsync(House house, string url, string title, string body, string instant, string? sourceId = null) =>
        house.Get<ArticleStore>().StoreAsync(News.Article(title, body, url: url, day: instant[..10], instant: instant), sourceId, Token);

    private static async Task<StoryCard> OnlyStoryAsync(House house)
    {
        var ids = await house.Database.ReadAsync((context, token) => context.Stories.Select(story => story.Id).ToListAsync(token), Token);
        return (await house.Get<StoryReader>().ReadAsync(ids, Token)).ShouldHaveSingleItem();
    }

    private static Task<(long Story, long Topic)> SequencesAsync(House house) => house.Database.ReadAsync(
        async (context, token) => (await context.Stories.Select(story => story.Sequence).SingleAsync(token), await context.StoryTopics.Where(topic => topic.TopicId == "nato").Select(topic => topic.Sequence).SingleAsync(token)),
        Token);

    private static Task StoreAsync(House house, string address, string title, string body, Language language = Language.Russian) =>
        house.Get<ArticleStore>().StoreAsync(
            News.Article(title, body, language, url: $"https://{address}/1", day: "2026-11-21", instant: "2026-11-21T10:00:00+05:00"), sourceId: null, Token);
}
