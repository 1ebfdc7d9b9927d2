using System.Text;
using KzNewsBot.Articles;
using KzNewsBot.Bot;
using KzNewsBot.Digests;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Stories;

/// <summary>Whatever outlets write goes the whole way to the reader, or is refused at the door: it stops nothing on the way.</summary>
public class HostileNewsTests
{
    private const int Pages = 60;

    private static readonly string[] Pieces =
    [
        "НАТО", "ОДКБ", "Казахстан", "БҰҰ-ның", "учения", "миротворцы", "опровергло", "Минобороны", "denied", "14 мая 2002 года", "in May 2024", "31.02.2024", "в 1990-х",
        "«", "»", "\"", "“", "—", "...", "!?", ". ", ". Он", "№ 5", "1 000 000", "a\u0301\u0301\u0301", "\uD83D\uDE00", "👨‍👩‍👧", "\u202Eabc", "\u200B", "\u00AD", "ﬁ", "中文", "العربية", "ǅ",
        "&amp;", "&lt;b&gt;", "&#x0;", "&#55357;", "https://a.example/?q=%D0", "@name", "#тег", "/why_1", "*жирно*", "_курсив_", "`код`", "[a](b)", "%s", "{0}", "\\", "'; DROP TABLE", "жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_an_outlet_writes_stops_nothing_on_its_way(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var random = new Random(1414);
        var stored = 0;
        for (var page = 0; page < Pages; page++)
        {
            if (HtmlExtractor.Extract(PageOf(random), new Uri($"https://tass.ru/{page}"), OutletNames.Empty) is ExtractionResult.Store found)
            {
                await house.Get<ArticleStore>().StoreAsync(found.Article, "tass", Token);
                stored++;
            }
        }

        stored.ShouldBeGreaterThan(Pages / 2);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Database.ReadAsync((context, token) => context.Articles.CountAsync(article => article.Stage != ArticleStage.Grouped, token), Token)).ShouldBe(0);

        var told = 0;
        foreach (var language in PhraseBook.Languages)
        {
            foreach (var message in await EveryAnswerAsync(house, language))
            {
                message.Length.ShouldBeInRange(1, 4096);
                message.ShouldBe(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message)), "no half of a character");
                message.ShouldNotContain('\0');
                told += message.Contains("НАТО", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        told.ShouldBeGreaterThan(10);
    }

    private static async Task<List<string>> EveryAnswerAsync(House house, Language language)
    {
        var router = house.Get<UpdateRouter>();
        var address = new ChatAddress(500 + (int)language, 0);
        var card = await house.Get<SubscriberBook>().SubscribeAsync(address, ["nato", "odkb", "un"], language, Token);
        var scene = new ChatScene(address, ChatKind.Private, 1, card, house.Get<PhraseBook>().In(language));
        var replies = new List<BotReply>();
        foreach (var (name, arguments) in new[] { ("nato", ""), ("odkb", ""), ("un", ""), ("digest", ""), ("timeline", "nato"), ("search", "учения"), ("search", "\"*('%") })
        {
            replies.Add(await router.CommandAsync(new CommandRequest(scene, name, arguments), Token));
        }

        foreach (var button in replies.SelectMany(reply => reply.Messages).SelectMany(message => message.Keyboard.SelectMany(row => row)).Where(button => button.CallbackData!.StartsWith("1:story:", StringComparison.Ordinal)).ToList())
        {
            replies.Add(await router.PressAsync(scene, button.CallbackData!, Token));
            replies.Add(await router.CommandAsync(new CommandRequest(scene, "why", $"#{button.CallbackData!.Split(':')[2]}"), Token));
        }

        return [.. replies.SelectMany(reply => reply.Messages).Select(message => message.Text.Text)];
    }

    private static string PageOf(Random random)
    {
        var page = new StringBuilder("<html><head><title>").Append(Words(random, 8)).Append("</title></head><body><article><h1>").Append(Words(random, 10)).Append("</h1>");
        for (var paragraph = random.Next(1, 8); paragraph > 0; paragraph--)
        {
            page.Append("<p>Миротворцы Казахстана и НАТО ").Append(Words(random, 40)).Append(" сообщили в ведомстве.</p>");
        }

        return page.Append("</article></body></html>").ToString();
    }

    private static string Words(Random random, int most) =>
        string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, most)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
