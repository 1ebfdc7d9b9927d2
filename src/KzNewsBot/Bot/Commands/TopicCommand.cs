using KzNewsBot.Bot.Views;
using KzNewsBot.Stories;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Bot.Commands;

/// <summary>Every command and alias of the catalogue: /nato, /odkb, /csto, "нато", "ұқшұ" …</summary>
internal sealed class TopicCommand(TopicCatalogue catalogue, StoryReader stories, SpikeReader spikes)
{
    public TopicDefinition? Find(string name) => catalogue.Find(name);

    public async Task<BotReply> ShowAsync(TopicDefinition topic, int offset, ChatScene scene, CancellationToken cancellationToken)
    {
        var page = await stories.ReadTopicAsync(topic.Id, scene.Words.Language, offset, TopicView.PageSize, cancellationToken);
        if (page is { Stories.Count: 0, Total: > 0 })
        {
            // An old button points past the end: the last page is nearest to what it meant.
            var last = (page.Total - 1) / TopicView.PageSize * TopicView.PageSize;
            page = await stories.ReadTopicAsync(topic.Id, scene.Words.Language, last, TopicView.PageSize, cancellationToken);
        }

        var spike = (await spikes.ReadAsync(cancellationToken)).Topics.GetValueOrDefault(topic.Id);
        return BotReply.Say(TopicView.Render(topic, page, spike, scene)) with { Told = page.Stories };
    }
}
