using System.Text.RegularExpressions;
using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Localization;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Denials;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Week;

/// <summary>
/// Walks a message as the reader got it back to the stored articles. Quotations must stand in the article that is linked
/// below them, headlines in the article they lead to, and an outlet's name may lead to its home; every word beside them must be one that we say around news: a
/// phrase, a name of an outlet, side or topic, a date, or a denier as some article names them, in Russian in the nominative.
/// </summary>
internal sealed partial class VerbatimWalk
{
    private readonly Dictionary<string, List<string>> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _bodies = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly HashSet<string> _deniers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<(string Name, string Url)> _homes = [];
    private readonly HashSet<string> _own = new(StringComparer.OrdinalIgnoreCase);

    private VerbatimWalk()
    {
    }

    public int Quotations { get; private set; }

    public int Headlines { get; private set; }

    public static async Task<VerbatimWalk> ReadAsync(NewsDatabase database, SourceRegistry registry, TopicCatalogue catalogue, CancellationToken cancellationToken)
    {
        var walk = new VerbatimWalk();
        walk.KnowOurWords(registry, catalogue);
        await database.ReadAsync(
            async (context, token) =>
            {
                var revisions = await context.ArticleRevisions.ToListAsync(token);
                foreach (var article in await context.Articles.ToListAsync(token))
                {
                    walk.Know(article, revisions.Where(revision => revision.ArticleId == article.Id));
                }

                return true;
            },
            cancellationToken);
        return walk;
    }

    /// <summary>What in the message is not where it should be; empty when all is well.</summary>
    public IEnumerable<string> Faults(FormattedText message)
    {
        var rest = message.Text.ToCharArray();
        var entities = message.Entities.OrderBy(entity => entity.Offset).ToList();
        foreach (var entity in entities.Where(entity => entity.IsQuote || entity.Type == "text_link"))
        {
            var text = message.Text.Substring(entity.Offset, entity.Length);
            if ((entity.IsQuote ? FaultOfQuote(text, NextLink(entities, entity)) : FaultOfLink(text, entity.Url ?? "")) is { } fault)
            {
                yield return fault;
            }

            rest.AsSpan(entity.Offset, entity.Length).Fill(' ');
        }

        foreach (var line in new string(rest).Split('\n'))
        {
            if (Beside().Match(line) is { Success: true } quoted)
            {
                // A denier, or the words that met a topic's rule: as an article has them.
                foreach (var words in quoted.Groups["words"].Captures.Where(words => !_deniers.Contains(words.Value) && !_texts.Exists(text => text.Contains(words.Value, StringComparison.Ordinal))))
                {
                    yield return $"\"{words.Value}\" stands in no article: {line}";
                }
            }
            else if (Word().Matches(line).FirstOrDefault(word => !_own.Contains(word.Value)) is { } stranger)
            {
                yield return $"\"{stranger.Value}\" is no word of ours: {line}";
            }
        }
    }

    private static string? NextLink(List<TextEntity> entities, TextEntity quote) =>
        entities.Find(entity => entity.Type == "text_link" && entity.Offset >= quote.End)?.Url;

    private string? FaultOfQuote(string text, string? url)
    {
        Quotations++;
        var candidates = url is not null && _bodies.TryGetValue(url, out var bodies) ? [.. bodies, .. _titles[url]] : new List<string>();

        // Our own starter archive has no addresses.
        candidates.AddRange(_bodies[""]);
        return candidates.Exists(body => body.Contains(text, StringComparison.Ordinal)) ? null : $"not in {url}: {text}";
    }

    private string? FaultOfLink(string text, string url)
    {
        if (_titles.TryGetValue(url, out var titles) && titles.Contains(text, StringComparer.Ordinal))
        {
            Headlines++;
            return null;
        }

        return (titles is not null && _names.Contains(text)) || _homes.Contains((text, url)) ? null : $"neither headline nor outlet of {url}: {text}";
    }

    private void Know(Article article, IEnumerable<ArticleRevision> revisions)
    {
        var url = article.Url ?? "";
        var (titles, bodies) = (ListOf(_titles, url), ListOf(_bodies, url));
        _deniers.UnionWith(DenialFinder.Find(storyId: 0, [article]).Select(denial => denial.Denier is { } denier ? RussianNominative.Of(denier, $"{article.Title}\n{article.Body}") : null).OfType<string>());
        foreach (var (title, body) in revisions.Select(revision => (revision.Title, revision.Body)).Append((article.Title, article.Body)))
        {
            titles.Add(title);
            bodies.Add(body);
            _texts.Add(title);
            _texts.Add(body);
            if (article.Url is null)
            {
                // Its headlines and the outlets it follows stand in no link.
                Own(title);
            }
        }

        Own(article.Outlet ?? "");
        _names.Add(article.Outlet ?? "");
    }

    private void KnowOurWords(SourceRegistry registry, TopicCatalogue catalogue)
    {
        foreach (var language in PhraseBook.Languages)
        {
            foreach (var phrase in PhraseBook.Load(language).Values)
            {
                Own(string.Join(' ', phrase.Forms.Values.Append(phrase.Plain)));
            }

            for (var month = 1; month <= 12; month++)
            {
                Own(new PhraseBook().In(language).Long(new DateOnly(2026, month, 1)));
                Own(new PhraseBook().In(language).Month(new DateOnly(2026, month, 1)));
            }

            foreach (var topic in catalogue.Topics)
            {
                Own($"{topic.Name(language)} {topic.LongName(language)} {topic.Command}");
            }

            // "/sources" names the languages in which an outlet is silent.
            Own(language.Code());
            foreach (var source in registry.All)
            {
                _names.Add(source.NameIn(language));
                _homes.Add((source.NameIn(language), source.Homepage ?? ""));
                Own(source.NameIn(language));
            }
        }
    }

    private void Own(string text)
    {
        foreach (Match word in Word().Matches(text))
        {
            _own.Add(word.Value);
        }
    }

    private static List<string> ListOf(Dictionary<string, List<string>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    /// <summary>"⚠️ Denied: who", "⚠️ … a denial by “who” (in Russian)" and the «words» of a line that says why, in any language's marks.</summary>
    [GeneratedRegex(
        """
        ^⚠️\ (?:[^:]+:|[\w\ ]+\ denial\ by)\ [«„“‘]?(?<words>.+?)[»“”’]?(?:\ \([\w\ ]+\))?$
        | ^•\ [^«„“‘]*(?:(?:«(?<words>[^»]+)»|„(?<words>[^“]+)“|“(?<words>[^”]+)”|‘(?<words>[^’]+)’)[^«„“‘]*)+$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Beside();
}
