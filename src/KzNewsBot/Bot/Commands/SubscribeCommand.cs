using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/subscribe" shows the choice; "/subscribe nato odkb 08:30" subscribes at once.</summary>
internal sealed class SubscribeCommand(SubscriberBook subscribers, TopicCatalogue catalogue, SettingsView view) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["subscribe"];

    public bool ChangesSettings(CommandRequest request) => request.Arguments.Length > 0;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        if (request.Arguments.Length == 0)
        {
            return BotReply.Say(view.Topics(scene.Card, scene.Words));
        }

        var order = SubscriptionOrder.Parse(request.Arguments, catalogue);
        if (order.Unknown is { } unknown)
        {
            return Say(scene.Words.Say(Phrase.SubscribeUnknown, ("word", Shortened(unknown)), ("topics", Topics(catalogue))));
        }

        var card = scene.Card;
        if (order.Minute is { } minute)
        {
            card = await subscribers.SetMinuteAsync(scene.Address, minute, cancellationToken);
        }

        if (order.Topics.Count > 0)
        {
            card = await subscribers.SubscribeAsync(scene.Address, order.Topics, scene.Words.Language, cancellationToken);
        }

        return BotReply.Say(view.Topics(card, scene.Words));
    }

    /// <summary>The answer of a command that takes topics alone.</summary>
    /// <param name="example">How that command is written.</param>
    internal static BotReply TopicUnknown(string word, string example, TopicCatalogue catalogue, ChatScene scene) => Say(
        TimeText.Parse(word) is null
            ? scene.Words.Say(Phrase.TopicUnknown, ("word", Shortened(word)), ("topics", Topics(catalogue)), ("example", example))
            : scene.Words.Say(Phrase.TopicWanted, ("topics", Topics(catalogue))));

    private static string Topics(TopicCatalogue catalogue) => string.Join(", ", catalogue.Topics.Select(topic => topic.Command));

    private static string Shortened(string word) => DisplayText.Truncate(word, 40);

    private static BotReply Say(string answer) => BotReply.Say(RenderedMessage.Of(new StyledTextBuilder().Text(answer).Build()));
}

/// <summary>What somebody wrote behind /subscribe or /unsubscribe.</summary>
/// <param name="Minute">Minute of the day, if a time was named.</param>
/// <param name="Unknown">The first word that is neither topic nor time.</param>
internal sealed record SubscriptionOrder(IReadOnlyList<string> Topics, int? Minute, string? Unknown)
{
    /// <summary>Words in the longest name of a topic that anybody types.</summary>
    private const int LongestName = 6;

    private const int LongestTime = 5;

    public static SubscriptionOrder Parse(string arguments, TopicCatalogue catalogue)
    {
        var topics = new List<string>();
        int? minute = null;
        var words = arguments.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (TopicAt(words, i, catalogue) is var (topic, length))
            {
                topics.Add(topic);
                i += length - 1;
            }
            else if (TimeAt(words, i) is var (time, span))
            {
                minute = time;
                i += span - 1;
            }
            else
            {
                return new SubscriptionOrder(topics, minute, words[i]);
            }
        }

        return new SubscriptionOrder([.. topics.Distinct(StringComparer.Ordinal)], minute, null);
    }

    /// <summary>The longest run of words that is a time: "8 o'clock in the evening".</summary>
    private static (int Minute, int Length)? TimeAt(string[] words, int start)
    {
        for (var length = Math.Min(LongestTime, words.Length - start); length > 0; length--)
        {
            if (TimeText.Parse(string.Join(' ', words.Skip(start).Take(length))) is { } minute)
            {
                return (minute, length);
            }
        }

        return null;
    }

    /// <summary>The longest run of words that names a topic: «Ядерная тема» as it stands on the button.</summary>
    private static (string Topic, int Length)? TopicAt(string[] words, int start, TopicCatalogue catalogue)
    {
        for (var length = Math.Min(LongestName, words.Length - start); length > 0; length--)
        {
            if (catalogue.Find(string.Join(' ', words.Skip(start).Take(length))) is { } topic)
            {
                return (topic.Id, length);
            }
        }

        return null;
    }
}
