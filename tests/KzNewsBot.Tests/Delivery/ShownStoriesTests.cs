using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Tests.Delivery;

public sealed class ShownStoriesTests : IDisposable
{
    private static readonly ChatAddress Here = new(1, 0);

    private readonly ShownStories _shown = new();

    [Fact]
    public void A_number_is_the_last_lists_in_that_chat_alone()
    {
        _shown.Remember(Here, With(("1", CallbackText.Story(31, "nato", 0)), ("2", CallbackText.Story(32, "nato", 0))));
        _shown.Remember(new ChatAddress(1, 7), With(("1", CallbackText.OpenStory(71, "un"))));
        _shown.Remember(Here, With(("4", CallbackText.OpenStory(34, "nato")), ("5", CallbackText.OpenStory(35, "nato"))));
        _shown.Find(Here, "5").ShouldBe(CallbackText.OpenStory(35, "nato"));
        _shown.Find(Here, "1").ShouldBeNull();
        _shown.NumbersOf(Here).ShouldBe("4–5");
        _shown.NumbersOf(new ChatAddress(1, 7)).ShouldBe("1");
        _shown.NumbersOf(new ChatAddress(2, 0)).ShouldBeNull();
        _shown.Find(new ChatAddress(1, 7), "1").ShouldBe(CallbackText.OpenStory(71, "un"));
        _shown.Find(new ChatAddress(2, 0), "1").ShouldBeNull();
    }

    [Fact]
    public void Other_buttons_are_no_list()
    {
        _shown.Remember(Here, With(("1", CallbackText.Story(31, "nato", 0))));
        _shown.Remember(Here, With(("‹", CallbackText.TopicPage("nato", 0)), ("2", CallbackText.Topics), ("Title", CallbackText.Story(9, "nato", 0))));
        _shown.Remember(Here, RenderedMessage.Of(new StyledTextBuilder().Text("x").Build()));
        _shown.Find(Here, "1").ShouldBe(CallbackText.Story(31, "nato", 0));
        _shown.Find(Here, "2").ShouldBeNull();
        _shown.Find(Here, "Title").ShouldBeNull();
    }

    public void Dispose() => _shown.Dispose();

    private static RenderedMessage With(params (string Label, string Data)[] buttons) =>
        new(new StyledTextBuilder().Text("x").Build(), [[.. buttons.Select(button => new MessageButton(button.Label, button.Data))]]);
}
