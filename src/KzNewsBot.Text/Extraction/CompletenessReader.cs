using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Extraction;

/// <summary>Weighs what a page says about its article against what was found of it.</summary>
internal static partial class CompletenessReader
{
    /// <summary>Letters up to which an ellipsis or a "read more" means a beginning; long articles may end so.</summary>
    private const int MaxTeaser = 1_500;

    /// <summary>A paywall with more running text than this holds the article that it guards.</summary>
    private const int MaxPaywallMass = 400;

    /// <summary>Letters of the longest beginning that outlets give away; a longer text is the article, whatever the page sells.</summary>
    private const int MaxPreview = 3_000;

    private const int MaxCall = 240;
    private const int MinStatedWords = 100;

    /// <summary>From this share of the stated words on, the text is there, whatever the page sells.</summary>
    private const double MinShareOfWhole = 0.8;

    /// <param name="body">The lines chosen from the page, separated by a newline.</param>
    /// <param name="last">The last chosen block, or -1.</param>
    public static Completeness Read(PageBlocks page, string body, int last, AccessClaims claims)
    {
        var share = claims.Words is >= MinStatedWords and var stated ? (double)CountWords(body) / stated : (double?)null;
        var paid = Paid(page, claims).ToList();
        var cut = Cut(page, body, last, share).ToList();
        var isWhole = share is { } known ? known >= MinShareOfWhole : body.Length > MaxPreview;
        var verdict = isWhole ? CompletenessVerdict.Full
            : paid.Count > 0 ? CompletenessVerdict.Paywall
            : cut.Count > 0 ? CompletenessVerdict.Teaser
            : CompletenessVerdict.Full;
        return paid.Count + cut.Count == 0 ? Completeness.Full : new Completeness(verdict, [.. paid, .. cut]);
    }

    private static IEnumerable<CompletenessEvidence> Paid(PageBlocks page, AccessClaims claims)
    {
        if (claims.IsFree == false)
        {
            yield return CompletenessEvidence.StatedAsPaid;
        }

        if (HasPaywall(page))
        {
            yield return CompletenessEvidence.PaywallElement;
        }

        if (page.Blocks.Exists(block => block.Text.Length <= MaxCall && CallToPay().IsMatch(block.Text) && !CallToSupport().IsMatch(block.Text) && !IsHidden(page, block)))
        {
            yield return CompletenessEvidence.CallToPay;
        }
    }

    private static IEnumerable<CompletenessEvidence> Cut(PageBlocks page, string body, int last, double? share)
    {
        if (last >= 0 && body.Length < MaxTeaser)
        {
            if (IsReadMore(page.Blocks[last].Text) || (last + 1 < page.Blocks.Count && IsReadMore(page.Blocks[last + 1].Text)))
            {
                yield return CompletenessEvidence.ReadMoreEnding;
            }

            if (page.Blocks[last].IsCut)
            {
                yield return CompletenessEvidence.CutEnding;
            }
        }

        if (share < 0.5)
        {
            yield return CompletenessEvidence.FewerWordsThanStated;
        }
    }

    private static bool HasPaywall(PageBlocks page)
    {
        var mass = new BlockSums(page.Blocks, i => page.Blocks[i].Mass);
        return page.Regions.Exists(region => region.Traits.HasFlag(RegionTraits.PaywallName)
            && !region.Within.HasFlag(RegionTraits.Hidden) && region.End > region.First && mass.Of(region) < MaxPaywallMass);
    }

    private static bool IsHidden(PageBlocks page, TextBlock block) => page.Regions[block.Region].Within.HasFlag(RegionTraits.Hidden);

    private static bool IsReadMore(string line) => line.Length <= MaxCall && ReadMoreEnd().IsMatch(line);

    private static int CountWords(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var character in text)
        {
            var isLetter = char.IsLetterOrDigit(character);
            words += isLetter && !inside ? 1 : 0;
            inside = isLetter || (inside && character is '-' or '\'' or '’');
        }

        return words;
    }

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(subscribe|sign\sup|register|log\sin|sign\sin)\s(now\s)?(to|and)\s(continue|keep|finish|read\s(the\s(full|rest|whole)|this|more\sof))|(article|story|content)\sis\s(only\s)?(for|available\sto|reserved\sfor)\s(our\s)?(paying\s|paid\s)?(subscribers|members)|(оформите|оплатите|купите)\sподписку|доступ(ен|на|но|ны)\s(только\s)?(по\sподписке|подписчикам|для\sподписчиков)|(только\s)?для\sплатных\sподписчиков|чтобы\s(прочитать|читать|дочитать).{0,60}(подпис|войдите|авториз|зарегистр)|(толық|жалғасын)\s(нұсқасын\s|мәтінін\s)?оқу\sүшін.{0,60}(жазыл|тіркел)|тек\sжазылушылар", Options, PatternLimits.Milliseconds)]
    private static partial Regex CallToPay();

    /// <summary>Who pays out of kindness reads no more than others.</summary>
    [GeneratedRegex(@"^(?!.*(чита|to\s(read|continue))).*\b(поддержите|поддержать|support\s(us|our|independent))\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex CallToSupport();

    [GeneratedRegex(@"(^|[.…»!?\s\[(])(read\s(more|on|the\s(full|whole|rest\sof\sthe)\s(article|story|text))|continue\sreading|full\s(story|text)|читать\s(далее|дальше|полностью|целиком|всю\sстатью)|(далее|подробнее)(\sна\sсайте)?|продолжение\sчитайте(\s.{1,60})?|толығырақ(\sоқу)?|толық\sоқу|жалғасын\sоқу|әрі\sқарай(\sоқу)?)[\s.…»>→:\])]*$", Options, PatternLimits.Milliseconds)]
    private static partial Regex ReadMoreEnd();
}
