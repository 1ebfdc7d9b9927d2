using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>Authors as a page prints them, the surest sign first: microdata, author links, elements named so, «Автор: …» beside the headline.</summary>
internal sealed class Bylines(IDocument document, IElement? heading)
{
    private const int MaxLine = 120;

    private static readonly string[] PartMarks = [" | ", " • ", " · "];
    private const int MaxLines = 4;
    private const int MaxElements = 40;

    /// <summary>How many elements may stand between the headline and its byline.</summary>
    private const int ElementsBelow = 60;
    private const int ElementsAbove = 20;

    private static readonly string[] AuthorFolders = ["author", "authors", "avtor", "avtory", "journalist", "journalists", "reporter", "reporters", "contributor", "contributors", "byline", "columnist"];

    private static readonly HashSet<string> AuthorNames = new(
        ["author", "authors", "byline", "bylines", "authorname", "writer", "avtor", "contributor", "journalist"], StringComparer.Ordinal);

    /// <summary>Characters of a picture's place with its credit; a larger place is only laid out beside a picture.</summary>
    private const int MaxPicture = 240;

    private static readonly HashSet<string> Pictures = new(["photo", "image", "video"], StringComparer.Ordinal);

    private static readonly HashSet<string> Quotes = new(["quote", "quotes", "blockquote", "pullquote", "testimonial", "testimonials"], StringComparer.Ordinal);

    /// <summary>Boxes with the authors of other articles.</summary>
    private static readonly HashSet<string> Boxes = new(["opinion", "opinions", "columnists"], StringComparer.Ordinal);

    /// <summary>Behind these a name is over: whose the pictures are, a place.</summary>
    private static readonly string[] Cuts = [". Фото", ". Photo", " in "];

    private readonly PagePlaces places = new(heading, IsOfOther);

    public IReadOnlyList<string> Find()
    {
        Func<IReadOnlyList<string>>[] signs = [Microdata, Links, Named, Lines];
        return signs.Select(sign => sign()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private IReadOnlyList<string> Microdata() =>
        [.. First("[itemprop~='author'] [itemprop~='name']") is { Count: > 0 } names ? names : First("[itemprop~='author']")];

    private List<string> First(string selector) => [.. Own(document.QuerySelectorAll(selector))
        .Select(element => element.GetAttribute("content") ?? ShortText.Line(element, MaxLine)).OfType<string>().Where(text => text.Length > 0).Take(1)];

    /// <summary>All links of the place where the first one stands: co-authors stand side by side.</summary>
    private IReadOnlyList<string> Links()
    {
        var links = Own(document.QuerySelectorAll("a[rel~='author'], a[href]").Where(link => link.GetAttribute("rel") is { } rel && rel.Split(' ').Contains("author") || LeadsToAuthor(link)))
            .Select(link => (Place: link.ParentElement, Name: Name(ShortText.Line(link, MaxLine)))).Where(link => link.Name is not null).ToList();
        return [.. links.Where(link => link.Place == links[0].Place).Select(link => link.Name).OfType<string>()];
    }

    private static bool LeadsToAuthor(IElement link)
    {
        var folders = (link.GetAttribute("href") ?? "").Split(['/', '?', '#']);
        return Array.FindIndex(folders, folder => AuthorFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)) is >= 0 and var at && at + 1 < folders.Length && folders[at + 1].Length > 0;
    }

    private IReadOnlyList<string> Named()
    {
        foreach (var element in Own(document.QuerySelectorAll("[class], [id]").Where(element => ElementNames.Of(element).Any(AuthorNames.Contains))))
        {
            var lines = ShortText.Lines(element, MaxLine) ?? [];
            if (lines.Take(MaxLines).Select(Name).FirstOrDefault(name => name is not null) is { } found)
            {
                return [found];
            }
        }

        return [];
    }

    /// <summary>Around the headline a line needs only its label.</summary>
    private IReadOnlyList<string> Lines()
    {
        var elements = document.Body?.QuerySelectorAll("*").ToList() ?? [];
        var at = heading is null ? -1 : elements.IndexOf(heading);
        var around = at < 0 ? [] : elements.Skip(at + 1).Take(ElementsBelow).Concat(elements.Take(at).Reverse().Take(ElementsAbove));
        foreach (var element in around)
        {
            var lines = ShortText.Lines(element, MaxLine) ?? [];
            if (lines.Count is > 0 and <= MaxLines && !places.IsElsewhere(element)
                && lines.Append(string.Join(' ', lines)).SelectMany(line => line.Split(PartMarks, StringSplitOptions.TrimEntries)).Where(AuthorName.HasLabel).Select(Name).FirstOrDefault(name => name is not null) is { } found)
            {
                return [found];
            }
        }

        return [];
    }

    /// <summary>"photo-author" names whose photo it is, "author-photo" shows who wrote the article.</summary>
    private static bool IsOfOther(IElement place)
    {
        if (place.LocalName is "blockquote" or "figure" or "figcaption")
        {
            return true;
        }

        var names = ElementNames.Of(place).ToList();
        var author = names.FindIndex(AuthorNames.Contains);
        var work = names.FindIndex(name => Quotes.Contains(name) || Pictures.Contains(name));
        return author >= 0
            ? work >= 0 && work < author
            : names.Exists(name => Quotes.Contains(name) || Boxes.Contains(name)) || (work >= 0 && ShortText.Lines(place, MaxPicture) is not null);
    }

    private IEnumerable<IElement> Own(IEnumerable<IElement> elements) => elements.Take(MaxElements).Where(element => !places.IsElsewhere(element));

    /// <summary>The name in a line, without its label and what follows it: a date, a post, the time to read.</summary>
    private static string? Name(string? line)
    {
        if (line is null)
        {
            return null;
        }

        var name = AuthorName.WithoutLabel(line);
        var end = name.AsSpan().IndexOfAny("|•·—–");
        name = (end > 0 ? name[..end] : name).Split(" - ")[0].Trim(' ', ',', '.', ':');
        name = AuthorName.WithoutPost(name);
        name = Cuts.Aggregate(name, (whole, mark) => whole.Split(mark)[0]);
        return AuthorName.LooksLikePerson(name) ? name
            : name.Split(", ", 2) is [var person, [var first, ..] rest] && (char.IsLower(first) || rest.Any(char.IsAsciiDigit)) && AuthorName.LooksLikePerson(person) ? person
            : null;
    }
}
