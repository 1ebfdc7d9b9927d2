namespace KzNewsBot.Text.Feeds;

/// <summary>
/// Reads RSS, RDF, Atom and sitemaps in one pass. Structure is kept only as far as it carries meaning, so that missing,
/// surplus and crossed tags cost at most the field they stand in.
/// </summary>
internal sealed class FeedXmlParser
{
    public const int MaxDepth = 200;
    public const int MaxElements = 1_000_000;
    public const int MaxEntries = 50_000;

    private readonly string text;
    private readonly LooseXmlReader xml;
    private readonly XmlNames names = new();
    private readonly List<OpenElement> open = [];
    private readonly FieldSink sink;
    private FieldCapture? capture;
    private FeedKind? kind;
    private FeedFaults faults;
    private int elements;
    private bool rootClosed;
    private bool looksLikeHtml;

    public FeedXmlParser(string text, Uri address)
    {
        this.text = text;
        xml = new LooseXmlReader(text);
        sink = new FieldSink(text, address);
    }

    private readonly record struct OpenElement(string RawName, string Name, FeedContainer Container, Uri? Base, string? Language);

    /// <summary>What was read; null when no feed begins anywhere in the text.</summary>
    public FeedDraft? Read()
    {
        while (!faults.HasFlag(FeedFaults.LimitReached) && !rootClosed && xml.Next())
        {
            switch (xml.Node)
            {
                case LooseXmlNode.Start:
                    OnStart();
                    break;
                case LooseXmlNode.End:
                    OnEnd();
                    break;
                case LooseXmlNode.CData:
                    capture?.AppendCData(xml.Value);
                    break;
                default:
                    OnText();
                    break;
            }

            if (looksLikeHtml)
            {
                return null;
            }
        }

        return kind is null ? null : Finish();
    }

    /// <summary>After <see cref="Read"/> found no feed: whether it is a web page instead.</summary>
    public bool IsHtml => looksLikeHtml || xml.HasHtmlDoctype;

    /// <summary>Whether there were any tags at all.</summary>
    public bool HasTags => elements > 0;

    private void OnText()
    {
        if (capture is not null)
        {
            capture.AppendText(xml.Value);
        }
        else if (kind is null && !xml.Value.Trim("\uFEFF \t\r\n").IsEmpty)
        {
            faults |= FeedFaults.LeadingGarbage;
        }
    }

    private void OnStart()
    {
        if (++elements > MaxElements)
        {
            faults |= FeedFaults.LimitReached;
            return;
        }

        if (capture is not null)
        {
            if (!FeedElements.EndsUnclosed(names.Resolve(xml.Name), capture.MayHoldMarkup))
            {
                capture.Open(xml.Name, xml.IsEmptyElement);
                return;
            }

            faults |= FeedFaults.Misnested;
            EndCapture();
        }

        names.Declare(xml, open.Count + 1);
        var name = names.Resolve(xml.Name);
        if (kind is null && !TryRoot(name))
        {
            names.LeaveTo(open.Count);
            return;
        }

        OnElement(name);
        if (xml.IsEmptyElement && open.Count > 0 && capture is null)
        {
            Pop();
        }
    }

    private bool TryRoot(string name)
    {
        looksLikeHtml = name is "html" or "xhtml:html" || (elements == 1 && name is ("head" or "body" or "meta"));
        kind = FeedElements.Root(name);
        faults |= kind is null ? FeedFaults.LeadingGarbage : FeedFaults.None;
        return kind is not null;
    }

    private void OnElement(string name)
    {
        var container = FeedElements.Container(name, kind!.Value);
        if (container == FeedContainer.Entry)
        {
            BeginEntry();
            Push(name, container);
            sink.BeginEntry(xml, open[^1].Base, open[^1].Language);
            return;
        }

        var parent = open.Count > 0 ? open[^1].Container : FeedContainer.Transparent;
        // What stands in an author, a source or an image says nothing about the entry around it.
        var isInside = parent is FeedContainer.Ignored or FeedContainer.Source or FeedContainer.Author;
        Push(name, isInside ? parent : container);
        if (!isInside)
        {
            sink.Attributes(name, xml, open[^1].Base);
        }

        var (field, rank) = isInside || container == FeedContainer.Transparent ? FeedElements.Field(name, parent) : default;
        if (field != FeedField.None && !xml.IsEmptyElement && (field != FeedField.Link || FieldSink.LeadsToPage(xml)))
        {
            BeginCapture(field, rank);
        }
    }

    private void BeginCapture(FeedField field, int rank) =>
        capture = new FieldCapture(field, rank, new string(xml.Name), open.Count, open[^1].Base)
        {
            ContentStart = xml.End,
            Type = xml.Attribute("type")?.Trim().ToLowerInvariant(),
            Mode = xml.Attribute("mode"),
            IsPermaLink = xml.Attribute("ispermalink"),
            Given = field == FeedField.Source ? xml.Attribute("url") : null,
        };

    private void BeginEntry()
    {
        // An entry whose end tag is missing ends where the next begins.
        var before = open.FindLastIndex(element => element.Container == FeedContainer.Entry);
        if (before >= 0)
        {
            faults |= FeedFaults.Misnested;
            PopTo(before);
        }

        if (sink.EntryCount >= MaxEntries)
        {
            faults |= FeedFaults.LimitReached;
        }
    }

    private void OnEnd()
    {
        if (capture is not null)
        {
            var closes = capture.Closes(xml.Name);
            if (closes || EndsAncestor())
            {
                EndCapture();
            }

            if (closes || capture is not null)
            {
                return;
            }
        }

        var at = FindOpen(xml.Name);
        if (at < 0)
        {
            faults |= kind is null ? FeedFaults.None : FeedFaults.Misnested;
            return;
        }

        faults |= at < open.Count - 1 ? FeedFaults.Misnested : FeedFaults.None;
        PopTo(at);
    }

    /// <summary>The end tag of an entry or feed ends a field inside it that was never closed.</summary>
    private bool EndsAncestor()
    {
        var name = names.Resolve(xml.Name);
        if (name is not ("item" or "entry" or "channel" or "rss" or "feed" or "rdf:rdf" or "urlset" or "author"))
        {
            return false;
        }

        var at = FindOpen(xml.Name);
        faults |= FeedFaults.Misnested;
        return at >= 0 && at < open.Count - 1;
    }

    private int FindOpen(ReadOnlySpan<char> rawName)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (rawName.Equals(open[i].RawName, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private void Push(string name, FeedContainer container)
    {
        if (open.Count >= MaxDepth)
        {
            faults |= FeedFaults.LimitReached;
        }

        var (xmlBase, language) = open.Count > 0 ? (open[^1].Base, open[^1].Language) : (null, null);
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            if (xml.AttributeName(i).Equals("xml:base", StringComparison.OrdinalIgnoreCase))
            {
                xmlBase = sink.ResolveBase(xml.AttributeValue(i), xmlBase);
            }
            else if (xml.AttributeName(i).Equals("xml:lang", StringComparison.OrdinalIgnoreCase))
            {
                language = xml.AttributeValue(i).Trim();
            }
        }

        if (open.Count == 0)
        {
            sink.FeedLanguage = language;
        }

        open.Add(new OpenElement(new string(xml.Name), name, container, xmlBase, language));
    }

    private void PopTo(int index)
    {
        while (open.Count > index)
        {
            Pop();
        }
    }

    private void Pop()
    {
        var last = open[^1];
        open.RemoveAt(open.Count - 1);
        names.LeaveTo(open.Count);
        if (last.Container == FeedContainer.Entry)
        {
            sink.EndEntry();
        }

        rootClosed |= open.Count == 0 && kind is not null && last.Name != "channel";
    }

    private void EndCapture()
    {
        var ended = capture!;
        capture = null;
        sink.Store(ended, xml.Start, kind!.Value);
        PopTo(ended.Depth - 1);
    }

    private FeedDraft Finish()
    {
        var cut = xml.EndedInside || (!rootClosed && open.Count > 0);
        if (cut)
        {
            faults |= FeedFaults.Truncated;
            sink.EndCutEntry();
        }

        return sink.Finish(kind!.Value, faults);
    }
}
