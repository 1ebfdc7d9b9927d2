using KzNewsBot.Articles;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Operations;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Data;

/// <summary>What is asked again and again must not grow with the years: SQLite itself says how it would go about it.</summary>
public class QueryPlanTests
{
    private static readonly ChatAddress Reader = new(900, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_is_taken_in_its_order_from_an_index()
    {
        var plans = await PlansAsync(house => house.Get<NewsFlow>().RunByOwnRulesAsync(Token));
        PlansBy("ORDER BY \"a\".\"SortAt\", \"a\".\"Id\"\nLIMIT").ShouldBe(["SEARCH a USING INDEX IX_Articles_New (Stage=?)"]);
        PlansBy("ORDER BY \"a\".\"SortAt\" DESC, \"a\".\"Id\" DESC\nLIMIT").ShouldBe(["SEARCH a USING COVERING INDEX IX_Articles_Stage_SortAt (Stage=?)"]);
        Scans([.. plans.Where(query => query.Query.Contains("\"Stage\" = ", StringComparison.Ordinal) || query.Query.Contains("\"Stage\" IN", StringComparison.Ordinal))], "Articles").ShouldBeEmpty();

        IEnumerable<string> PlansBy(string order) => plans.Where(query => query.Query.Contains(order, StringComparison.Ordinal)).Select(query => query.Plan);
    }

    [Fact]
    public async Task A_digest_asks_for_its_own_readers_deliveries()
    {
        var plans = await PlansAsync(async house =>
        {
            house.Clock.Advance(TimeSpan.FromDays(1));
            await house.Get<DigestPlanner>().PlanDueAsync(Token);
        });
        var owed = plans.Where(query => query.Query.Contains("StoryDenials", StringComparison.Ordinal) && query.Query.Contains("Deliveries", StringComparison.Ordinal)).Select(query => query.Plan).ToList();
        owed.ShouldNotBeEmpty();
        owed.ShouldAllBe(plan => plan.Contains("IX_Deliveries_SubscriberId_DueAt", StringComparison.Ordinal));

        // Spikes are looked for with it, by the day on which the bot began.
        plans.Where(query => query.Query.Contains("MIN(", StringComparison.Ordinal)).Select(query => query.Plan).ShouldHaveSingleItem().ShouldBe("SEARCH a USING INDEX IX_Articles_FirstSeenAt");
        Scans(plans, "Articles", "Deliveries", "Digests", "Editions", "ToldStories").ShouldBeEmpty();
    }

    [Fact]
    public async Task Turns_at_reading_pages_are_given_among_what_waits()
    {
        var plans = await PlansAsync(house => house.Get<EntryQueue>().ClaimAsync(32, Token));
        plans.ShouldHaveSingleItem().Plan.ShouldContain("USING INDEX IX_Entries_NextTryAt (NextTryAt<?)");
        Scans(plans, "Entries").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whether_pages_are_shut_is_told_by_each_outlets_newest()
    {
        var plans = await PlansAsync(house => house.Database.ReadAsync(house.Get<SourceHealth>().CountPagesAsync, Token));
        plans.ShouldNotBeEmpty();
        plans.ShouldAllBe(query => query.Plan.Contains("USING INDEX IX_Entries_SourceId_FirstSeenAt (SourceId=? AND FirstSeenAt>?)", StringComparison.Ordinal) && !query.Plan.Contains("B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chronology_asks_for_the_facts_of_its_own_topic()
    {
        var plans = await PlansAsync(house => house.Get<TimelineReader>().ReadAsync("nato", Language.Russian, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), 0, 10, new DateOnly(2026, 11, 22), Token));
        var ofFacts = plans.Where(query => query.Query.Contains("ArticleFacts", StringComparison.Ordinal) && !query.Query.EndsWith("WHERE 0", StringComparison.Ordinal)).Select(query => query.Plan).ToList();
        ofFacts.ShouldNotBeEmpty();
        ofFacts.ShouldAllBe(plan => plan.Contains("IX_ArticleTopics_TopicId_ArticleId (TopicId=?", StringComparison.Ordinal) && !plan.Contains("IX_ArticleFacts_From", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_board_counts_no_entry_of_years_ago()
    {
        var plans = await PlansAsync(house => house.Get<SourceHealth>().ReadAsync(Token));
        plans.Where(query => query.Query.Contains("Entries", StringComparison.Ordinal)).ShouldNotBeEmpty();
        Scans(plans, "Entries").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_article_is_compared_with_few()
    {
        var plans = await PlansAsync(house => house.Get<ArticleStore>().StoreAsync(News.Article("ШОС утвердила программу", News.UnrelatedRussianBody, url: "https://tass.ru/2", day: "2026-11-21"), null, Token));
        plans.ShouldNotBeEmpty();
        plans.ShouldAllBe(query => !query.Plan.Contains("IX_Articles_SourceId (", StringComparison.Ordinal));
        Scans(plans, "Articles", "ArticleAddresses").ShouldBeEmpty();
    }

    [Fact]
    public async Task Corrections_at_once_begin_with_the_denied()
    {
        var plans = await PlansAsync(house => house.Get<CorrectionPlanner>().PlanOwedAsync(Token));
        plans.ShouldHaveSingleItem().Plan.ShouldContain("SEARCH a USING COVERING INDEX IX_Articles_StoryId");
        Scans(plans, "Articles", "ToldStories").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_too_old_is_found_by_its_age()
    {
        var plans = await PlansAsync(async house =>
        {
            await house.Get<ArticleRetention>().RunAsync(Token);
            await house.Get<DeliveryRetention>().RunAsync(Token);
        });
        plans.Select(query => query.Plan.Split('\n')[0].Split(" (")[0].Split(' ')[^1]).ShouldBe(["IX_Articles_FirstSeenAt", "IX_Digests_DueAt", "IX_Deliveries_FinishedAt", "IX_Editions_ComposedAt"]);
        plans.ShouldAllBe(query => !query.Plan.Contains("ORDER BY", StringComparison.Ordinal));
        Scans(plans, "Articles", "Deliveries", "Digests", "Editions", "StoryTopics").ShouldBeEmpty();
    }

    /// <summary>The plans of all that is asked in a house with a story, a reader and a digest.</summary>
    private static async Task<IReadOnlyList<(string Query, string Plan)>> PlansAsync(Func<House, Task> work)
    {
        using var database = TestDatabase.Create("Sqlite");
        await using var house = await House.OpenAsync(database);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["nato"], Language.Russian, Token);
        await house.Get<ArticleStore>().StoreAsync(News.Article("Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, url: "https://tass.ru/1", day: "2026-11-21"), null, Token);
        using var statements = Statements.Of(database);
        await work(house);
        return await statements.PlansAsync(house, Token);
    }

    /// <summary>The steps that read one of these tables from end to end.</summary>
    private static IEnumerable<string> Scans(IReadOnlyList<(string Query, string Plan)> plans, params string[] tables)
    {
        // An empty list of ids reads nothing, whatever its plan says.
        foreach (var (query, plan) in plans.Where(asked => !asked.Query.EndsWith("WHERE 0", StringComparison.Ordinal)))
        {
            foreach (var step in plan.Split('\n').Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal)))
            {
                var alias = step.Split(' ')[1];
                if (Array.Exists(tables, table => query.Contains($"\"{table}\" AS \"{alias}\"", StringComparison.Ordinal)))
                {
                    yield return $"{step}: {query}";
                }
            }
        }
    }
}
