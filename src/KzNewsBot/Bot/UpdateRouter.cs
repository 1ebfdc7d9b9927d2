using KzNewsBot.Bot.Commands;
using KzNewsBot.Bot.Views;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Bot;

/// <summary>From what somebody wrote or pressed to the one file that answers it.</summary>
internal sealed class UpdateRouter(
    IEnumerable<IBotCommand> commands,
    IEnumerable<IBotPress> presses,
    TopicCatalogue catalogue,
    TopicCommand topics,
    SearchCommand search,
    StoryReader stories,
    ShownStories shown,
    HelpView help)
{
    private readonly Dictionary<string, IBotCommand> _commands = ByName(commands, catalogue);

    private readonly Dictionary<string, IBotPress> _presses = presses.ToDictionary(press => press.Verb, StringComparer.Ordinal);

    public bool Knows(CommandRequest request) => Find(request) is not null || topics.Find(request.Name) is not null;

    public bool ChangesSettings(CommandRequest request) => Find(request) is { } found && found.Command.ChangesSettings(found.Request);

    public bool ChangesSettings(ChatScene scene, string callbackData) => Find(scene, callbackData) is { } found && found.Press.ChangesSettings(found.Request);

    public async Task<BotReply> CommandAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (Find(request) is { } found)
        {
            return await found.Command.AnswerAsync(found.Request, cancellationToken);
        }

        return topics.Find(request.Name) is { } topic
            ? await topics.ShowAsync(topic, 0, request.Scene, cancellationToken)
            : BotReply.Say(help.UnknownCommand(request.Scene.Words));
    }

    /// <summary>
    /// Words without a slash: a topic's name opens it, a number opens that story of the list the chat looks at, an address the
    /// story of the article there; others are looked for in the archive.
    /// </summary>
    /// <param name="text">Empty for a picture without a word.</param>
    public async Task<BotReply> WordsAsync(ChatScene scene, string text, CancellationToken cancellationToken)
    {
        var query = text.Trim();
        if (query.Length == 0)
        {
            return BotReply.Say(help.WordsWanted(scene.Words));
        }

        // Whoever shares a page sends its headline too.
        if (query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => UrlNormalizer.Normalize(word)).OfType<string>().ToList() is [var address])
        {
            if (await stories.FindAsync(address, cancellationToken) is { } story)
            {
                return await PressAsync(scene, CallbackText.OpenStory(story, ""), cancellationToken);
            }

            if (!query.Any(char.IsWhiteSpace))
            {
                return BotReply.Say(help.AddressUnknown(scene.Words));
            }
        }

        if (topics.Find(query) is { } topic)
        {
            return await topics.ShowAsync(topic, 0, scene, cancellationToken);
        }

        if (shown.Find(scene.Address, query) is { } button)
        {
            var opened = await PressAsync(scene, button, cancellationToken);
            return opened is { Messages: [], Toast: { } note } ? Say(note) : opened;
        }

        // A year or a longer number is looked for like any word.
        if (query.Length is 1 or 2 && query.All(char.IsAsciiDigit) && shown.NumbersOf(scene.Address) is { } numbers)
        {
            return Say(scene.Words.Say(Phrase.NumberNotListed, ("numbers", numbers)));
        }

        var (found, total) = await search.FindAsync(query, scene.Words.Language, cancellationToken);
        return found.Count > 0 ? SearchView.Render(query, found, total, scene) : BotReply.Say(help.NotUnderstood(scene.Words));
    }

    public async Task<BotReply> PressAsync(ChatScene scene, string callbackData, CancellationToken cancellationToken) =>
        Find(scene, callbackData) is { } found
            ? await found.Press.AnswerAsync(found.Request, cancellationToken)
            : BotReply.Note(scene.Words.Say(Phrase.ButtonStale));

    private static BotReply Say(string sentence) => BotReply.Say(RenderedMessage.Of(new StyledTextBuilder().Text(sentence).Build()));

    private (IBotCommand Command, CommandRequest Request)? Find(CommandRequest request)
    {
        if (_commands.TryGetValue(request.Name, out var command))
        {
            return (command, request);
        }

        // "/why_12" is "/why #12" that a tap can send: story 12, whatever stands twelfth on a list.
        return request.Name.Split('_') is [WhyCommand.Name, var number] && number.All(char.IsAsciiDigit) && _commands.TryGetValue(WhyCommand.Name, out var why)
            ? (why, request with { Name = WhyCommand.Name, Arguments = $"#{number}" })
            : null;
    }

    private (IBotPress Press, PressRequest Request)? Find(ChatScene scene, string callbackData) =>
        callbackData.Split(':') is [CallbackText.Version, var verb, .. var arguments] && _presses.TryGetValue(verb, out var press)
            ? (press, new PressRequest(scene, arguments))
            : null;

    /// <summary>Made at the start, which is where a topic that is named as a command must stop it.</summary>
    private static Dictionary<string, IBotCommand> ByName(IEnumerable<IBotCommand> commands, TopicCatalogue catalogue)
    {
        var byName = commands.SelectMany(command => command.Names.Select(name => (name, command))).ToDictionary(pair => pair.name, pair => pair.command, StringComparer.OrdinalIgnoreCase);
        TopicNames.Check(catalogue, byName.Keys);
        return byName;
    }
}
