using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Feeds;
using KzNewsBot.Playground;
using KzNewsBot.Playground.ChatPage;
using KzNewsBot.Playground.Newsroom;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text.Classification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Week;

/// <summary>
/// A week with the sample newsroom, all over HTTP: outlets publish, correct, deny and delete, three readers get their
/// digests and ask for everything the bot shows. Then every message is walked back to the stored articles.
/// </summary>
public class VerbatimWeekTests
{
    private static readonly (long Id, string Language)[] Readers = [(5001, "ru"), (5002, "kk"), (5003, "en")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Every_sentence_of_a_week_stands_in_a_stored_article(string provider)
    {
        var clock = VirtualClock.RunningFrom(Conversation.Beginning);
        await using var newsroom = await SampleNewsroom.StartAsync(new NewsroomOptions { Clock = clock }, Token);
        await using var conversation = await OpenAsync(provider, clock, newsroom);
        var seen = new List<FormattedText>();
        foreach (var (reader, language) in Readers)
        {
            conversation.Telegram.CreateChat(ChatKind.Private, "Reader", reader, language);
            seen.Add((await conversation.AskAsync("/subscribe nato odkb un sco cica turkic exercises peacekeeping cyber border 08:00", reader)).Content);
            seen.Add((await conversation.AskAsync("/settings corrections now", reader)).Content);
        }

        for (var day = 0; day < 7; day++)
        {
            for (var quarter = 0; quarter < 4; quarter++)
            {
                await QuietAsync(conversation);
                clock.Advance(TimeSpan.FromHours(6));
                await ReadAllAsync(conversation, clock);
            }

            foreach (var (reader, _) in Readers)
            {
                seen.AddRange(await AskAroundAsync(conversation, reader, day));
            }
        }

        seen.AddRange(Readers.SelectMany(reader => conversation.Telegram.Messages(reader.Id)).Where(message => message.IsFromBot).Select(message => message.Content));
        var walk = await VerbatimWalk.ReadAsync(Get<NewsDatabase>(conversation), Get<SourceRegistry>(conversation), Get<TopicCatalogue>(conversation), Token);
        seen.SelectMany(walk.Faults).ShouldBeEmpty();
        walk.Quotations.ShouldBeGreaterThan(500);
        walk.Headlines.ShouldBeGreaterThan(200);
        seen.Count(message => message.Text.Contains("опровержение", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
        foreach (var (reader, _) in Readers)
        {
            DigestsOf(conversation, reader).ShouldBeInRange(6, 8);
        }

        conversation.Telegram.Findings().ShouldBeEmpty();
        TheWalkSeesWhatIsWrong(walk, seen);
    }

    private static void TheWalkSeesWhatIsWrong(VerbatimWalk walk, List<FormattedText> seen)
    {
        var message = seen.First(candidate => candidate.Entities.Any(entity => entity.IsQuote));
        var quote = message.Entities.First(entity => entity.IsQuote);
        walk.Faults(message with { Text = Changed(message.Text, quote.Offset + (quote.Length / 2)) }).ShouldNotBeEmpty();
        walk.Faults(message with { Text = message.Text + "\nКазахстан сегодня вышел из альянса" }).ShouldNotBeEmpty();
    }

    private static string Changed(string text, int at) => string.Concat(text.AsSpan(0, at), "№", text.AsSpan(at + 1));

    private static async Task<Conversation> OpenAsync(string provider, VirtualClock clock, SampleNewsroom newsroom)
    {
        var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions { Clock = clock, CallbackPatience = Conversation.CallbackPatience, ExtraEndpoints = routes => routes.MapChatPage() }, Token);
        var conversation = Conversation.Around(telegram, await StockedDatabase.CopyAsync(provider));
        await conversation.StartBotAsync(new Dictionary<string, string?>(PlaygroundNewsroom.SettingsFor(newsroom, conversation.Database.Folder), StringComparer.Ordinal)
        {
            ["Fetching:SpacingMilliseconds"] = "0",
            ["Fetching:TotalSeconds"] = "300",
            ["Fetching:HeaderSeconds"] = "60",
            ["Fetching:ConnectSeconds"] = "60",
        });
        return conversation;
    }

    /// <summary>Until nothing is under way: a jump of the clock would be a time-out to it.</summary>
    private static Task QuietAsync(Conversation conversation) => conversation.WaitUntilAsync(
        () => Get<NewsDatabase>(conversation).ReadAsync(
            async (context, token) => !await context.Deliveries.AnyAsync(row => row.State < DeliveryState.Sent, token)
                && !await context.Inbox.AnyAsync(update => update.State < InboxState.Done, token),
            Token),
        "every message had left");

    /// <summary>Until what the outlets have out by now is read and grouped.</summary>
    private static Task ReadAllAsync(Conversation conversation, VirtualClock clock)
    {
        var since = clock.GetUtcNow() - TimeSpan.FromSeconds(1);
        return conversation.WaitUntilAsync(
            () => Get<NewsDatabase>(conversation).ReadAsync(
                async (context, token) => await context.RoadStates.AnyAsync(road => road.PolledAt >= since, token)
                    && !await context.RoadStates.AnyAsync(road => road.RetiredAt == null && road.NextDueAt != null && road.PolledAt < since, token)
                    && !await context.Entries.AnyAsync(entry => entry.Stage == EntryStage.Waiting && entry.NextTryAt <= since, token)
                    && !await context.Articles.AnyAsync(article => article.Stage == ArticleStage.Stored || article.Stage == ArticleStage.Tagged, token),
                Token),
            $"all was read at {clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Everything the bot shows of news, on another topic each day.</summary>
    private static async Task<List<FormattedText>> AskAroundAsync(Conversation conversation, long reader, int day)
    {
        var topic = new[] { "nato", "odkb", "un", "exercises", "cyber", "border", "turkic" }[day];
        var seen = new List<FormattedText>();

        // The day's digest may come before the answer.
        var page = Seen(await conversation.AskAsync($"/{topic}", message => Conversation.Buttons(message).Any(data => data.Contains($"sub:{topic}:", StringComparison.Ordinal)), reader));
        foreach (var data in Conversation.Buttons(page).Where(data => data.StartsWith("1:story:", StringComparison.Ordinal)).Take(2))
        {
            var story = await PressAsync(data, message => message.Content.Text.Contains("/why_", StringComparison.Ordinal));
            await AskAsync(story.Content.Text[story.Content.Text.IndexOf("/why_", StringComparison.Ordinal)..].Split('\n', ' ')[0]);
            await PressAsync($"1:topic:{topic}:0", message => Conversation.HasButton(message, data));
        }

        foreach (var question in new[] { "/digest", $"/timeline {topic} 1990..2030", "/search Казахстан", "/search NATO", "/sources" })
        {
            await AskAsync(question);
        }

        return seen;

        async Task<SimulatedMessage> AskAsync(string question) => Seen(await conversation.AskAsync(question, reader));

        async Task<SimulatedMessage> PressAsync(string data, Func<SimulatedMessage, bool> fits) => Seen(await conversation.PressAsync(page, data, fits, reader));

        // A chat is answered once in a second: the clock moves on, so that nobody waits for it.
        SimulatedMessage Seen(SimulatedMessage message)
        {
            seen.Add(message.Content);
            conversation.Telegram.Clock.Advance(TimeSpan.FromSeconds(1));
            return message;
        }
    }

    private static int DigestsOf(Conversation conversation, long reader) =>
        conversation.Telegram.Messages(reader).Where(message => message.IsFromBot && message.Content.Text.Split('\n')[0] is var first
            && (first.StartsWith("Сводка · ", StringComparison.Ordinal) || first.StartsWith("Шолу · ", StringComparison.Ordinal) || first.StartsWith("Digest · ", StringComparison.Ordinal)))
            .DistinctBy(message => message.Content.Text.Split('\n')[0], StringComparer.Ordinal).Count();

    private static T Get<T>(Conversation conversation)
        where T : notnull => conversation.Services.GetRequiredService<T>();
}
