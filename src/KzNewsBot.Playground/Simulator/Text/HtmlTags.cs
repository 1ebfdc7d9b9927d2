using System.Globalization;
using KzNewsBot.Playground.Simulator.Http;

namespace KzNewsBot.Playground.Simulator.Text;

internal sealed record OpenTag(string Name, IReadOnlyDictionary<string, string> Attributes, int Start);

/// <summary>What each HTML tag becomes.</summary>
internal static class HtmlTags
{
    private const string LanguagePrefix = "language-";

    public static bool IsKnown(string tag) => tag is "b" or "strong" or "i" or "em" or "u" or "ins" or "s" or "strike" or "del"
        or "tg-spoiler" or "span" or "a" or "code" or "pre" or "blockquote" or "tg-emoji" or "tg-time";

    public static TextEntity? ToEntity(OpenTag tag, string inner)
    {
        var plain = new TextEntity(tag.Name, tag.Start, inner.Length);
        return tag.Name switch
        {
            "b" or "strong" => plain with { Type = "bold" },
            "i" or "em" => plain with { Type = "italic" },
            "u" or "ins" => plain with { Type = "underline" },
            "s" or "strike" or "del" => plain with { Type = "strikethrough" },
            "tg-spoiler" or "span" => plain with { Type = "spoiler" },
            "code" or "pre" => plain with { Language = CodeLanguage(tag) },
            "blockquote" => tag.Attributes.ContainsKey("expandable") ? plain with { Type = "expandable_blockquote" } : plain,
            "a" => Link(plain, tag.Attributes.GetValueOrDefault("href", ""), inner),
            "tg-emoji" => CustomEmoji(plain, tag.Attributes.GetValueOrDefault("emoji-id", "")),
            _ => Time(plain, tag),
        };
    }

    /// <summary>A language counts only where a code and a pre cover the same stretch; the pair is one entity.</summary>
    public static List<TextEntity> JoinCodeLanguages(List<TextEntity> entities)
    {
        var joined = new List<TextEntity>();
        foreach (var entity in entities)
        {
            var twin = entities.Find(other =>
                entity.IsCode && other.IsCode && other.Offset == entity.Offset && other.Length == entity.Length
                && !string.Equals(other.Type, entity.Type, StringComparison.Ordinal));
            if (entity.Type is "code" && twin?.Type is "pre")
            {
                continue;
            }

            joined.Add(entity.Type switch
            {
                "pre" => entity with { Language = twin?.Language },
                _ => entity with { Language = null },
            });
        }

        return joined;
    }

    private static string? CodeLanguage(OpenTag tag)
    {
        var value = tag.Attributes.GetValueOrDefault("class", "");
        return value.StartsWith(LanguagePrefix, StringComparison.Ordinal) ? value[LanguagePrefix.Length..] : null;
    }

    private static TextEntity? Link(TextEntity entity, string href, string inner)
    {
        var url = href.Length > 0 ? href : inner;
        if (LinkCheck.IsUserLink(url, out var userId))
        {
            return entity with { Type = "text_mention", UserId = userId };
        }

        return LinkCheck.Normalize(url, out _) is { } link ? entity with { Type = "text_link", Url = link } : null;
    }

    private static TextEntity CustomEmoji(TextEntity entity, string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number) && number != 0
            ? entity with { Type = "custom_emoji", CustomEmojiId = id }
            : throw ApiErrorException.BadRequest("can't parse entities: Invalid custom emoji identifier specified");

    private static TextEntity? Time(TextEntity entity, OpenTag tag)
    {
        var format = tag.Attributes.GetValueOrDefault("format", "");
        if (format is not "r" && format.Any(c => !"tTdDwW".Contains(c, StringComparison.Ordinal)))
        {
            throw ApiErrorException.BadRequest("can't parse entities: Invalid date format used");
        }

        return long.TryParse(tag.Attributes.GetValueOrDefault("unix", ""), CultureInfo.InvariantCulture, out var unix)
            ? entity with { Type = "date_time", UnixTime = unix, DateTimeFormat = format.Length > 0 ? format : null }
            : null;
    }
}
