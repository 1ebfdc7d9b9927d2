using KzNewsBot.Bot.Commands;
using KzNewsBot.Localization;

namespace KzNewsBot.Bot.Presses;

/// <summary>"topic:ID:OFFSET[:new]": turns a topic's page in place, or opens it in a new message.</summary>
internal sealed class TopicPress(TopicCommand topics) : IBotPress
{
    public string Verb => "topic";

    public bool ChangesSettings(PressRequest request) => false;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        if (request.Text(0) is not { } id || topics.Find(id) is not { } topic || request.Number(1) is not { } offset)
        {
            return BotReply.Note(request.Scene.Words.Say(Phrase.ButtonStale));
        }

        var reply = await topics.ShowAsync(topic, offset, request.Scene, cancellationToken);
        return reply with { InPlace = request.Text(2) != "new" };
    }
}
