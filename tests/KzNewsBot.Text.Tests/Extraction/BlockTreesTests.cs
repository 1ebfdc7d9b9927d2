using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class BlockTreesTests
{
    private static readonly BlockTrees Long = new(
        -1,
        [
            new BlockTree([new BlockTreeNode(1, 2, 50), Leaf(-0.5f), Leaf(0.75f)]),
            new BlockTree([new BlockTreeNode(0, 2, 0.5f), Leaf(0.5f), Leaf(-2)]),
        ]);

    [Theory]
    [InlineData(0.1f, 80, true)]
    [InlineData(0.1f, 50, false)]
    [InlineData(0.9f, 80, false)]
    public void Trees_add_their_leaves_up(float links, float length, bool accepted) =>
        Long.Accepts([links, length]).ShouldBe(accepted);

    [Fact]
    public void Written_trees_are_read_again()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            Long.Write(writer);
        }

        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        var read = BlockTrees.Read(reader);

        read.Start.ShouldBe(Long.Start);
        read.Trees.Select(tree => tree.Nodes).ShouldBe(Long.Trees.Select(tree => tree.Nodes));
    }

    [Fact]
    public void Shipped_trees_compare_only_features_that_there_are()
    {
        var (rules, hints) = Page("<main><h1>Мост открыт</h1><p>Новый мост через реку открыли во вторник после двух лет стройки.</p></main>");
        var width = BlockFeatures.Read(rules, hints)[0].Length;

        BlockTrees.Shipped.Trees.Count.ShouldBeGreaterThan(0);
        BlockTrees.Shipped.Trees.SelectMany(tree => tree.Nodes)
            .ShouldAllBe(node => node.Feature == BlockTreeNode.Leaf || node.Feature < width);
    }

    [Fact]
    public void Shipped_trees_keep_an_article_and_leave_its_menu_out()
    {
        var paragraphs = string.Concat(Enumerable.Range(1, 8).Select(i =>
            $"<p>В {i}-м отряде рассказали, что новый мост через реку открыли во вторник, и машины спасателей пошли по нему сразу.</p>"));
        var (rules, hints) = Page(
            $"<nav><ul><li><a href=\"/\">Главная</a></li><li><a href=\"/s\">Спорт</a></li></ul></nav><main><h1>Мост открыт</h1>{paragraphs}</main>"
            + "<footer><p>Все права защищены</p></footer>");

        var lines = BlockSelector.Select(rules.Page, hints, BlockTrees.Shipped).Text.Split('\n');

        lines.Length.ShouldBe(8);
        lines.ShouldAllBe(line => line.Contains("-м отряде", StringComparison.Ordinal));
    }

    private static (BlockRules Rules, PageHints Hints) Page(string content)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<body>{content}</body>");
        var hints = new PageHints("Мост открыт", null, null);
        return (BlockRules.Judge(PageBlocks.Read(document.Body.ShouldNotBeNull()), hints, relaxed: false), hints);
    }

    private static BlockTreeNode Leaf(float value) => new(BlockTreeNode.Leaf, 0, value);
}
