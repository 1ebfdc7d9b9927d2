using System.Globalization;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.Extensions.Caching.Memory;

namespace KzNewsBot.Delivery;

/// <summary>
/// The numbered stories of the last list that a chat was sent, so that "2" can be written instead of pressed. In memory alone
/// and for an hour: whoever comes back later does not mean that list any more.
/// </summary>
internal sealed class ShownStories : IDisposable
{
    private const int MostChats = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _lists = new(new MemoryCacheOptions { SizeLimit = MostChats });

    /// <summary>A message without such buttons leaves the list as it was.</summary>
    public void Remember(ChatAddress chat, RenderedMessage message)
    {
        var stories = message.Keyboard.SelectMany(row => row)
            .Where(button => button.CallbackData is { } data && CallbackText.StoryOf(data) is not null && button.Label.All(char.IsAsciiDigit))
            .DistinctBy(button => button.Label, StringComparer.Ordinal)
            .ToDictionary(button => button.Label, button => button.CallbackData ?? "", StringComparer.Ordinal);
        if (stories.Count > 0)
        {
            _lists.Set(chat, stories, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        }
    }

    /// <param name="number">As it stands on the button.</param>
    /// <returns>The callback data that opens the story; null when the list has no such number.</returns>
    public string? Find(ChatAddress chat, string number) =>
        _lists.TryGetValue(chat, out Dictionary<string, string>? stories) ? stories?.GetValueOrDefault(number) : null;

    /// <returns>The numbers that the list has, as "1–5"; null when the chat was shown none.</returns>
    public string? NumbersOf(ChatAddress chat)
    {
        if (!_lists.TryGetValue(chat, out Dictionary<string, string>? stories) || stories is not { Count: > 0 })
        {
            return null;
        }

        var numbers = stories.Keys.Select(label => int.Parse(label, CultureInfo.InvariantCulture)).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{numbers.Min()}{(numbers.Count > 1 ? $"–{numbers.Max()}" : "")}");
    }

    public void Forget(ChatAddress chat) => _lists.Remove(chat);

    public void Dispose() => _lists.Dispose();
}
