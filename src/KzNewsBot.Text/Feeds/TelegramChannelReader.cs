using AngleSharp.Dom;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Messages;
using KzNewsBot.Text.Normalization;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Feeds;

/// <summary>Reads the public web page of a Telegram channel, https://t.me/s/NAME: its last posts, oldest first.</summary>
internal static class TelegramChannelReader
{
    /// <summary>A title is the post's first line, cut at a word.</summary>
    private const int LongestTitle = 160;

    /// <summary>A shorter sentence says too little alone.</summary>
    private const int ShortestTitle = 40;

    /// <summary>A page without a channel on it, such as an invitation to open the app, is no feed.</summary>
    public static FeedResult Read(string html, Uri address, DateTimeOffset fetchedAt)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return new FeedResult.NotAFeed(ForeignDocument.Empty);
        }

        using var document = PageParser.Parse(html, out var isCut);
        if (document is null)
        {
            return new FeedResult.NotAFeed(ForeignDocument.TooLarge);
        }

        var posts = document.QuerySelectorAll(".tgme_widget_message[data-post]");
        if (posts.Length == 0 && document.QuerySelector(".tgme_channel_info, .tgme_channel_history") is null)
        {
            return new FeedResult.NotAFeed(ForeignDocument.HtmlPage);
        }

        var clock = new FeedClock(fetchedAt, address);
        var entries = posts.Select(post => Entry(post, address, clock)).OfType<FeedEntry>().ToList();
        return new FeedResult.Read(new Feed
        {
            Kind = FeedKind.Telegram,
            Title = TextCleaner.CleanLine(document.QuerySelector(".tgme_channel_info_header_title")?.TextContent ?? ""),
            Link = address,
            Older = Older(document, address),
            Entries = entries,
            Skipped = posts.Length - entries.Count,
            Faults = isCut ? FeedFaults.Truncated : FeedFaults.None,
        });
    }

    private static Uri? Older(IDocument document, Uri address) =>
        FeedAddress.Resolve(document.QuerySelector("link[rel='prev'][href*='before='], a.tme_messages_more[href*='before=']")?.GetAttribute("href"), address) is { } older
        && older.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase)
        && older.AbsolutePath.Equals(address.AbsolutePath, StringComparison.OrdinalIgnoreCase)
            ? older
            : null;

    /// <summary>Null where there is nothing of the channel's own to quote: a picture alone, "Channel photo updated", a forward.</summary>
    private static FeedEntry? Entry(IElement post, Uri address, FeedClock clock)
    {
        // A reply shows the text it answers in a block of its own, which is not this post's.
        var body = post.QuerySelectorAll(".tgme_widget_message_text").LastOrDefault(text => text.Closest(".tgme_widget_message_reply") is null);
        var lines = body is null ? [] : Lines(body);
        if (lines.Count == 0 || post.ClassList.Contains("service_message") || IsForwarded(post) || post.GetAttribute("data-post") is not { Length: > 0 } id)
        {
            return null;
        }

        return new FeedEntry
        {
            Id = id,
            Title = Cut(lines.Find(line => !BoilerplateLine.IsHashTags(line)) ?? lines[0]),
            Url = FeedAddress.Resolve(post.QuerySelector("a.tgme_widget_message_date")?.GetAttribute("href"), address) ?? FeedAddress.Resolve($"/{id}", address),
            // How long a film or a voice message lasts is a <time> too, and stands before.
            Published = clock.Read(post.QuerySelector("a.tgme_widget_message_date time[datetime]")?.GetAttribute("datetime")),
            Content = string.Join('\n', lines.Select(line => $"<p>{XmlCharacters.ToHtml(line)}</p>")),
        };
    }

    /// <summary>What a channel passes on from another is not its own word; who hides the name is another, too.</summary>
    private static bool IsForwarded(IElement post)
    {
        var channel = post.GetAttribute("data-post")?.Split('/')[0];
        return post.QuerySelector(".tgme_widget_message_forwarded_from_name") is { } from
            && !(Uri.TryCreate(from.GetAttribute("href"), UriKind.Absolute, out var origin)
                && origin.AbsolutePath.Trim('/').Split('/')[0].Equals(channel, StringComparison.OrdinalIgnoreCase));
    }

    private static List<string> Lines(IElement body)
    {
        StruckText.Remove(body);
        foreach (var lineBreak in body.QuerySelectorAll("br").ToList())
        {
            lineBreak.Replace(body.Owner!.CreateTextNode("\n"));
        }

        foreach (var block in body.QuerySelectorAll("blockquote, pre").ToList())
        {
            block.Before(body.Owner!.CreateTextNode("\n"));
            block.After(body.Owner!.CreateTextNode("\n"));
        }

        return [.. TextCleaner.Clean(body.TextContent).Split('\n').Select(line => TextCleaner.CleanLine(line)).Where(line => line.Any(char.IsLetterOrDigit))];
    }

    private static string Cut(string line)
    {
        if (line.Length <= LongestTitle)
        {
            return line;
        }

        // Sentences come first: a title that is a whole one reads as the channel wrote it.
        var sentence = SentenceSplitter.Split(line).FirstOrDefault(sentence => sentence.End >= ShortestTitle);
        if (sentence.End is > 0 and <= LongestTitle)
        {
            return line[..sentence.End];
        }

        var word = line.LastIndexOf(' ', LongestTitle - 1);
        return word > 0 ? $"{line[..word]}…" : DisplayText.Truncate(line, LongestTitle);
    }
}
