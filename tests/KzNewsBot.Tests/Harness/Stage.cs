using System.Collections.Concurrent;
using KzNewsBot.Data;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Harness;

/// <summary>
/// One running bot for each database, shared by the tests of a class: chats don't know of each other, so every test
/// takes a new one. <c>IClassFixture&lt;Stage&gt;</c>
/// </summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Conversation>>> _conversations = new(StringComparer.Ordinal);
    private long _lastPerson = 2000;

    internal Task<Conversation> OnAsync(string provider) =>
        _conversations.GetOrAdd(provider, _ => new Lazy<Task<Conversation>>(() => Conversation.BeginAsync(provider))).Value;

    /// <summary>A person with a Telegram in this language, in a chat of their own.</summary>
    internal async Task<Talk> MeetOnAsync(string provider, string language = "ru")
    {
        var conversation = await OnAsync(provider);
        var person = Interlocked.Increment(ref _lastPerson);
        conversation.Telegram.CreateChat(ChatKind.Private, $"Person {person}", person, language);
        return new Talk(conversation, person);
    }

    internal Task<Talk> MeetAsync(string language = "ru") => MeetOnAsync(nameof(StorageProvider.Sqlite), language);

    /// <summary>A group, channel or forum the bot was just added to; its owner is <see cref="Talk.Owner"/>.</summary>
    internal async Task<Talk> GatherAsync(ChatKind kind, bool isForum = false)
    {
        var conversation = await OnAsync(nameof(StorageProvider.Sqlite));
        return new Talk(conversation, conversation.Telegram.CreateChat(kind, "Gathering", isForum: isForum));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var conversation in _conversations.Values)
        {
            await (await conversation.Value).DisposeAsync();
        }
    }
}

/// <summary>One chat of a conversation.</summary>
internal sealed record Talk(Conversation Conversation, long ChatId)
{
    public TelegramSimulator Telegram => Conversation.Telegram;

    /// <summary>Who made a group: the person the simulator lets act there when nobody is named.</summary>
    public long Owner => Telegram.World.Chats[ChatId].Members.First(member => member.Value == MemberStatus.Creator).Key;

    /// <summary>Writes, and the bot's next message.</summary>
    public Task<SimulatedMessage> AskAsync(string text, long? from = null, int? thread = null) =>
        Conversation.NextAsync(ChatId, Telegram.SendText(ChatId, text, from, thread));

    public Task<SimulatedMessage> PressAsync(SimulatedMessage message, string data, Func<SimulatedMessage, bool> fits, long? from = null)
    {
        Telegram.PressButton(ChatId, message.Id, data, from);
        return Conversation.UntilAsync(message.Id, fits, ChatId);
    }

    public Task<SimulatedMessage> PressAsync(SimulatedMessage message, string data, string text) =>
        PressAsync(message, data, edited => edited.Content.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>
    /// Writes words the bot must pass over, then asks for help: the only answer is the help, since a chat's updates are
    /// answered in order.
    /// </summary>
    public async Task IgnoresAsync(Action happening, string help = "/help", long? from = null, int? thread = null)
    {
        var before = BotMessages().Count;
        happening();
        await Conversation.NextAsync(ChatId, Telegram.SendText(ChatId, help, from, thread), message => message.Content.Text.Contains("\n/help — ", StringComparison.Ordinal));
        var answers = BotMessages().Skip(before).Select(message => message.Content.Text).ToList();
        answers.Count.ShouldBe(1, $"Something else was answered: {string.Join('\n', answers)}");
    }

    public IReadOnlyList<SimulatedMessage> BotMessages() => [.. Telegram.Messages(ChatId).Where(message => message.IsFromBot)];

    public void FoundNothing() => Telegram.Findings().ShouldBeEmpty();
}
